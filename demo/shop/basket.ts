/** An item in GA4's words; its price is in pounds. */
export interface BasketItem {
  readonly item_id: string
  readonly item_name: string
  readonly price: number
  readonly quantity: number
  readonly [parameter: string]: string | number
}

/** A line of the basket, with what is needed to show it. */
export interface BasketLine {
  readonly item: BasketItem
  readonly image: string
  readonly link: string
}

/** The shopper's basket. It stands on this device under the shop's own key, and only while something is in it. */
export interface Basket {
  lines(): readonly BasketLine[]
  add(line: BasketLine): void
  /** 0 takes it out. */
  setQuantity(itemId: string, quantity: number): void
  clear(): void
  /** Told of every change, another tab's included. @returns The undo. */
  onChange(listener: () => void): () => void
}

const KEY = 'fern.basket'
const MOST_OF_ONE = 99

/** @param window - Of the page: its storage, and the other tabs' changes. */
export function openBasket(window: Window): Basket {
  const listeners = new Set<() => void>()
  const tellAll = () => {
    for (const listener of listeners) listener()
  }
  const read = () => parseLines(window.localStorage.getItem(KEY))

  function write(lines: readonly BasketLine[]): void {
    if (lines.length === 0) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, JSON.stringify(lines))
    tellAll()
  }

  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) tellAll()
  })

  return {
    lines: read,
    add: line => write(withLine(read(), line)),
    setQuantity: (itemId, quantity) =>
      write(
        read().flatMap(line =>
          line.item.item_id !== itemId ? [line] : quantity < 1 ? [] : [withQuantity(line, quantity)]
        )
      ),
    clear: () => write([]),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

/** The lines with one more; what is there already becomes more of it. */
function withLine(lines: readonly BasketLine[], added: BasketLine): readonly BasketLine[] {
  const there = lines.find(({ item }) => item.item_id === added.item.item_id)
  if (!there) return [...lines, added]
  const quantity = there.item.quantity + added.item.quantity
  return lines.map(line => (line === there ? withQuantity(line, quantity) : line))
}

/** Reads what is stored; whatever is no line is left out. */
export function parseLines(text: string | null): readonly BasketLine[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter(isLine) : []
  } catch {
    // Another program wrote under our key: an empty basket is all we can make of it.
    return []
  }
}

function isLine(value: unknown): value is BasketLine {
  const { item, image, link } = (value ?? {}) as Partial<BasketLine>
  return (
    typeof image === 'string' &&
    typeof link === 'string' &&
    typeof item?.item_id === 'string' &&
    typeof item.item_name === 'string' &&
    Number.isFinite(item.price) &&
    Number.isInteger(item.quantity)
  )
}

function withQuantity(line: BasketLine, quantity: number): BasketLine {
  return { ...line, item: { ...line.item, quantity: Math.min(quantity, MOST_OF_ONE) } }
}

/** What a basket costs, in pounds. */
export function worth(lines: readonly BasketLine[]): number {
  return Math.round(lines.reduce((sum, { item }) => sum + item.price * item.quantity * 100, 0)) / 100
}
