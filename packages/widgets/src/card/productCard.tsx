import type { CarouselItem } from '../carousel/events.ts'
import { adding } from './adding.tsx'
import { judging } from './judging.tsx'
import { pictureOf } from './pictureOf.tsx'
import { priceOf } from './priceOf.tsx'
import type { CardState, Shop } from './Shop.ts'

/** One product: a real link, its price, and what a shopper can do with it. What opens covers the picture and moves nothing. */
export function productCard(item: CarouselItem, state: CardState, shop: Shop) {
  const { card, position } = item
  const { id, title, link, brand } = card
  return (
    <li key={id} part="card" data-gone={state.isGone}>
      {pictureOf(card, shop.say, state.isAdded)}
      <a
        part="link"
        href={link}
        onClick={event => {
          if (!shop.emit('vitrine:select', { item, position })) event.preventDefault()
        }}
      >
        {brand && <span part="brand">{brand} </span>}
        {title}
      </a>
      {priceOf(card, shop)}
      {adding(item, shop)}
      {judging(item, state, shop)}
    </li>
  )
}
