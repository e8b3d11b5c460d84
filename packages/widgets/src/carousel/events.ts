import type { Card } from '@vitrine/protocol'

/** A product to show: its card, why it is shown in the shopper's words (none when empty), and its place in the answer. */
export interface CarouselItem {
  readonly card: Card
  readonly reason: string
  readonly position: number
}

/** What a carousel's intents say, by name. */
export interface CarouselIntents {
  /** Items of which at least half was in view for a second; each once. */
  'vitrine:impression': { readonly placement: string; readonly items: readonly CarouselItem[] }
  /** A product's link was followed. Cancelable: preventing it keeps the page. */
  'vitrine:select': { readonly item: CarouselItem; readonly position: number }
  /** A product is to go into the cart. Whoever takes it there prevents the event; untaken, nothing was added. */
  'vitrine:add': { readonly item: CarouselItem; readonly variantId: string; readonly quantity: number }
  'vitrine:dislike': { readonly item: CarouselItem }
  'vitrine:undo-dislike': { readonly item: CarouselItem }
  /** The reason was asked for. */
  'vitrine:why': { readonly item: CarouselItem }
}

/** The same as the events that a page hears. They bubble, and come out of shadow roots. */
export type CarouselEventMap = { [Name in keyof CarouselIntents]: CustomEvent<CarouselIntents[Name]> }

/** Sends an intent out of the widget. False when the page prevented it. */
export type EmitIntent = <Name extends keyof CarouselIntents>(
  name: Name,
  detail: CarouselIntents[Name]
) => boolean
