import type { Card } from '@vitrine/protocol'
import type { Shop } from './Shop.ts'
import { choicesOf } from './variants.ts'

/** A button for each size and colour. What cannot be ordered is there, and says so; a price, where it differs. */
export function choices(card: Card, { say, money }: Shop, onChoose: (variantId: string) => void) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a form to the shop's own scripts.
    <div part="panel choices" role="group" aria-label={card.title}>
      {choicesOf(card).map(({ id, size, color, price = card.price, ok }) => (
        // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
        <button key={id} part="button choice" disabled={!ok} onClick={() => onChoose(id)}>
          {size} {color} {!size && !color && id}{' '}
          <small>{ok ? price !== card.price && money(price) : say('card.soldOut')}</small>
        </button>
      ))}
    </div>
  )
}
