import { safeUrl } from '@vitrine/protocol'
import type { CarouselItem } from './events.ts'

/** The items that can be shown: each product once, each with a link that may stand in a page, at most `limit`. */
export function showable(items: readonly CarouselItem[], limit = Number.POSITIVE_INFINITY): CarouselItem[] {
  const ids = new Set<string>()
  const shown: CarouselItem[] = []
  for (const item of items) {
    if (shown.length >= limit) break
    if (ids.has(item.card.id) || !safeUrl(item.card.link)) continue
    ids.add(item.card.id)
    shown.push(item)
  }
  return shown
}
