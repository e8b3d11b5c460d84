import { readFileSync } from 'node:fs'

/**
 * A file of `test/cases/protocol`, as whoever reads a wire or a disk would find it.
 * A change to one of these files is a change of the wire: old clients and new servers, and the reverse, meet on them.
 */
export function goldenCases<Of>(name: string): Of {
  return JSON.parse(readFileSync(pageOf(`test/cases/protocol/${name}.json`), 'utf8'))
}

/** The text of a page of the repository. */
export function textOf(page: string): string {
  return readFileSync(pageOf(page), 'utf8')
}

function pageOf(path: string): URL {
  return new URL(`../../../../${path}`, import.meta.url)
}
