import { WidgetElement } from '../base/WidgetElement.ts'
import type { CarouselItem } from '../carousel/events.ts'
import type { Texts } from '../texts/texts.ts'
import { moneyIn } from './money.ts'
import { productCard } from './productCard.tsx'
import type { CardSay, CardState, Shop } from './Shop.ts'

/** An element that shows products: it keeps what the shopper has done with each card, and what there is to say of it. */
export abstract class CardsElement extends WidgetElement {
  /** Which of the shop's placements this is; comes back in impressions. */
  declare placement: string
  /** BCP 47; the browser's language when absent. */
  declare locale: string
  /** ISO 4217. Without it no price is shown. */
  declare currency: string
  /** Own wording by key of the widget's table. */
  declare texts: Texts | undefined

  readonly #states = new Map<string, CardState>()
  /** What a live region of the view says. */
  protected spoken = ''

  /** The list items of some products. */
  protected cards(items: readonly CarouselItem[], say: CardSay) {
    const shop: Shop = {
      say,
      money: moneyIn(this.locale, this.currency),
      emit: (name, detail) => this.emit(name, detail),
      announce: text => this.announce(text),
      change: (id, state) => {
        this.#states.set(id, { ...this.#states.get(id), ...state })
        this.draw()
      }
    }
    return items.map(item => productCard(item, this.#states.get(item.card.id) ?? {}, shop))
  }

  /** Says something to those who cannot see it happen. */
  protected announce(text: string): void {
    this.spoken = text
    this.draw()
  }
}
