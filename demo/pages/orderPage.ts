import { pounds } from '../range/priceOf.ts'
import type { ShopOrder } from '../till/shopOrder.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'

/** Thank you, and what was bought. The purchase is told once: on the first sight of this page. */
export function orderPage(order: ShopOrder, isFirstSight: boolean): Page {
  const { discount, sum } = order
  return {
    type: 'order_confirmation',
    title: 'Thank you',
    path: `/order/${order.id}`,
    told: isFirstSight
      ? [
          {
            event: 'purchase',
            ecommerce: {
              transaction_id: order.id,
              currency: 'GBP',
              value: (sum.goodsPence - sum.savedPence) / 100,
              tax: 0,
              shipping: sum.deliveryPence / 100,
              ...(discount && { coupon: discount.code }),
              items: order.lines.map(line => line.item)
            }
          }
        ]
      : [],
    body: html`<header class="listing-head">
        <p class="eyebrow">Order ${order.id}</p>
        <h1>Thank you</h1>
        <p>If this were not a demo, it would be on its way by tomorrow.</p>
      </header>
      <ul class="receipt">${order.lines.map(
        ({ item, image, link, pence }) => html`<li>
          <img src="${image}" alt="" width="96" height="120">
          <a href="${link}">${item.item_name}</a>
          <span>${item['item_variant'] ?? ''}</span>
          <span>${item.quantity} × ${pounds(pence)}</span>
        </li>`
      )}</ul>
      <dl class="sum">
        <div><dt>Goods</dt><dd>${pounds(sum.goodsPence)}</dd></div>
        ${discount ? html`<div><dt>${discount.code}, ${discount.words}</dt><dd>${sum.savedPence > 0 ? `−${pounds(sum.savedPence)}` : ''}</dd></div>` : ''}
        <div><dt>Delivery</dt><dd>${sum.deliveryPence === 0 ? 'free' : pounds(sum.deliveryPence)}</dd></div>
        <div class="total"><dt>Together</dt><dd>${pounds(sum.totalPence)}</dd></div>
      </dl>
      <div id="order-more"></div>
      <p><a class="button quiet" href="/">Back to the shop</a></p>`
  }
}
