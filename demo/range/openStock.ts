import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'

/** How many there are of each variant, as the shop's own shelves have it. */
export interface Stock {
  of(variant: DemoVariant): number
  isSoldOut(product: DemoProduct): boolean
  /** @returns What has changed: lines for `POST stock`. */
  set(itemId: string, pieces: number): readonly StockChange[]
  /** Everything that differs from the first delivery. */
  changes(): readonly StockChange[]
}

/** Pieces left of a variant. */
export interface StockChange {
  readonly id: string
  readonly quantity: number
}

/**
 * @param kept - What had changed when the shop was last closed.
 * @param keep - Told all changes after each.
 */
export function openStock(
  kept: readonly StockChange[],
  keep: (changes: readonly StockChange[]) => void = () => {}
): Stock {
  const changed = new Map(kept.map(({ id, quantity }) => [id, quantity]))
  const of = ({ itemId, stock }: DemoVariant) => changed.get(itemId) ?? stock
  const changes = () => [...changed].map(([id, quantity]) => ({ id, quantity }))
  return {
    of,
    isSoldOut: ({ variants }) => variants.every(variant => of(variant) === 0),
    set(itemId, pieces) {
      const quantity = Math.max(0, pieces)
      changed.set(itemId, quantity)
      keep(changes())
      return [{ id: itemId, quantity }]
    },
    changes
  }
}

/** Reads what was kept; whatever is no change is left out. */
export function parseStockChanges(kept: unknown): readonly StockChange[] {
  if (!Array.isArray(kept)) return []
  return kept.filter(
    (change): change is StockChange => typeof change?.id === 'string' && Number.isInteger(change.quantity)
  )
}
