import type { BannerElement } from '../banner/BannerElement.tsx'
import { defineBanner } from '../banner/defineBanner.ts'
import { definePopup } from '../popup/definePopup.ts'
import type { PopupElement } from '../popup/PopupElement.tsx'
import type { PromoEventMap, PromoIntents } from '../promo/events.ts'
import type { Promo } from '../promo/Promo.ts'
import { PICTURE } from './items.ts'
import { frames } from './mount.ts'

/** What a campaign says, whole. */
export const PROMO: Promo = {
  title: 'Welcome back, the garden is waiting',
  text: 'Lanterns and bird baths that came in since your last visit.',
  button: 'See what is new',
  link: '/new',
  image: PICTURE
}

/** A code, ready to be shown. */
export const OFFER = { code: 'HELLO-7K2P', expires: 'Valid until Sunday, 29 November, 18:00' }

/** A banner in the page, drawn. */
export async function mountBanner(properties: Partial<BannerElement> = {}): Promise<BannerElement> {
  defineBanner()
  const element = document.createElement('vitrine-banner')
  Object.assign(element, { placement: 'home-top', ...properties })
  document.body.append(element)
  await frames()
  return element
}

/** A popup in the page, not shown yet. */
export async function mountPopup(properties: Partial<PopupElement> = {}): Promise<PopupElement> {
  definePopup()
  const element = document.createElement('vitrine-popup')
  Object.assign(element, { placement: 'leaving', content: PROMO, ...properties })
  document.body.append(element)
  await frames()
  return element
}

/** A popup in the page, shown. */
export async function openPopup(properties: Partial<PopupElement> = {}): Promise<PopupElement> {
  const element = await mountPopup(properties)
  element.show()
  await frames()
  return element
}

/** Everything a page hears of banners and popups from now on, until the page is emptied; prevented where asked for. */
export function hearPromos(prevent = false): [string, unknown][] {
  const heard: [string, unknown][] = []
  const names: (keyof PromoIntents)[] = [
    'vitrine:impression',
    'vitrine:select',
    'vitrine:dismiss',
    'vitrine:close'
  ]
  for (const name of names) {
    document.body.addEventListener(name, event => {
      heard.push([name, (event as PromoEventMap[typeof name]).detail])
      if (prevent) event.preventDefault()
    })
  }
  return heard
}
