import type { BannerTexts } from 'vitrine/server'
import { FREE_DELIVERY_FROM_PENCE } from '../range/delivery.ts'
import { pounds } from '../range/priceOf.ts'
import { bannerPlace } from './bannerPlace.ts'
import { type Html, html } from './html.ts'
import type { ShopSigns, Visit } from './page.ts'

/** The strip above every page but the checkout: the shop's own promise, unless a campaign has something to say. */
export function shopBar(signs: ShopSigns, visit: Visit): Html {
  return bannerPlace(signs, visit, {
    placement: 'shop-bar',
    inside: html`<p class="strip">Free delivery from ${pounds(FREE_DELIVERY_FROM_PENCE).replace('.00', '')}, and thirty days to change your mind</p>`,
    render: strip
  })
}

function strip({ title, text, button, link }: BannerTexts): Html {
  const way = link === undefined ? '' : html` <a href="${link}">${button}</a>`
  return html`<p class="strip said">${title ? html`<strong>${title}</strong> ` : ''}${text}${way}</p>`
}
