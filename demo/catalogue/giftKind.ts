import { KIND_WORDS } from './kindWords.ts'
import type { Look } from './lookWords.ts'

/** What a giftware thing is and where it hangs. */
export interface GiftKind {
  readonly kind: string
  /** From the department down, for example `['Giftware', 'Lighting', 'Lanterns']`. */
  readonly path: readonly string[]
}

/** A season takes a thing out of its everyday department, because that is how a gift shop lays out its floor. */
const SEASONS: Readonly<Record<string, string>> = { christmas: 'Christmas', easter: 'Easter' }

/** Reads kind and department path from a plain upper-case title. What no row knows is a "gift" in "More Gifts". */
export function giftKind(title: string, { occasion }: Pick<Look, 'occasion'>): GiftKind {
  const row = KIND_WORDS.find(({ words }) => words.test(title))
  const season = occasion === null ? undefined : SEASONS[occasion]
  if (!row) return { kind: 'gift', path: ['Giftware', season ?? 'More Gifts'] }
  return { kind: row.kind, path: ['Giftware', season ?? row.department, row.shelf] }
}
