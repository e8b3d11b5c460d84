import type { Card } from '@vitrine/protocol'
import type { Say } from '../texts/texts.ts'
import type { Money } from './money.ts'
import { hasManyPrices } from './variants.ts'

type PriceProps = { readonly card: Card; readonly say: Say; readonly money: Money }

/** What it costs, and what it cost before where it is reduced. Struck text is not spoken, so words say which is which. */
export function Price({ card, say, money }: PriceProps) {
  const { price, listPrice = 0 } = card
  const now = hasManyPrices(card) ? say('card.from', { price: money(price) }) : money(price)
  if (listPrice <= price) return <p part="price">{now}</p>
  return (
    <p part="price">
      <span part="sale">
        <span class="sr">{say('card.now')} </span>
        {now}
      </span>{' '}
      <s part="was">
        <span class="sr">{say('card.was')} </span>
        {money(listPrice)}
      </s>
    </p>
  )
}
