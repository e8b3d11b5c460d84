/** Why something was put away: by the shopper in one of five ways, or by the page. */
export type CloseReason = 'close' | 'escape' | 'backdrop' | 'decline' | 'select' | 'page'

/** What the intents of banners and popups say, by name. */
export interface PromoIntents {
  /** It was seen. `items` is always empty: a carousel's impressions have the same form. */
  'vitrine:impression': { readonly placement: string; readonly items: readonly never[] }
  /** Its link was followed. Cancelable: preventing it keeps the page. */
  'vitrine:select': { readonly placement: string }
  /** The shopper did not want it. */
  'vitrine:dismiss': { readonly placement: string; readonly reason: CloseReason }
  /** A popup is gone, for whatever reason; always the last word. */
  'vitrine:close': { readonly placement: string; readonly reason: CloseReason }
}

/** The same as the events that a page hears. They bubble, and come out of shadow roots. */
export type PromoEventMap = { [Name in keyof PromoIntents]: CustomEvent<PromoIntents[Name]> }

/** Those that no other widget has. */
type PromoOnly = Pick<PromoEventMap, 'vitrine:dismiss' | 'vitrine:close'>

declare global {
  interface HTMLElementEventMap extends PromoOnly {}
  interface DocumentEventMap extends PromoOnly {}
  interface WindowEventMap extends PromoOnly {}
}
