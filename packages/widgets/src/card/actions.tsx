import type { ComponentProps } from 'preact'
import type { CarouselItem } from '../carousel/events.ts'
import { choices } from './choices.tsx'
import type { CardState, Shop } from './Shop.ts'
import { choicesOf, isBuyable } from './variants.ts'

/** What can be done with a product, each button followed by what it opens, so that Tab leads there. */
export function actions(item: CarouselItem, { cover }: CardState, shop: Shop) {
  const { say, emit, announce, change } = shop
  const { card, reason } = item
  const { id, title } = card
  const hasChoice = choicesOf(card).length > 0
  const canBuy = isBuyable(card)

  // Short to look at; to a screen reader a button also says which product it is about.
  const button = (part: string, text: string, rest: ComponentProps<'button'>) => (
    // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
    <button part={part} aria-label={`${text}: ${title}`} {...rest}>
      {text}
    </button>
  )
  const toggle = (to: 'choices' | 'reason') => () => {
    change(id, { cover: cover === to ? undefined : to })
    if (to === 'reason' && cover !== to) emit('vitrine:why', { item })
  }
  const add = (variantId: string) => {
    if (!emit('vitrine:add', { item, variantId, quantity: 1 })) return
    change(id, { cover: undefined, isAdded: true }, '[part~=add]')
    announce(`${say('card.added')}: ${title}`)
  }
  const judge = (isGone: boolean) => () => {
    change(id, { cover: isGone ? 'gone' : undefined }, isGone ? '[part~=undo]' : '[part~=dislike]')
    emit(isGone ? 'vitrine:dislike' : 'vitrine:undo-dislike', { item })
  }
  return (
    <>
      {button('button add', say(canBuy ? (hasChoice ? 'card.choose' : 'card.add') : 'card.soldOut'), {
        disabled: !canBuy,
        'aria-expanded': hasChoice ? cover === 'choices' : undefined,
        onClick: hasChoice ? toggle('choices') : () => add(card.variants?.[0]?.id ?? id)
      })}
      {cover === 'choices' && choices(card, shop, add)}
      {reason &&
        button('action why', say('card.why'), {
          'aria-expanded': cover === 'reason',
          onClick: toggle('reason')
        })}
      {cover === 'reason' && <p part="panel reason">{reason}</p>}
      {button('action dislike', say('card.dislike'), { onClick: judge(true) })}
      {cover === 'gone' && (
        <div part="note">
          <p>{say('card.disliked')}</p>
          {button('button undo', say('card.undo'), { onClick: judge(false) })}
        </div>
      )}
    </>
  )
}
