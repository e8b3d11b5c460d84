import { type Html, html, raw } from './html.ts'
import type { ShopSigns } from './page.ts'

/**
 * The two lines of the README, with a nonce. Calls made before the script is there wait in `vitrine.q`.
 */
export function vitrineTag(signs: ShopSigns, nonce: string): Html {
  return html`<script nonce="${nonce}">${raw('window.vitrine ??= (...call) => (vitrine.q ??= []).push(call)')}</script>
    <script async src="/sdk/vitrine.js" nonce="${nonce}" data-shop="${signs.shop}" data-key="${signs.publicKey}" data-api="${signs.apiOrigin}" data-models="/models" data-consent="ask"></script>`
}

/**
 * The trial panel can move the shop's clock; this line makes the page live in that time before anything else reads it.
 * A visitor who never moves it has nothing stored and the true time.
 */
export const CLOCK_SCRIPT = raw(
  'try{const by=Number(localStorage.getItem("trial.clock"));if(by){const now=Date.now.bind(Date);Date.now=()=>now()+by}}catch{}'
)
