import { existsSync, writeFileSync } from 'node:fs'
import { pathOf, textOf } from './repository.ts'
import { complaints, kB, withTable } from './sizesTable.ts'
import { type Budget, weigh } from './weigh.ts'

const { folder, budgets } = JSON.parse(textOf('test/house/budgets.json')) as {
  readonly folder: string
  readonly budgets: readonly Budget[]
}
const readme = existsSync(pathOf('README.md')) ? textOf('README.md') : ''
const weights = budgets.map(budget => ({ ...budget, bytes: weigh(pathOf(folder), budget) }))
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
