import { type Basket, type BasketLine, worth } from './basket.ts'
import { say } from './say.ts'
import { tell } from './tell.ts'

/** Puts a line into the basket and tells of it. */
export function addToBasket(basket: Basket, line: BasketLine): void {
  basket.add(line)
  tell({
    event: 'add_to_cart',
    ecommerce: { currency: 'GBP', value: worth([line]), items: [line.item] }
  })
  say(`${line.item.item_name} is in your basket.`)
}
