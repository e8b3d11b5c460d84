/** Every text a widget says of its own, in English. A shop replaces them by key (`texts` of its config or of an element). */
export const TEXTS = {
  'carousel.previous': 'Previous products',
  'carousel.next': 'Next products',
  'carousel.range': '{from}–{to} of {count}',
  'card.reduced': 'Now {now}, was {was}',
  'card.rating': 'Rated {value} out of 5 by {count}',
  'card.add': 'Add to cart',
  'card.choose': 'See options',
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

/** Says a text of the table with its `{blanks}` filled in. */
export type Say = (key: TextKey, blanks?: Readonly<Record<string, string | number>>) => string
