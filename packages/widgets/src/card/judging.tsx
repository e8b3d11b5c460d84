import type { TargetedMouseEvent } from 'preact'
import type { CarouselItem } from '../carousel/events.ts'
import { panel } from './panel.tsx'
import type { CardState, Shop } from './Shop.ts'

/** Why a product is shown, and the shopper's word that it is not for them, which they can take back. */
export function judging(item: CarouselItem, { isGone }: CardState, { say, emit, change }: Shop) {
  const { card, reason } = item
  const { id, title } = card
  const judge = (gone: boolean, text: string, part: string) => (
    // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
    <button
      part={part}
      aria-label={`${text}: ${title}`}
      onClick={({ currentTarget }: TargetedMouseEvent<HTMLElement>) => {
        const place = currentTarget.closest('li')
        change(id, { isGone: gone })
        emit(gone ? 'vitrine:dislike' : 'vitrine:undo-dislike', { item })
        // Microtasks keep their order: by then it is drawn.
        queueMicrotask(() =>
          place?.querySelector<HTMLElement>(`[part~=${gone ? 'undo' : 'dislike'}]`)?.focus()
        )
      }}
    >
      {text}
    </button>
  )
  return [
    reason &&
      panel({
        part: 'action why',
        text: say('card.why'),
        title,
        content: reason,
        onOpen: () => emit('vitrine:why', { item })
      }),
    judge(true, say('card.dislike'), 'action dislike'),
    isGone && (
      <div part="note">
        <p>{say('card.disliked')}</p>
        {judge(false, say('card.undo'), 'button undo')}
      </div>
    )
  ]
}
