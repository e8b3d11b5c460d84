import { html } from './html.ts'
import type { Page } from './page.ts'

/** The basket. What is in it stands on the shopper's device alone, so the page's script fills it. */
export function cartPage(): Page {
  return {
    type: 'cart',
    title: 'Your basket',
    path: '/cart',
    crumbs: [{ name: 'Basket', path: '/cart' }],
    body: html`<h1>Your basket</h1>
      <div id="delivery-gap"></div>
      <div class="cart" id="cart"><p class="empty">Looking into your basket…</p></div>
      <noscript><p class="empty">The basket needs JavaScript.</p></noscript>
      <vitrine-carousel class="shelf" placement="cart-together"></vitrine-carousel>`
  }
}
