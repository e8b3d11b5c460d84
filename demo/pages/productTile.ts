import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { picturePath, productPath } from '../catalogue/feed.ts'
import { type Price, pounds, priceOf } from '../range/priceOf.ts'
import { type Html, html } from './html.ts'

/** A product in a list. The whole tile is one link; its name is the product's title. */
export function productTile(product: DemoProduct, isSoldOut: boolean, isEarly = false): Html {
  return html`<li class="tile">
      <a href="${productPath(product)}">
        <img src="${picturePath(product)}" alt="" width="400" height="500"${isEarly ? '' : html` loading="lazy"`} decoding="async">
        <span class="tile-title">${product.title}</span>
        ${priceTag(priceOf(product))}
        ${isSoldOut ? html`<span class="badge">Sold out</span>` : ''}
      </a>
    </li>`
}

/** A price; what it was before is said in words to those who do not see the line through it. */
export function priceTag({ now, before, from }: Price): Html {
  return html`<span class="price">${from ? html`<span class="from">from </span>` : ''}${
    before === undefined
      ? pounds(now)
      : html`<ins><span class="unseen">now </span>${pounds(now)}</ins> <del><span class="unseen">before </span>${pounds(before)}</del>`
  }</span>`
}
