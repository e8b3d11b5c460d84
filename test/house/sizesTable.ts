/** A weighed budget: bytes, never kilobytes, until the moment they are printed. */
export type Weight = { readonly name: string; readonly bytes: number; readonly maxBytes: number }

const TABLE = /(<!-- sizes -->)([\s\S]*?)(<!-- \/sizes -->)/
const ROW = /^\| (.+?) \| ([\d.]+) kB \| .+ \|$/gm
/** What a reader of the README may be wrong by, in bytes; a compiler's patch release moves sizes by less. */
const TOLERANCE_BYTES = 100

/** Kilobytes of 1000 bytes with one digit, as the README prints them. */
export function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

/** Everything that is wrong: a weight over its budget, and each row of the README that is not the build's. */
export function complaints(weights: readonly Weight[], readme: string): readonly string[] {
  const printed = printedBytes(readme)
  if (!printed)
    return ['README.md has no table between <!-- sizes --> and <!-- /sizes -->', ...heavy(weights)]
  const unknown = [...printed.keys()].filter(name => !weights.some(weight => weight.name === name))
  return [
    ...heavy(weights),
    ...weights.flatMap(({ name, bytes }) => {
      const said = printed.get(name)
      if (said === undefined) return [`README.md does not print ${name}`]
      if (Math.abs(said - bytes) <= TOLERANCE_BYTES) return []
      return [`README.md says ${kB(said)} kB for ${name}, the build has ${kB(bytes)} kB`]
    }),
    ...unknown.map(name => `README.md prints ${name}, which has no budget`)
  ]
}

/** The README with its table of sizes renewed. Without the markers it comes back as it was. */
export function withTable(readme: string, weights: readonly Weight[]): string {
  const rows = weights.map(
    ({ name, bytes, maxBytes }) => `| ${name} | ${kB(bytes)} kB | ${kB(maxBytes)} kB |`
  )
  const table = ['| what | brotli | budget |', '| --- | --- | --- |', ...rows].join('\n')
  return readme.replace(TABLE, (_, open: string, _old, close: string) => `${open}\n${table}\n${close}`)
}

function heavy(weights: readonly Weight[]): readonly string[] {
  return weights
    .filter(({ bytes, maxBytes }) => bytes > maxBytes)
    .map(({ name, bytes, maxBytes }) => `${name} weighs ${bytes} bytes, its budget is ${maxBytes}`)
}

function printedBytes(readme: string): ReadonlyMap<string, number> | undefined {
  const table = TABLE.exec(readme)?.[2]
  if (table === undefined) return undefined
  return new Map([...table.matchAll(ROW)].map(([, name = '', size]) => [name, Number(size) * 1000]))
}
