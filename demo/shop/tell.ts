import { callVitrine } from './callVitrine.ts'

declare global {
  interface Window {
    dataLayer?: unknown[]
  }
}

/** A word of the shop's own: Vitrine hears GA4's in the `dataLayer`, any other is told by a call. */
const OWN_WORD = 'sold_out_size'

/** Pushes an event to the page's `dataLayer`, as any shop with Google's tag does. */
export function tell(event: Readonly<Record<string, unknown>>): void {
  window.dataLayer ??= []
  if ('ecommerce' in event) window.dataLayer.push({ ecommerce: null })
  window.dataLayer.push(event)
  if (event['event'] === OWN_WORD) callVitrine('track', OWN_WORD, event['ecommerce'])
}
