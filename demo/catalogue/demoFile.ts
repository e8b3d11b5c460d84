import { createReadStream, readFileSync } from 'node:fs'
import { createGunzip } from 'node:zlib'

const DATA = new URL('../data/', import.meta.url)

/** Reads one file of `demo/data` as text. */
export function demoText(name: string): string {
  return readFileSync(new URL(name, DATA), 'utf8')
}

/** Streams the lines of a gzipped file of `demo/data`, without their line ends and without holding the file. */
export async function* demoLines(name: string): AsyncGenerator<string> {
  const text = createReadStream(new URL(name, DATA)).pipe(createGunzip()).setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
