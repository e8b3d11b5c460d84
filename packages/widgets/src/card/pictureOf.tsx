import type { Card } from '@vitrine/protocol'
import type { CardSay } from './Shop.ts'

/** The first letters of the first two words, which stand in for a picture. */
const INITIALS = /(?<!\p{L})\p{L}/gu

/**
 * A product's picture in a box of fixed ratio, its initials where there is none or it does not load; on it the
 * rating, or that it was added.
 */
export function pictureOf({ rating, title, image }: Card, say: CardSay, isAdded?: boolean) {
  const value = rating?.value.toFixed(1) ?? ''
  return (
    <div part="media">
      {image && (
        <img
          key={image}
          part="image"
          src={image}
          alt=""
          loading="lazy"
          onError={event => {
            event.currentTarget.hidden = true
          }}
        />
      )}
      <span part="initials" aria-hidden="true">
        {title.match(INITIALS)?.slice(0, 2)}
      </span>
      {isAdded ? (
        <span part="badge added">{say('card.added')}</span>
      ) : (
        rating && (
          <span part="badge rating" role="img" aria-label={say('card.rating', { ...rating, value })}>
            ★ {value} ({rating.count})
          </span>
        )
      )}
    </div>
  )
}
