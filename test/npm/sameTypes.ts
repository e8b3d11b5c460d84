/**
 * A file that compiles only when every name of `published.ts` beside it means what it means in the sources.
 *
 * @param types - The published declarations.
 * @param names - What the sources export.
 * @param source - Where they do.
 */
export function sameTypes(types: string, names: readonly string[], source: string): string {
  const checks = names.map(name => {
    const [, kind, parameters] = headOf(name).exec(types) ?? []
    if (!kind) throw new Error(`${name} is not published`)
    const typeIn = (module: string) =>
      kind === 'declare' ? `typeof ${module}.${name}` : `${module}.${name}${parameters ? '<string>' : ''}`
    return `export const ${name}_: ${howToCompare(name, types)}<${typeIn('Published')}, ${typeIn('Source')}> = true`
  })
  return `
import type * as Published from './published.ts'
import type * as Source from '${source}'

/** Whether two types are one: a computation cannot tell them apart. */
type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false
/** An element is published without its inside: all that is, is there. */
type Fits<One, Other> = Other extends One ? true : false
/** A rule refers to itself, which the schema library follows for three levels only: each stands for the other. */
type Alike<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

${checks.join('\n')}

// @ts-expect-error were this true, so would everything be
export const same: Same<Published.Card, Source.Decision> = true
// @ts-expect-error a field more makes another type
export const more: Same<Published.Card & { readonly more: string }, Source.Card> = true
// @ts-expect-error a field that may be absent makes another type
export const alike: Alike<Partial<Published.Verdict>, Source.Verdict> = true
`
}

function headOf(name: string): RegExp {
  return new RegExp(`^(?:export )?(declare|interface|type) (?:(?:const|function) )?${name}\\b(<)?`, 'm')
}

function howToCompare(name: string, types: string): 'Same' | 'Fits' | 'Alike' {
  if (types.includes(`interface ${name} extends HTMLElement `)) return 'Fits'
  return reachesRule(name, types.split('\n\n')) ? 'Alike' : 'Same'
}

function reachesRule(name: string, declarations: readonly string[], seen = new Set<string>()): boolean {
  if (name === 'Rule') return true
  seen.add(name)
  const text = declarations.find(declaration => headOf(name).test(declaration)) ?? ''
  const words = text.match(/\b[A-Z]\w+/g) ?? []
  return words.some(word => !seen.has(word) && reachesRule(word, declarations, seen))
}
