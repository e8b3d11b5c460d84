import { ga4Listed } from '../range/ga4Item.ts'
import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import { searchRange } from '../range/searchRange.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'
import { productTile } from './productTile.ts'

/** More than these nobody looks through; better words find sooner. */
const MOST = 60

/** What was found for a few words; where nothing was, a place for what others like. */
export function searchPage(range: Range, stock: Stock, asked: string): Page {
  const query = asked.trim().slice(0, 100)
  const found = searchRange(range, query)
  const shown = found.slice(0, MOST)
  return {
    type: 'search',
    title: query === '' ? 'Search' : `“${query}”`,
    path: `/search${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`,
    crumbs: [{ name: 'Search', path: '/search' }],
    told: query === '' ? [] : [{ event: 'search', search_term: query }, ...listTold(shown)],
    body: html`<header class="listing-head">
        <h1>${query === '' ? 'What are you looking for?' : html`Found for “${query}”`}</h1>
        <p>${countWords(query, found.length)}</p>
      </header>
      ${
        shown.length > 0
          ? html`<h2 class="unseen">Products</h2><ul class="tiles">${shown.map((one, at) => productTile(one, stock.isSoldOut(one), at < 4))}</ul>`
          : html`<p class="empty">Try a shorter word, such as <a href="/search?q=lantern">lantern</a>, <a href="/search?q=bunting">bunting</a> or <a href="/search?q=boots">boots</a>.</p>
      <div id="nothing-found"></div>`
      }`
  }
}

function listTold(shown: ReturnType<typeof searchRange>) {
  if (shown.length === 0) return []
  const ecommerce = {
    currency: 'GBP',
    item_list_id: 'search',
    item_list_name: 'Search',
    items: shown.map(ga4Listed)
  }
  return [{ event: 'view_item_list', ecommerce }]
}

function countWords(query: string, count: number): string {
  if (query === '') return 'Four thousand things wait to be found.'
  if (count === 0) return 'Nothing, sorry.'
  return count > MOST
    ? `The first ${MOST} of ${count} things`
    : `${count} ${count === 1 ? 'thing' : 'things'}`
}
