import type { CardVariant } from '@vitrine/protocol'
import type { Say } from '../texts/texts.ts'
import type { Money } from './money.ts'
import { variantName } from './variants.ts'

type ChoicesProps = {
  readonly label: string
  readonly variants: readonly CardVariant[]
  /** The card's price in minor units: a variant says its own only where it differs. */
  readonly price: number
  readonly say: Say
  readonly money: Money
  readonly onChoose: (variantId: string) => void
}

/** A button for each size or colour. What cannot be ordered is there, and says so. */
export function Choices({ label, variants, price, say, money, onChoose }: ChoicesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a form to the shop's own scripts.
    <div part="panel choices" role="group" aria-label={label}>
      {variants.map(variant => (
        <button
          key={variant.id}
          type="button"
          part="button choice"
          disabled={!variant.ok}
          onClick={() => onChoose(variant.id)}
        >
          {variantName(variant)}
          {!variant.ok && <small> {say('card.soldOut')}</small>}
          {variant.ok && (variant.price ?? price) !== price && (
            <small> {money(variant.price ?? price)}</small>
          )}
        </button>
      ))}
    </div>
  )
}
