import { safeUrl } from '@vitrine/protocol'
import type { CarouselItem } from './events.ts'

/** The items that can be shown: each product once, each with a link that may stand in a page, at most `limit`. */
export function showable(items: readonly CarouselItem[], limit?: number): readonly CarouselItem[] {
  const ids = new Set<string>()
  return items.filter(({ card }) => safeUrl(card.link) && ids.size < ids.add(card.id).size).slice(0, limit)
}
