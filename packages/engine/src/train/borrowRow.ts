import type { RelationRow } from '@vitrine/protocol'
import { ascending } from './ascending.ts'
import { publishRow } from './publishRow.ts'
import type { Rows } from './trainRows.ts'

/** A product that is like another, and how much (0 … 1). */
export interface Neighbour {
  readonly id: string
  readonly likeness: number
}

/** More neighbours add products that have less and less to do with it. */
const LENDERS = 5

/**
 * The row of a product nobody has met yet, lent by the five products most like it that have rows of their own:
 * their weights, each in proportion to the likeness.
 *
 * @param neighbours - Most alike first.
 * @returns A row marked as borrowed, or `undefined` where no neighbour has one to lend.
 */
export function borrowRow(
  id: string,
  neighbours: readonly Neighbour[],
  rows: Rows,
  rowItems: number
): RelationRow | undefined {
  const lenders = neighbours.filter(lender => rows.has(lender.id)).slice(0, LENDERS)
  const lent = new Map<string, number>()
  for (const lender of lenders) {
    const { ids, weights, scale } = rows.get(lender.id) ?? { ids: [], weights: [], scale: 0 }
    for (const [at, other] of ids.entries())
      lent.set(other, (lent.get(other) ?? 0) + lender.likeness * scale * (weights[at] ?? 0))
  }
  lent.delete(id)
  const listed = [...lent].sort(([a, x], [b, y]) => y - x || ascending(a, b)).slice(0, rowItems)
  if (listed.length === 0) return undefined
  return {
    ...publishRow(
      listed.map(([other]) => other),
      listed.map(([, weight]) => weight)
    ),
    borrowed: true
  }
}
