import type { EmitIntent } from '../carousel/events.ts'
import type { Say } from '../texts/texts.ts'
import type { CARD_TEXTS } from './cardTexts.ts'
import type { Money } from './money.ts'

/** What a shopper has done with a card. */
export interface CardState {
  readonly isAdded?: boolean
  readonly isGone?: boolean
}

/** Says what a card says of its own. */
export type CardSay = Say<keyof typeof CARD_TEXTS>

/** What every card needs of the shop around it. */
export interface Shop {
  readonly say: CardSay
  readonly money: Money
  readonly emit: EmitIntent
  /** Says something to those who cannot see it happen. */
  readonly announce: (text: string) => void
  /** Draws a product's card anew with what has changed. */
  readonly change: (id: string, state: CardState) => void
}
