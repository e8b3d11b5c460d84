import type { Rolldown } from 'vite'

/** What a file that is on the page already can lend to one that comes later: names by module. */
export type Lent = ReadonlyMap<string, readonly string[]>

/**
 * What of a compiled file is worth lending: functions, classes and tables that its modules export. A bare number or
 * text is shorter written again.
 */
export function lentBy(file: Rolldown.OutputChunk | undefined): Lent {
  const named = Object.entries(file?.modules ?? {}).map(([id, { code, renderedExports }]) => {
    const isWorthIt = (name: string) => {
      const bare = `[\\s(]${name.replaceAll('$', '\\$')}(\\$\\d+)?`
      return !new RegExp(`${bare} = ["'\`\\d-]`).test(code ?? '')
    }
    return [id, renderedExports.filter(isWorthIt)] as const
  })
  return new Map(named.filter(([id, names]) => !id.startsWith('\0') && names.length > 0))
}
