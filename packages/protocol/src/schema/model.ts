import Type, { type Static } from 'typebox'
import { AVAILABILITIES, RELATIONS } from '../words.ts'
import { Currency, Id, oneOf, Share, Text, Time } from './parts.ts'

const Price = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** A size or colour of a product, as a card needs it. */
export const CardVariant = Type.Object({
  id: Text(100),
  size: Type.Optional(Text(40)),
  color: Type.Optional(Text(40)),
  /** In minor units, where it differs from the card's. */
  price: Type.Optional(Price),
  /** False when it cannot be ordered. */
  ok: Type.Boolean()
})

/** What is needed to show a product and to reason about it. Its `id` is the product's (`item_group_id`). Money in minor units. */
export const Card = Type.Object({
  id: Text(100),
  title: Text(300),
  link: Text(1000),
  image: Type.Optional(Text(1000)),
  /** What it costs now: the lowest among the purchasable variants. */
  price: Price,
  /** What it cost before, where it is reduced. */
  listPrice: Type.Optional(Price),
  brand: Type.Optional(Text(100)),
  /** Department first. */
  category: Type.Array(Text(100), { maxItems: 5 }),
  color: Type.Optional(Text(40)),
  material: Type.Optional(Text(40)),
  availability: oneOf(AVAILABILITIES),
  /** Absent when the product is its only variant. */
  variants: Type.Optional(Type.Array(CardVariant, { maxItems: 60 })),
  rating: Type.Optional(Type.Object({ value: Type.Number(), count: Type.Integer() })),
  /** First seen in the shop. */
  since: Type.Optional(Time)
})

/** A ranked row of the item-to-item model: ids strongest first, and weights from 255 down; a score is `weight × scale`. */
export const RelationRow = Type.Object({
  ids: Type.Array(Text(100), { maxItems: 50 }),
  weights: Type.Array(Type.Integer({ minimum: 0, maximum: 255 }), { maxItems: 50 }),
  scale: Type.Number({ minimum: 0 }),
  /** True when the row was lent by similar products because this one is new. */
  borrowed: Type.Optional(Type.Boolean())
})

/** `/{shop}/{version}/items/{file}.json`: a product's card, its rows, and the cards of the neighbours that can be shown. */
export const ItemFile = Type.Object({
  v: Type.Literal(1),
  card: Card,
  rows: Type.Object({
    viewed: Type.Optional(RelationRow),
    bought: Type.Optional(RelationRow),
    similar: Type.Optional(RelationRow)
  }),
  cards: Type.Array(Card, { maxItems: 150 })
})

/** `/{shop}/{version}/lists/{name}.json`: products by rank with their cards. Scores fall from 1. */
export const ListFile = Type.Object({
  v: Type.Literal(1),
  name: Text(120),
  scores: Type.Array(Share, { maxItems: 200 }),
  cards: Type.Array(Card, { maxItems: 200 })
})

/** `/{shop}/availability.json`: what has changed since the model was published, by variant (or product) id. */
export const AvailabilityFile = Type.Object({
  v: Type.Literal(1),
  at: Time,
  /** Can it be ordered now? */
  items: Type.Record(Text(100), Type.Boolean())
})

/** How the device scores with a relation's rows; found by self-tuning at training. */
export const Scoring = Type.Object({
  /** How many of the session's last items count. */
  steps: Type.Integer({ minimum: 1, maximum: 50 }),
  /** An item k steps back counts `e^(−k / recency)`. */
  recency: Type.Number({ exclusiveMinimum: 0 })
})

/** `/{shop}/manifest.json`: which model is current and how to use it. The only model file without a version in its path. */
export const Manifest = Type.Object({
  v: Type.Literal(1),
  shop: Id,
  /** Content-derived: the same training on the same data gives the same version. */
  version: Id,
  publishedAt: Time,
  currency: Currency,
  /** Products in the model. */
  items: Type.Integer({ minimum: 0 }),
  relations: Type.Array(oneOf(RELATIONS)),
  scoring: Type.Object({
    viewed: Type.Optional(Scoring),
    bought: Type.Optional(Scoring),
    similar: Type.Optional(Scoring)
  }),
  /** Names under `lists/`: `best_sellers`, and `best_sellers~Giftware` for a department. */
  lists: Type.Array(Text(120), { maxItems: 500 }),
  /** Quintile borders of the shop's own customers, four each, ascending; recency in days. Absent before the first orders. */
  rfm: Type.Optional(
    Type.Object({
      recencyDays: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
      frequency: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
      monetary: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })
    })
  ),
  /** The usual days between two orders of one customer, for the lifecycle. */
  orderGapDays: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  /** Borders between price bands, ascending, minor units. */
  priceBands: Type.Optional(Type.Array(Price, { maxItems: 9 }))
})

export type Card = Static<typeof Card>
export type CardVariant = Static<typeof CardVariant>
export type RelationRow = Static<typeof RelationRow>
export type ItemFile = Static<typeof ItemFile>
export type ListFile = Static<typeof ListFile>
export type AvailabilityFile = Static<typeof AvailabilityFile>
export type Scoring = Static<typeof Scoring>
export type Manifest = Static<typeof Manifest>
