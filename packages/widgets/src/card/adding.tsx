import type { CarouselItem } from '../carousel/events.ts'
import { isBuyable } from './isBuyable.ts'
import { panel } from './panel.tsx'
import type { Shop } from './Shop.ts'

/** Puts a product into the cart, by one press; or by two, where a size or colour has to be chosen. */
export function adding(item: CarouselItem, { say, money, emit, announce, change }: Shop) {
  const { id, title, variants = [] } = item.card
  const part = 'button main add'
  const add = (variantId: string) => {
    // Untaken, it is nobody's: whoever puts it into the cart prevents the event, and only then is it said.
    if (emit('vitrine:add', { item, variantId, quantity: 1 })) return
    change(id, { isAdded: true })
    announce(`${say('card.added')}: ${title}`)
  }
  const canBuy = isBuyable(item.card)
  if (canBuy && variants.length > 1) {
    const content = variants.map(variant => (
      // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
      <button
        key={variant.id}
        part="button choice"
        disabled={!variant.ok}
        onClick={event => {
          // Closes the panel, and keeps the focus that would be lost with it.
          const summary = event.currentTarget.closest('details')?.querySelector('summary')
          summary?.focus()
          summary?.click()
          add(variant.id)
        }}
      >
        {[variant.size, variant.color].filter(Boolean).join(' · ') || variant.id}{' '}
        <small>{variant.ok ? variant.price && money(variant.price) : say('card.soldOut')}</small>
      </button>
    ))
    return panel({ part, text: say('card.choose'), title, content })
  }
  const text = say(canBuy ? 'card.add' : 'card.soldOut')
  return (
    // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
    <button
      part={part}
      disabled={!canBuy}
      aria-label={`${text}: ${title}`}
      onClick={() => add(variants[0]?.id ?? id)}
    >
      {text}
    </button>
  )
}
