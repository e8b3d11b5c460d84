import { picturePath, productPath } from '../catalogue/feed.ts'
import type { Range } from '../range/openRange.ts'
import { pounds } from '../range/priceOf.ts'
import type { Shopper, ShopperOrder } from '../till/shopper.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
const ORDERS_SHOWN = 6
const LINES_SHOWN = 6

const crumbs = [{ name: 'Account', path: '/account' }]

/** Nobody is logged in: the door stands open to the real, anonymous customers of the order data. */
export function loginPage(shoppers: readonly Shopper[]): Page {
  return {
    type: 'account',
    title: 'Log in',
    path: '/account',
    crumbs,
    body: html`<header class="listing-head">
        <h1>Log in as somebody</h1>
        <p>These people are real and nameless: the order data knows their number and receipts. Choose one and the shop's server signs a token for them; their orders then arrive on this device, if you allow personalising.</p>
      </header>
      <form method="post" action="/login">
        <ul class="people">${shoppers.map(
          shopper => html`<li>
          <h2>${capital(shopper.role)}</h2>
          <p class="likes">Customer ${shopper.id}. ${capital(shopper.description)}.</p>
          <button class="button quiet" name="customer" value="${shopper.id}">Log in<span class="unseen"> as customer ${shopper.id}</span></button>
        </li>`
        )}</ul>
      </form>`
  }
}

/**
 * A customer's own page: what Vitrine brings back for them, and the receipts from the shop's own books.
 *
 * @param isKept - Whether they have allowed personalising: only then something will come, and room is kept for it.
 */
export function accountPage(shopper: Shopper, range: Range, isKept: boolean): Page {
  return {
    type: 'account',
    title: 'Your account',
    path: '/account',
    crumbs,
    body: html`<header class="listing-head account-head">
        <div>
          <h1>Good to see you again</h1>
          <p>Customer ${shopper.id}. ${capital(shopper.description)}.</p>
        </div>
        <form method="post" action="/logout" class="leave">
          <button class="button quiet small">Log out</button>
          <button class="button quiet small" data-forget>Log out and forget this device</button>
        </form>
      </header>
      <p class="note" id="account-consent" hidden>Your orders stay on our server until you allow personalising: <button class="plain" data-consent-open>privacy choices</button>.</p>
      <vitrine-carousel${isKept ? html` class="shelf"` : ''} placement="account-again"></vitrine-carousel>
      <section aria-labelledby="orders">
        <h2 id="orders">Your last orders</h2>
        <ol class="orders">${shopper.orders.slice(0, ORDERS_SHOWN).map(order => orderCard(order, range))}</ol>
      </section>
      <div id="account-more"></div>`
  }
}

function orderCard({ invoice, at, lines, pence }: ShopperOrder, range: Range): Html {
  const shown = lines.slice(0, LINES_SHOWN)
  return html`<li class="order">
          <h3>Order ${invoice}</h3>
          <p>${DAY.format(at)}, ${pounds(pence)}</p>
          <ul>${shown.map(({ itemId, quantity }) => {
            const found = range.variant(itemId)
            if (!found) return html`<li>${quantity} × ${itemId}, no longer sold</li>`
            return html`<li><img src="${picturePath(found.product, found.variant)}" alt="" width="48" height="60" loading="lazy"><span>${quantity} ×</span> <a href="${productPath(found.product)}">${found.variant.title}</a></li>`
          })}</ul>
          ${lines.length > shown.length ? html`<p class="more">and ${lines.length - shown.length} more</p>` : ''}
        </li>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
