import type { CarouselItem } from '../carousel/events.ts'
import { actions } from './actions.tsx'
import { picture } from './picture.tsx'
import { price } from './price.tsx'
import type { CardState, Shop } from './Shop.ts'

/** One product: a real link, its price, and what a shopper can do with it. What opens covers the picture and moves nothing. */
export function productCard(item: CarouselItem, state: CardState, shop: Shop) {
  const { card, position } = item
  const { id, title, link, brand } = card
  const { cover } = state
  return (
    <li
      key={id}
      part="item"
      onKeyDown={event => {
        if (event.key !== 'Escape' || !cover || cover === 'gone') return
        event.stopPropagation()
        shop.change(id, { cover: undefined }, cover === 'choices' ? '[part~=add]' : '[part~=why]')
      }}
    >
      <div part="card" data-gone={cover === 'gone'}>
        {picture(card, shop.say, state.isAdded)}
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
        {price(card, shop)}
        {actions(item, state, shop)}
      </div>
    </li>
  )
}
