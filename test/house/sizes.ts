import { existsSync, writeFileSync } from 'node:fs'
import { BUDGETS, FOLDER } from './budgets.ts'
import { pathOf, textOf } from './repository.ts'
import { complaints, kB, withTable } from './sizesTable.ts'
import { weigh } from './weigh.ts'

const readme = existsSync(pathOf('README.md')) ? textOf('README.md') : ''
const weights = BUDGETS.map(budget => ({ ...budget, bytes: weigh(pathOf(FOLDER), budget) }))
for (const { name, bytes, maxBytes } of weights) {
  console.log(`${name}: ${kB(bytes)} kB brotli (${bytes} bytes) of ${kB(maxBytes)} kB`)
}

const isWriting = process.argv.includes('--write')
const current = isWriting ? withTable(readme, weights) : readme
if (isWriting && current !== readme) writeFileSync(pathOf('README.md'), current)

const wrong = complaints(weights, current)
if (wrong.length > 0) {
  console.error(wrong.join('\n'))
  console.error('`npx --yes pnpm@12 exec node test/house/sizes.ts --write` renews the table in README.md')
  process.exitCode = 1
}
