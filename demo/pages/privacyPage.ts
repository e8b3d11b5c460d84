import { html } from './html.ts'
import type { Page } from './page.ts'

/** What is known, why things were shown, a copy to take away, and the button that ends it. */
export function privacyPage(): Page {
  return {
    type: 'other',
    title: 'What is known about you',
    path: '/privacy',
    crumbs: [{ name: 'What is known about you', path: '/privacy' }],
    body: html`<header class="listing-head">
        <h1>What is known about you</h1>
        <p>Everything below stands on this device. It was put together here, from what you did here; the shop's server sees of it only what you allowed.</p>
      </header>
      <div class="known">
        <section aria-labelledby="known-consent"><h2 id="known-consent">What you allowed</h2><div data-known="consent"><p class="empty">Asking your device…</p></div>
          <p><button class="button quiet small" data-consent-open>Change your choices</button></p></section>
        <section aria-labelledby="known-profile"><h2 id="known-profile">What this device makes of it</h2><div data-known="profile"><p class="empty">Asking your device…</p></div></section>
        <section aria-labelledby="known-sent"><h2 id="known-sent">What was told to the shop</h2><div data-known="sent"><p class="empty">Asking your device…</p></div></section>
        <section aria-labelledby="known-end"><h2 id="known-end">Take it with you, or end it</h2>
          <p>A copy is a file you can read. Erasing empties this device and asks the shop's server to erase what it was told of it.</p>
          <p class="actions"><button class="button quiet" data-export>Save a copy</button> <button class="button danger" data-erase>Erase everything</button></p>
        </section>
      </div>
      <div id="privacy-shelf"></div>`
  }
}
