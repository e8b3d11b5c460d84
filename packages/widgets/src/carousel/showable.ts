import type { CarouselItem } from './events.ts'

/** The items that can be shown: those with a link that may stand in a page, at most `limit`. */
export function showable(items: readonly CarouselItem[], limit?: number): readonly CarouselItem[] {
  return items.filter(({ card }) => isWeb(card.link)).slice(0, limit)
}

/** Whether a link leads to the web, by the browser's own reading of it: `java\nscript:` is no relative path to it. */
function isWeb(href: string): boolean {
  return /^http/.test(Object.assign(document.createElement('a'), { href }).protocol)
}
