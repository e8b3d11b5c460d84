import type { Card } from '@vitrine/protocol'

/** What a product looks like on a shelf. */
export interface Look {
  readonly category: readonly string[]
  readonly color: string | undefined
  readonly words: ReadonlySet<string>
}

/** The look of a product; words of a title shorter than three letters say nothing of it. */
export function lookOf({ title, category, color }: Card): Look {
  return { category, color, words: new Set(title.toLowerCase().match(/[\p{L}\d]{3,}/gu)) }
}

/**
 * How alike two products look, 0 … 1: half by the part of the category path they share, three tenths by the words of
 * their titles (Jaccard), two tenths by colour.
 */
export function likeness(a: Look, b: Look): number {
  const levels = Math.max(a.category.length, b.category.length, 1)
  const apart = a.category.findIndex((level, depth) => level !== b.category[depth])
  const together = apart < 0 ? a.category.length : apart
  const shared = [...a.words].filter(word => b.words.has(word)).length
  const all = a.words.size + b.words.size - shared
  return (
    (0.5 * together) / levels +
    (0.3 * shared) / Math.max(1, all) +
    (a.color !== undefined && a.color === b.color ? 0.2 : 0)
  )
}
