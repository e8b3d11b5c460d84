import { aislePath } from './aislePath.ts'
import { type Html, html } from './html.ts'
import type { ShopSigns } from './page.ts'

/** The foot of every page: the aisles once more, what is known of you, and whose data this is. */
export function footer({ name, departments }: ShopSigns): Html {
  const largest = departments.flatMap(({ below }) => below).sort((a, b) => b.count - a.count)
  return html`<footer class="foot">
      <div class="foot-columns">
        <section aria-labelledby="foot-shop">
          <h2 id="foot-shop">${name}</h2>
          <p>Small things that make a house a home, and clothes to walk there in. What this page recommends is decided on your own device.</p>
        </section>
        <nav aria-labelledby="foot-aisles">
          <h2 id="foot-aisles">Browse</h2>
          <ul>${largest.slice(0, 6).map(aisle => html`<li><a href="${aislePath(aisle)}">${aisle.name}</a></li>`)}</ul>
        </nav>
        <nav aria-labelledby="foot-you">
          <h2 id="foot-you">You and us</h2>
          <ul>
            <li><a href="/privacy">What is known about you</a></li>
            <li><button class="plain" data-consent-open>Privacy choices</button></li>
            <li><a href="/account">Your account</a></li>
          </ul>
        </nav>
      </div>
      <p class="credits">
        Gifts and their orders: <a href="https://archive.ics.uci.edu/dataset/352/online+retail">“Online Retail”</a>, Chen, Sain and Guo, UCI Machine Learning Repository, CC BY 4.0.
        Clothing and footwear: AWS Retail Demo Store, MIT-0. Order dates are moved to the present; sizes, stock and pictures are invented.
      </p>
    </footer>`
}
