import type { ShopEvent } from '@vitrine/protocol'
import type { Batch } from './readBatch.ts'

/**
 * Most that an amount of an event or an order line may be, in minor units: ten thousand million pounds. Whoever sends
 * more jokes or attacks, and nine thousand such orders are summed before a number loses its last unit.
 */
export const MAX_AMOUNT = 1_000_000_000_000

/** How the two forms of a batch name an event's and an item's money. */
const NAMES = {
  compact: {
    ...{ value: 'v', tax: 'x', shipping: 'g', items: 'i' },
    item: { price: 'p', listPrice: 'l' }
  },
  ga4: {
    ...{ value: 'value', tax: 'tax', shipping: 'shipping', items: 'items' },
    item: { price: 'price', listPrice: 'list_price' }
  }
} as const

/** The first amount of an event that is beyond {@link MAX_AMOUNT}, by its name in the form it was sent in. */
export function moneyFault(
  event: ShopEvent,
  form: Batch['form']
): { field: string; problem: string } | undefined {
  const field = hugeField(event, NAMES[form])
  return field === undefined
    ? undefined
    : { field, problem: `must be at most ${MAX_AMOUNT} minor units either way` }
}

function hugeField(event: ShopEvent, names: (typeof NAMES)[Batch['form']]): string | undefined {
  for (const name of ['value', 'tax', 'shipping'] as const) if (isHuge(event[name])) return names[name]
  for (const [place, item] of (event.items ?? []).entries())
    for (const name of ['price', 'listPrice'] as const)
      if (isHuge(item[name])) return `${names.items}/${place}/${names.item[name]}`
  return undefined
}

function isHuge(amount = 0): boolean {
  return Math.abs(amount) > MAX_AMOUNT
}
