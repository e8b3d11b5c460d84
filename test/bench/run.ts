import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

// `npm run bench`: every benchmark in full, one after the other so that they do not disturb each other. With names, only those.
const ALL = ['ingest', 'decide', 'firstPaint', 'loss', 'relevance'] as const

const asked = process.argv.slice(2)
const names = asked.length > 0 ? ALL.filter(name => asked.includes(name)) : ALL
const [cpu] = cpus()
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model}, Node ${process.version}\n`
)

run('packages/vitrine/build.ts')
const failed = names.filter(name => {
  console.log(`## ${name}\n`)
  return run(`test/bench/${name}.ts`) !== 0
})
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

function run(file: string): number {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  return spawnSync(process.execPath, [file], { cwd: root, stdio: 'inherit' }).status ?? 1
}
