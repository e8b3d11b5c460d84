import { type EventItem, importedEventId, MAX_ITEMS, type ShopEvent } from '@vitrine/protocol'
import type { StoredItem } from '../store/catalog.ts'
import type { StoredLine } from '../store/orders.ts'

/** What is needed to say lines as events. */
export interface OrderWorld {
  readonly shop: string
  readonly currency: string
  /** Variants by id, those no longer sold too. */
  readonly catalog: ReadonlyMap<string, StoredItem>
}

/**
 * A customer's order lines as events: one an order, `purchase` or `refund`, with what the catalogue knows of its items.
 * The id is that of the order's first line, so a device that asks twice keeps it once.
 *
 * @param lines - By order.
 */
export function orderEvents(lines: readonly StoredLine[], world: OrderWorld): ShopEvent[] {
  const orders = new Map<string, StoredLine[]>()
  for (const line of lines) {
    // An order may hold returned lines beside bought ones: they are two events.
    const key = `${line.refund ? 'refund' : 'purchase'}:${line.orderId}`
    const order = orders.get(key)
    if (order) order.push(line)
    else orders.set(key, [line])
  }
  return [...orders.values()].flatMap(order => orderEvent(order, world) ?? [])
}

function orderEvent(
  lines: readonly StoredLine[],
  { shop, currency, catalog }: OrderWorld
): ShopEvent | undefined {
  const [first] = [...lines].sort((a, b) => a.at - b.at || a.line - b.line)
  if (!first) return undefined
  const { orderId, at, refund, source, line } = first
  return {
    id: importedEventId({ shop, source, invoice: orderId, line, at }),
    at,
    type: refund ? 'refund' : 'purchase',
    source,
    items: together(lines)
      .slice(0, MAX_ITEMS)
      .map(one => itemOf(one, catalog.get(one.item))),
    currency,
    value: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    transactionId: orderId
  }
}

/** Equal items at an equal price are one line for a person, whatever the till made of them. */
function together(lines: readonly StoredLine[]): StoredLine[] {
  const merged = new Map<string, StoredLine>()
  for (const line of lines) {
    const key = `${line.price}:${line.item}`
    const before = merged.get(key)
    merged.set(key, before ? { ...before, quantity: before.quantity + line.quantity } : line)
  }
  return [...merged.values()]
}

function itemOf({ item, quantity, price }: StoredLine, known: StoredItem | undefined): EventItem {
  const bought = { itemId: item, price, quantity }
  if (!known) return bought
  const { product, title, brand, category, color, size, material } = known
  return {
    ...bought,
    itemGroupId: product,
    name: title,
    ...(brand !== undefined && { brand }),
    ...(category.length > 0 && { category }),
    ...(color !== undefined && { color }),
    ...(size !== undefined && { size }),
    ...(material !== undefined && { material })
  }
}
