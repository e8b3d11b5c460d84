import type { RelationRow } from '@vitrine/protocol'
import { openCounter, type RankedRow } from './openCounter.ts'
import { openFilling } from './openFilling.ts'
import { publishRow } from './publishRow.ts'
import { BASKET_SETTINGS, type RowSettings } from './rowSettings.ts'
import type { Basket, Session } from './session.ts'
import { openVisits, type Visits } from './visits.ts'

/** Product id to its row, ids ascending; a product with no neighbours has none. */
export type Rows = ReadonlyMap<string, RelationRow>

const EMPTY: RankedRow = { items: [], weights: [] }

/**
 * Trains the rows of "what is looked at next" from sessions; rows that come out short are filled by a second step.
 *
 * @param settings - From `tuneRows`; a row names its own product where `settings.self` is above 0.
 */
export function trainRows(sessions: readonly Session[], settings: RowSettings): Rows {
  const visits = openVisits(
    sessions.map(({ items, at, visitor }) => ({ items, at, owner: visitor })),
    settings.maxSessionItems
  )
  const counted = visits.ids.map((_, item) => item).map(openCounter(visits, settings))
  const rowOf = (item: number) => counted[item] ?? EMPTY
  return published(visits, openFilling(rowOf, visits.ids.length, settings.rowItems))
}

/**
 * Trains the rows of "what is bought together" from orders, which have no sequence. Short rows stay short: what a
 * shop says was bought together was.
 */
export function trainBasketRows(baskets: readonly Basket[], settings: RowSettings = BASKET_SETTINGS): Rows {
  const visits = openVisits(
    baskets.map(({ items, at, customer }) => ({ items: [...new Set(items)].sort(), at, owner: customer })),
    settings.maxSessionItems
  )
  return published(visits, openCounter(visits, settings))
}

function published({ ids }: Visits, rowOf: (item: number) => RankedRow): Rows {
  const rows = new Map<string, RelationRow>()
  for (const [number, id] of ids.entries()) {
    const { items, weights } = rowOf(number)
    const named = items.map(item => ids[item] ?? '')
    if (named.length > 0) rows.set(id, publishRow(named, weights))
  }
  return rows
}
