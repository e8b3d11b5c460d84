import { isWeb } from '../base/isWeb.ts'

/** What a campaign says: plain texts, never markup. Empty is the same as absent. */
export interface Promo {
  readonly title?: string | undefined
  readonly text?: string | undefined
  /** What the link is called. */
  readonly button?: string | undefined
  /** Where it leads. One that does not lead to the web is as good as none. */
  readonly link?: string | undefined
  /** An ornament: it may not say what the words do not. */
  readonly image?: string | undefined
  /** What declines: "No, thank you". Of a popup. */
  readonly decline?: string | undefined
  /** Of a banner `hero`, `bar` or `inline`, of a popup `modal` or `corner`. */
  readonly layout?: string | undefined
}

/** Whether it says anything: a picture alone tells nothing to whoever cannot see it. */
export function hasWords(promo: Promo | undefined): promo is Promo {
  return !!(promo?.title || promo?.text)
}

/** Where a promo leads, if that may stand in a page. */
export function linkOf({ link }: Promo): string | undefined {
  return link && isWeb(link) ? link : undefined
}
