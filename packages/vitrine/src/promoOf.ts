import { type Blanks, slugOf } from '@vitrine/engine'
import { type Content, type RankedItem, type ShopConfig, safeUrl, toMajor } from '@vitrine/protocol'
import { textOf } from './textOf.ts'

/** A banner's or popup's content in the shop's language, its blanks filled in. Texts are texts; URLs are checked. */
export interface Promo {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly decline: string
  readonly reason: string
  readonly link?: string | undefined
  readonly image?: string | undefined
  readonly layout?: string | undefined
}

/** Puts a content into words. With products, what it does not say itself is said of the first. */
export function promoOf(
  content: Content,
  blanks: Blanks,
  { locale, currency }: Pick<ShopConfig, 'locale' | 'currency'>,
  [first]: readonly RankedItem[]
): Promo {
  const { gap } = blanks
  const values: Readonly<Record<string, string | 0 | undefined>> = {
    ...blanks,
    gap: gap && new Intl.NumberFormat(locale, { style: 'currency', currency }).format(toMajor(gap, currency)),
    item: first ? (first.reason.item ?? first.card.title) : blanks.item
  }
  const fill = (text: string, wordOf: (value: string) => string) =>
    text.replace(/\{(gap|department|size|item)\}/g, (_, name: string) => wordOf(values[name] || ''))
  const say = (words: Content['title']) => fill(textOf(words, locale), String)
  const { title, text, button, decline, reason, layout } = content
  return {
    title: say(title),
    text: say(text),
    button: say(button),
    decline: say(decline),
    reason: say(reason),
    link: safeUrl(content.link ? fill(content.link, slugOf) : first?.card.link),
    image: safeUrl(content.image ?? first?.card.image),
    layout
  }
}
