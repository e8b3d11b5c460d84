import type { BannerTexts } from 'vitrine/server'
import { FREE_DELIVERY_FROM_PENCE } from '../range/delivery.ts'
import { pounds } from '../range/priceOf.ts'
import { bannerPlace } from './bannerPlace.ts'
import { type Html, html } from './html.ts'
import type { ShopSigns, Visit } from './page.ts'

/** The strip above every page but the checkout: the shop's own promise, unless a campaign has something to say. */
export function shopBar(signs: ShopSigns, visit: Visit): Html {
  const place = bannerPlace(signs, visit, {
    placement: 'shop-bar',
    inside: html`<p class="strip">Free delivery from ${pounds(FREE_DELIVERY_FROM_PENCE).replace('.00', '')}, and thirty days to change your mind</p>`,
    render: strip
  })
  // Beside the header and the page's own content: a landmark of its own, or who goes from one to the next misses it.
  return html`<aside aria-label="From the shop">${place}</aside>`
}

function strip({ title, text, button, link }: BannerTexts): Html {
  const way = link === undefined ? '' : html` <a href="${link}">${button}</a>`
  return html`<p class="strip said">${title ? html`<strong>${title}</strong> ` : ''}${text}${way}</p>`
}
