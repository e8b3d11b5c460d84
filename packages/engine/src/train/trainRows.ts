import type { RelationRow } from '@vitrine/protocol'
import { openCounter } from './openCounter.ts'
import { publishRow } from './publishRow.ts'
import { BASKET_SETTINGS, type RowSettings } from './rowSettings.ts'
import type { Basket, Session } from './session.ts'
import { openVisits, type Visit } from './visits.ts'

/** Product id to its row, ids ascending; a product with no neighbours has none. */
export type Rows = ReadonlyMap<string, RelationRow>

/**
 * Trains the rows of "what is looked at next" from sessions.
 *
 * @param settings - From `tuneRows`; a row names its own product where `settings.self` is above 0.
 */
export function trainRows(sessions: readonly Session[], settings: RowSettings): Rows {
  return rowsOf(
    sessions.map(({ items, at, visitor }) => ({ items, at, owner: visitor })),
    settings
  )
}

/** Trains the rows of "what is bought together" from orders, which have no sequence. */
export function trainBasketRows(baskets: readonly Basket[], settings: RowSettings = BASKET_SETTINGS): Rows {
  return rowsOf(
    baskets.map(({ items, at, customer }) => ({ items: [...new Set(items)].sort(), at, owner: customer })),
    settings
  )
}

function rowsOf(visits: readonly Visit[], settings: RowSettings): Rows {
  const opened = openVisits(visits, settings.maxSessionItems)
  const rowOf = openCounter(opened, settings)
  const rows = new Map<string, RelationRow>()
  for (const [number, id] of opened.ids.entries()) {
    const { items, weights } = rowOf(number)
    if (items.length > 0)
      rows.set(
        id,
        publishRow(
          items.map(item => opened.ids[item] ?? ''),
          weights
        )
      )
  }
  return rows
}
