import { isWeb } from '../base/isWeb.ts'
import type { CarouselItem } from './events.ts'

/** The items that can be shown: those with a link that may stand in a page, at most `limit`. */
export function showable(items: readonly CarouselItem[], limit?: number): readonly CarouselItem[] {
  return items.filter(({ card }) => isWeb(card.link)).slice(0, limit)
}
