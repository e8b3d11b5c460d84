/// <reference path="../css.d.ts" />
import base from './base.css?inline'
import card from './card.css?inline'

/** The style of what every widget has, and of cards. */
export const CARD_SHEET = base + card
