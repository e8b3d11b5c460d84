import { type Aisle, addressOf } from '../range/aisles.ts'
import { ga4Listed } from '../range/ga4Item.ts'
import { type ListPage, type ListView, listProducts, ORDERS } from '../range/listProducts.ts'
import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import { aislePath } from './aislePath.ts'
import { type Html, html } from './html.ts'
import type { Crumb, Page } from './page.ts'
import { productTile } from './productTile.ts'

/** A department or a category: what lies below it, a choice of order and colour, and a page of its products. */
export function aislePage(range: Range, stock: Stock, aisle: Aisle, view: ListView): Page {
  const list = listProducts(range.inAisle(aisle), view)
  const path = aislePath(aisle)
  return {
    type: 'category',
    title: titleOf(aisle, view, list),
    description: `${aisle.name}: ${aisle.count} things to choose from.`,
    path: list.page > 1 ? hrefOf(path, view, list.page) : path,
    crumbs: aisle.path.map((_, level) => crumbTo(aisle.path.slice(0, level + 1))),
    jsonLd: [{ '@type': 'CollectionPage', name: aisle.name }],
    told: [
      {
        event: 'view_item_list',
        ecommerce: {
          currency: 'GBP',
          item_list_id: aisle.address,
          item_list_name: aisle.name,
          items: list.products.map(ga4Listed)
        }
      }
    ],
    body: html`<header class="listing-head">
        <h1>${aisle.name}</h1>
        <p>${list.total} ${list.total === 1 ? 'thing' : 'things'}${view.colour ? html` in ${view.colour.toLowerCase()}` : ''}</p>
      </header>
      ${aisle.below.length > 0 ? narrower(aisle) : ''}
      ${choices(path, view, list)}
      <h2 class="unseen">Products</h2>
      <ul class="tiles">${list.products.map((one, at) => productTile(one, stock.isSoldOut(one), at < 4))}</ul>
      ${pages(path, view, list)}
      <div id="aisle-shelf"></div>`
  }
}

/** A step to an aisle, for the breadcrumbs of it and of its products. */
export function crumbTo(path: readonly string[]): Crumb {
  return { name: path.at(-1) ?? '', path: aislePath({ address: addressOf(path) }) }
}

function titleOf({ path }: Aisle, { colour }: ListView, { page }: ListPage): string {
  const name = [...path].reverse().join(', ')
  return [colour, name, page > 1 ? `page ${page}` : undefined].filter(Boolean).join(' · ')
}

function narrower({ name, below }: Aisle): Html {
  return html`<nav class="chips" aria-label="Within ${name}">
        <ul>${below.map(one => html`<li><a class="chip" href="${aislePath(one)}">${one.name} <span class="chip-count">${one.count}</span></a></li>`)}</ul>
      </nav>`
}

function choices(path: string, view: ListView, { colours }: ListPage): Html {
  return html`<form class="choices" action="${path}" aria-label="Arrange the list">
        <p><label for="sort">Order</label>
          <select id="sort" name="sort">${Object.entries(ORDERS).map(
            ([name, words]) =>
              html`<option value="${name}"${view.order === name ? html` selected` : ''}>${words}</option>`
          )}</select></p>
        ${
          colours.length > 1
            ? html`<p><label for="colour">Colour</label>
          <select id="colour" name="colour"><option value="">Any</option>${colours.map(
            colour => html`<option${view.colour === colour ? html` selected` : ''}>${colour}</option>`
          )}</select></p>`
            : ''
        }
        <button class="button quiet small">Show</button>
      </form>`
}

function pages(path: string, view: ListView, { page, pages }: ListPage): Html {
  if (pages === 1) return html``
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter(
    one => one === 1 || one === pages || Math.abs(one - page) <= 1
  )
  return html`<nav class="pages" aria-label="Pages">
        <ul>${near.map(
          one =>
            html`${one > 2 && !near.includes(one - 1) ? html`<li class="gap" aria-hidden="true">…</li>` : ''}<li><a href="${hrefOf(path, view, one)}"${
              one === page ? html` aria-current="page"` : ''
            }><span class="unseen">Page </span>${one}</a></li>`
        )}</ul>
      </nav>`
}

function hrefOf(path: string, { order, colour }: ListView, page: number): string {
  const query = new URLSearchParams()
  if (order !== 'popular') query.set('sort', order)
  if (colour !== undefined) query.set('colour', colour)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${path}?${query}` : path
}
