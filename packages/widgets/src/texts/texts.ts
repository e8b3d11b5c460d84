/**
 * Every text a widget says of its own, in English. A shop replaces them by key (`texts` of its config or of an element).
 * `stock.…` is keyed by availability: one that is not listed goes without saying.
 */
export const TEXTS = {
  'carousel.label': 'Recommended products',
  'carousel.previous': 'Previous products',
  'carousel.next': 'Next products',
  'carousel.range': '{from}–{to} of {count}',
  'stock.limited_availability': 'Few left',
  'stock.preorder': 'Pre-order',
  'stock.backorder': 'Arrives later',
  'card.now': 'Now',
  'card.was': 'Was',
  'card.from': 'From {price}',
  'card.rating': 'Rated {value} out of 5 by {count}',
  'card.add': 'Add to cart',
  'card.choose': 'Choose option',
  'card.added': 'Added',
  'card.soldOut': 'Sold out',
  'card.why': 'Why this?',
  'card.dislike': 'Not for me',
  'card.disliked': 'We won’t show this again.',
  'card.undo': 'Undo'
} as const

/** A key of {@link TEXTS}. */
export type TextKey = keyof typeof TEXTS

/** A shop's own wording by key; keys of other widgets may stand beside ours. */
export type Texts = Readonly<Record<string, string>>

/** Says a text of the table with its `{blanks}` filled in; nothing for a key that is not there. */
export type Say = (
  key: TextKey | `stock.${string}`,
  blanks?: Readonly<Record<string, string | number>>
) => string
