import type { Availability, Card } from '@vitrine/protocol'
import type { Say, TextKey } from '../texts/texts.ts'
import { isBuyable } from './variants.ts'

/** Only what a shopper must know before choosing, and only where it is so. */
const SAID: Partial<Record<Availability, TextKey>> = {
  limited_availability: 'card.fewLeft',
  preorder: 'card.preorder',
  presale: 'card.preorder',
  backorder: 'card.backorder'
}

type FactsProps = {
  readonly card: Card
  readonly say: Say
  readonly isAdded: boolean
}

/** Small labels on the picture: stock, rating, and that it was added. */
export function Facts({ card, say, isAdded }: FactsProps) {
  const stock = isBuyable(card) ? SAID[card.availability] : 'card.soldOut'
  const { rating } = card
  return (
    <>
      {stock && <span part="badge">{say(stock)}</span>}
      {isAdded ? (
        <span part="badge added">{say('card.added')}</span>
      ) : (
        rating && (
          <span part="badge rating">
            <span aria-hidden="true">
              ★ {rating.value.toFixed(1)} ({rating.count})
            </span>
            <span class="sr">
              {say('card.rating', { value: rating.value.toFixed(1), count: rating.count })}
            </span>
          </span>
        )
      )}
    </>
  )
}
