import type { CarouselItem } from './events.ts'

/** As many as the widest row shows. */
const BLANKS = 8

/** Stand where products will be: drawn by the same card, so that they take exactly the same room. */
export function blanks(count = BLANKS): readonly CarouselItem[] {
  return Array.from({ length: count }, (_, position) => ({
    card: {
      id: String(position),
      title: '\u00a0',
      link: '#',
      price: 0,
      category: [],
      availability: 'in_stock'
    },
    reason: '\u00a0',
    position
  }))
}
