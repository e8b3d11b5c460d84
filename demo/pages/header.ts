import { addressOf } from '../range/aisles.ts'
import { aislePath } from './aislePath.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'
import type { ShopSigns, Visit } from './page.ts'

/** What hangs over the door: the aisles most people come for. */
const NAV: readonly (readonly [name: string, path: readonly string[]])[] = [
  ['Christmas', ['Giftware', 'Christmas']],
  ['Kitchen', ['Giftware', 'Kitchen & Dining']],
  ['Home', ['Giftware', 'Home Decor']],
  ['Candles', ['Giftware', 'Candles & Fragrance']],
  ['Stationery', ['Giftware', 'Stationery & Craft']],
  ['Jewellery', ['Giftware', 'Jewellery & Beauty']],
  ['Children', ['Giftware', 'Toys & Children']],
  ['Garden', ['Giftware', 'Garden']],
  ['All gifts', ['Giftware']],
  ['Clothing', ['Clothing & Footwear', 'Apparel']],
  ['Shoes', ['Clothing & Footwear', 'Footwear']]
]

/** The shop's header: name, search, account, cart and the aisles. */
export function header(signs: ShopSigns, { customer }: Visit): Html {
  const account = customer ? `Account of customer ${customer.id}` : 'Log in'
  return html`<header class="top">
      <p class="notice">A demo shop with real goods and invented stock. Nothing is sold, nothing is sent.</p>
      <div class="bar">
        <a class="name" href="/"><span class="mark" aria-hidden="true">${icon('leaf')}</span>${signs.name}</a>
        <form class="search" role="search" action="/search">
          <label class="unseen" for="q">Search the shop</label>
          <input id="q" name="q" type="search" placeholder="Lanterns, bunting, boots…" autocomplete="off" enterkeyhint="search">
          <button aria-label="Search">${icon('search')}</button>
        </form>
        <ul class="tools">
          <li><a href="/account">${icon('person')}<span class="tool-name">${customer ? 'Account' : 'Log in'}</span><span class="unseen">${customer ? `, ${account}` : ''}</span></a></li>
          <li><a href="/cart">${icon('basket')}<span class="tool-name">Basket</span> <span class="count" data-cart-count hidden>0</span></a></li>
        </ul>
      </div>
      <nav class="aisles" aria-label="Departments">
        <ul>${NAV.map(([name, path]) => html`<li><a href="${aislePath({ address: addressOf(path) })}">${name}</a></li>`)}</ul>
      </nav>
    </header>`
}
