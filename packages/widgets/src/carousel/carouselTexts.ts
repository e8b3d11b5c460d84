import { CARD_TEXTS } from '../card/cardTexts.ts'

/** Every text the carousel says of its own, in English. A shop replaces them by key (`texts` of its config or of an element). */
export const TEXTS = {
  'carousel.previous': 'Previous products',
  'carousel.next': 'Next products',
  'carousel.range': '{from}–{to} of {count}',
  ...CARD_TEXTS
} as const

/** A key of {@link TEXTS}. */
export type TextKey = keyof typeof TEXTS
