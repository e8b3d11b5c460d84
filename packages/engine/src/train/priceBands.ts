import type { Card } from '@vitrine/protocol'
import { quintiles } from './quantile.ts'

/** The borders between fifths of the catalogue by price, minor units, ascending, each once; none for an empty shop. */
export function priceBands(cards: readonly Card[]): readonly number[] {
  if (cards.length === 0) return []
  return [...new Set(quintiles(cards.map(({ price }) => price)).map(Math.round))]
}
