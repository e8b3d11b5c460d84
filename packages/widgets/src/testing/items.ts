import type { Card } from '@vitrine/protocol'
import type { CarouselItem } from '../carousel/events.ts'

/** A picture that loads at once; `data:` is not for shops, but a test has no server. */
export const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"%3E%3Crect width="9" height="9" fill="tan"/%3E%3C/svg%3E'

/** A product as a model file has it, with what a test wants different. */
export function cardOf(id: string, rest: Partial<Card> = {}): Card {
  return {
    id,
    title: `Paper chain kit ${id}`,
    link: `/products/${id}`,
    image: PICTURE,
    price: 1250,
    category: ['Giftware'],
    availability: 'in_stock',
    ...rest
  }
}

/** An item to show, at its place. */
export function itemOf(position: number, rest: Partial<Card> = {}): CarouselItem {
  return { card: cardOf(`p${position}`, rest), reason: 'Often bought with it.', position }
}

/** Several items: every third has sizes, of every four one is reduced and rated, and one has a title that is too long. */
export function itemsOf(count: number): readonly CarouselItem[] {
  return Array.from({ length: count }, (_, at) =>
    itemOf(at, {
      ...(at % 3 === 1 && {
        variants: [
          { id: `p${at}-s`, size: 'S', ok: true },
          { id: `p${at}-m`, size: 'M', ok: false },
          { id: `p${at}-l`, size: 'L', color: 'Olive', price: 1450, ok: true }
        ]
      }),
      ...(at % 4 === 3 && { title: 'Set of three cake tins, pantry design, '.repeat(4) }),
      ...(at % 4 === 2 && { listPrice: 1695, brand: 'Northmoor', rating: { value: 4.6, count: 128 } })
    })
  )
}
