/** What a card says of its own, in English; every widget that shows cards has these in its table. */
export const CARD_TEXTS = {
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
