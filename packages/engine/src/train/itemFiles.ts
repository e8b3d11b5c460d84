import { type Card, type ItemFile, isPurchasable, RELATIONS, type Relation } from '@vitrine/protocol'
import type { Rows } from './trainRows.ts'

/** The rows of every relation. */
export type RelationRows = Readonly<Record<Relation, Rows>>

/**
 * The files of all products, made one at a time while they are read (and again when they are read again).
 *
 * A file carries the cards of the first `cardsPerRelation` products of each row that can be bought, each once,
 * relation by relation; the rest of a row scores, and is shown where the device has its card from elsewhere.
 */
export function itemFiles(
  cards: ReadonlyMap<string, Card>,
  rows: RelationRows,
  cardsPerRelation: number
): Iterable<ItemFile> {
  return {
    *[Symbol.iterator]() {
      for (const card of cards.values()) yield itemFile(card, cards, rows, cardsPerRelation)
    }
  }
}

function itemFile(
  card: Card,
  cards: ReadonlyMap<string, Card>,
  rows: RelationRows,
  cardsPerRelation: number
): ItemFile {
  const own = Object.fromEntries(
    RELATIONS.flatMap(relation => {
      const row = rows[relation].get(card.id)
      return row ? [[relation, row] as const] : []
    })
  )
  const shown = new Map<string, Card>()
  for (const row of Object.values(own)) {
    const buyable = row.ids.flatMap(id => {
      const other = cards.get(id)
      return other && id !== card.id && isPurchasable(other.availability) ? [other] : []
    })
    for (const other of buyable.slice(0, cardsPerRelation)) shown.set(other.id, other)
  }
  return { v: 1, card, rows: own, cards: [...shown.values()] }
}
