import { foldCode } from '@vitrine/api'

/** Orders that came to nothing and may have spent a code all the same: nobody answered. */
export interface Unheard {
  add(code: string, orderIds: readonly string[]): void
  /** Takes a code's orders out, in whichever spelling: whoever asks next finds none. */
  take(code: string): readonly string[]
}

/** So many codes; the oldest is let go. */
const MOST_CODES = 1000
/** Whoever presses the button again and again while nobody answers. */
const MOST_ORDERS = 10

/** Opens the list with nothing in it. */
export function openUnheard(): Unheard {
  const orders = new Map<string, readonly string[]>()
  return {
    add(code, orderIds) {
      if (orderIds.length === 0) return
      const folded = foldCode(code)
      const known = orders.get(folded) ?? []
      orders.delete(folded)
      orders.set(folded, [...new Set([...known, ...orderIds])].slice(-MOST_ORDERS))
      const [oldest] = orders.keys()
      if (orders.size > MOST_CODES && oldest !== undefined) orders.delete(oldest)
    },
    take(code) {
      const folded = foldCode(code)
      const found = orders.get(folded) ?? []
      orders.delete(folded)
      return found
    }
  }
}
