import type { Card } from '@vitrine/protocol'
import type { Shop } from './Shop.ts'
import { choicesOf } from './variants.ts'

/** What it costs, and what it cost before where it is reduced. Struck text is not spoken, so words say which is which. */
export function price(card: Card, { say, money }: Shop) {
  const { price: lowest, listPrice = 0 } = card
  const hasHigher = choicesOf(card).some(variant => variant.ok && (variant.price ?? 0) > lowest)
  const now = hasHigher ? say('card.from', { price: money(lowest) }) : money(lowest)
  return (
    <p part="price">
      {listPrice > lowest ? (
        <>
          <span class="sr">{say('card.now')} </span>
          <span part="sale">{now}</span> <span class="sr">{say('card.was')} </span>
          <s part="was">{money(listPrice)}</s>
        </>
      ) : (
        now
      )}
    </p>
  )
}
