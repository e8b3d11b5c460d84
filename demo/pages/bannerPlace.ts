import { type BannerTexts, bannerHtml } from 'vitrine/server'
import { type Html, raw } from './html.ts'
import type { ShopSigns, Visit } from './page.ts'

/** A banner as the shop writes it: where, what stands there without Vitrine, and how a campaign looks in the shop's clothes. */
interface BannerPlace {
  readonly placement: string
  readonly inside: Html
  readonly render: (texts: BannerTexts) => Html
}

/** Writes a banner with a template for each of its campaigns; the snippet in the page's head picks one before the first paint. */
export function bannerPlace({ config }: ShopSigns, { nonce }: Visit, place: BannerPlace): Html {
  const { placement, inside, render } = place
  return raw(
    bannerHtml({
      config,
      placement,
      inside: String(inside),
      render: texts => String(render(texts)),
      nonce
    })
  )
}
