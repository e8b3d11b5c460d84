import type { RelationRow } from '@vitrine/protocol'
import { ascending } from './ascending.ts'
import { publishRow } from './publishRow.ts'
import type { Rows } from './trainRows.ts'

/** A product that is like another, and how much (0 … 1). */
export interface Neighbour {
  readonly id: string
  readonly likeness: number
}

/** What lending goes by. */
export interface Lending {
  /** The rows as they were counted. */
  readonly rows: Rows
  /** How often each product was met at all: in how many orders, or visits. */
  readonly timesMet: ReadonlyMap<string, number>
  readonly rowItems: number
}

/** More neighbours add products that have less and less to do with it. */
const LENDERS = 5
/** A product met this often is believed as much as its neighbours. Of 5, 15 and 40 the one that helped rare pages without a price elsewhere. */
const HALF_BELIEVED = 15
/** What a lender's own place in the row weighs, where its whole row weighs 1. */
const LENDER_ITSELF = 0.05

/**
 * The row of a product of which little is known: its own counters, believed by `n / (n + 15)` for n times met, and
 * for the rest the rows of the five products most like it, weighing by likeness and by how often they were met.
 * Often-met products keep their rows as good as unchanged; one that was never met borrows everything.
 *
 * @param neighbours - Most alike first.
 * @returns The row, marked as borrowed when nothing in it is the product's own; `undefined` when there is nothing.
 */
export function lendRow(
  id: string,
  neighbours: readonly Neighbour[],
  { rows, timesMet, rowItems }: Lending
): RelationRow | undefined {
  const own = rows.get(id)
  const isMet = own?.ids.some(other => other !== id) ?? false
  const believed = (product: string) => {
    const times = timesMet.get(product) ?? 0
    return times / (times + HALF_BELIEVED)
  }
  const lenders = neighbours.filter(lender => rows.has(lender.id)).slice(0, LENDERS)
  const shares = lenders.map(lender => lender.likeness * believed(lender.id))
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total === 0) return own

  const belief = isMet ? believed(id) : 0
  const weights = new Map<string, number>()
  for (const [at, lender] of lenders.entries()) {
    const share = ((1 - belief) * (shares[at] ?? 0)) / total
    const mass = addRow(weights, rows.get(lender.id), share)
    weights.set(lender.id, (weights.get(lender.id) ?? 0) + LENDER_ITSELF * mass)
  }
  weights.delete(id)
  if (isMet) addRow(weights, own, belief)
  const row = strongest(weights, rowItems)
  return isMet ? row : { ...row, borrowed: true }
}

/** Adds a row in its share; answers how much that was altogether. */
function addRow(weights: Map<string, number>, row: RelationRow | undefined, share: number): number {
  const { ids, weights: own, scale } = row ?? { ids: [], weights: [], scale: 0 }
  let mass = 0
  for (const [at, id] of ids.entries()) {
    const weight = share * scale * (own[at] ?? 0)
    weights.set(id, (weights.get(id) ?? 0) + weight)
    mass += weight
  }
  return mass
}

function strongest(weights: ReadonlyMap<string, number>, rowItems: number): RelationRow {
  const listed = [...weights].sort(([a, x], [b, y]) => y - x || ascending(a, b)).slice(0, rowItems)
  return publishRow(
    listed.map(([id]) => id),
    listed.map(([, weight]) => weight)
  )
}
