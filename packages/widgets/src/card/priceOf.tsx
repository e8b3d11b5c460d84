import type { Card } from '@vitrine/protocol'
import type { Shop } from './Shop.ts'

/** What it costs, and what it cost before where it is reduced. Struck text is not spoken, so a sentence says both. */
export function priceOf({ price, listPrice = 0 }: Card, { say, money }: Shop) {
  const now = money(price)
  const was = listPrice > price && money(listPrice)
  return (
    <p part="price">
      {was ? (
        <>
          <span class="sr">{say('card.reduced', { now, was })}</span>
          <span part="sale" aria-hidden="true">
            {now}
          </span>{' '}
          <s part="was" aria-hidden="true">
            {was}
          </s>
        </>
      ) : (
        now
      )}
    </p>
  )
}
