import type { Card, EventItem } from '@vitrine/protocol'

/** A card as a line of an event, so that a choice teaches the same tastes as a look at the product's page. */
export function eventItem(card: Card, position?: number): EventItem {
  const { id, title, price, brand, category, color, material } = card
  return {
    itemId: id,
    name: title,
    price,
    ...(brand === undefined ? {} : { brand }),
    ...(category.length > 0 ? { category } : {}),
    ...(color === undefined ? {} : { color }),
    ...(material === undefined ? {} : { material }),
    ...(position === undefined ? {} : { index: position })
  }
}
