import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

/** Where to send it. Filled in with a sample person, because nothing is sent and nothing typed here is kept. */
export function checkoutPage(): Page {
  return {
    type: 'checkout',
    title: 'Checkout',
    path: '/checkout',
    crumbs: [
      { name: 'Basket', path: '/cart' },
      { name: 'Checkout', path: '/checkout' }
    ],
    body: html`<h1>Checkout</h1>
      <div class="checkout">
        <form id="checkout" class="form" method="post" action="/checkout">
          <p class="note">This is a demo: nothing is sold and nothing is sent. What you type stays in this page and is thrown away, all but a discount code.</p>
          <fieldset>
            <legend>Where shall it go?</legend>
            ${field('name', 'Name', 'name', 'Alex Sample')}
            ${field('email', 'Email', 'email', 'alex@example.org', 'email')}
            ${field('address', 'Street and number', 'street-address', '1 Example Lane')}
            ${field('town', 'Town', 'address-level2', 'Sampleton')}
            ${field('postcode', 'Postcode', 'postal-code', 'EX1 2MP')}
          </fieldset>
          <fieldset class="code">
            <legend>A discount code?</legend>
            <p class="field"><label for="code">Code</label><span class="code-row"><input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="64" aria-describedby="code-said"><button class="button quiet small" type="button" data-code-use>Use it</button></span></p>
            <p class="code-said" id="code-said" role="status"></p>
          </fieldset>
          <p class="form-problem" id="checkout-problem" role="alert"></p>
          <button class="button">Place the order</button>
        </form>
        <section class="summary" aria-labelledby="summary-title">
          <h2 id="summary-title">In your basket</h2>
          <div id="summary"><p class="empty">Looking into your basket…</p></div>
        </section>
      </div>`
  }
}

function field(id: string, label: string, autocomplete: string, sample: string, type = 'text'): Html {
  return html`<p class="field"><label for="${id}">${label}</label><input id="${id}" type="${type}" autocomplete="${autocomplete}" value="${sample}" required></p>`
}
