import type {
  Card,
  EpochMs,
  ItemFile,
  ListFile,
  Manifest,
  Relation,
  RelationRow,
  Scoring
} from '@vitrine/protocol'
import { RELATIONS } from '@vitrine/protocol'
import { ascending } from './ascending.ts'
import { contentNeighbours } from './contentNeighbours.ts'
import { type CustomerFigures, figuresOf, orderGapDays, rfmBorders } from './customerFigures.ts'
import { itemFiles, type RelationRows } from './itemFiles.ts'
import { lendRow, type Neighbour } from './lendRow.ts'
import { openVersion } from './openVersion.ts'
import { priceBands } from './priceBands.ts'
import { publishRow } from './publishRow.ts'
import { BASKET_SETTINGS } from './rowSettings.ts'
import type { Basket, Session } from './session.ts'
import { trainLists } from './trainLists.ts'
import type { TrainProduct } from './trainProduct.ts'
import { type Rows, trainBasketRows, trainRows } from './trainRows.ts'
import { type Tuning, tuneRows } from './tuneRows.ts'

/** What a shop's model is trained from. */
export interface TrainInput {
  readonly shop: string
  /** ISO 4217; the currency of every price. */
  readonly currency: string
  /** The catalogue. What is looked at or ordered but not in it is left out and counted. */
  readonly products: readonly TrainProduct[]
  readonly sessions: readonly Session[]
  readonly baskets: readonly Basket[]
  /** Customers in RFM's three numbers, where the caller knows more of them than the orders say. */
  readonly customers?: readonly CustomerFigures[]
  readonly now: EpochMs
  /** Pairs seen with fewer people are not published; default 2. */
  readonly minSupport?: number
  /** Neighbours of each relation whose cards travel with a product's file; default 16. */
  readonly cardsPerRelation?: number
}

/** What training saw, chose and made, for the merchant and the log. */
export interface TrainReport {
  readonly products: number
  readonly sessions: number
  readonly baskets: number
  /** Different ids that were looked at or ordered but are not in the catalogue. */
  readonly unknownIds: number
  readonly minSupport: number
  /** The settings chosen for `viewed`, and what they are worth on the shop's own last tenth of sessions. */
  readonly tuning: Tuning
  /** Points of hit rate that the privacy threshold costs there (0 … 100). */
  readonly privacyPricePoints: number
  /** Products with a row of their own, and with one lent by similar products. */
  readonly coverage: Readonly<Record<Relation, { readonly own: number; readonly borrowed: number }>>
  /** Pairs published, all relations together. */
  readonly pairs: number
}

/** A trained model, ready to be written under its version. */
export interface TrainedModel {
  readonly manifest: Manifest
  /** Made while they are read: one file at a time. Can be read again. */
  readonly items: Iterable<ItemFile>
  readonly lists: readonly ListFile[]
  readonly report: TrainReport
}

/** A pair that one person alone has made says something of that person. */
const MIN_SUPPORT = 2
const ROW_ITEMS = 50
const CARDS_PER_RELATION = 16
/** All products of a cart or an order count alike. */
const BASKET_SCORING: Scoring = { steps: 50, recency: 1000 }
/** What a product resembles is about what is before the shopper now. */
const SIMILAR_SCORING: Scoring = { steps: 5, recency: 1 }

/**
 * Trains the whole public model of a shop: rows for `viewed` (self-tuned), `bought` and `similar`, lists, and the
 * borders the profile needs. Nothing in it names a person, and pairs made by fewer than `minSupport` people are not in it.
 *
 * Deterministic: the same input in any order gives the same version and the same bytes, but for `publishedAt`.
 * A shop with a catalogue alone gets `similar` and new arrivals.
 */
export function trainModel(input: TrainInput): TrainedModel {
  const { now, minSupport = MIN_SUPPORT, cardsPerRelation = CARDS_PER_RELATION } = input
  const products = [...new Map(input.products.map(one => [one.card.id, one])).values()].sort((a, b) =>
    ascending(a.card.id, b.card.id)
  )
  const cards = new Map(products.map(({ card }) => [card.id, card]))
  const sessions = inTheShop(input.sessions, cards, now)
  const baskets = inTheShop(input.baskets, cards, now)

  const tuning = tuneRows(sessions, minSupport)
  const rows = trainRelations({ products, sessions, baskets, minSupport, tuning })
  const lists = trainLists({ products, orders: baskets, visits: sessions, now })
  const rfm = rfmBorders(input.customers ?? figuresOf(baskets, now))
  const gapDays = orderGapDays(baskets, now)
  const relations = RELATIONS.filter(relation => rows[relation].size > 0)
  const scoring = { viewed: tuning.scoring, bought: BASKET_SCORING, similar: SIMILAR_SCORING }
  const described: Omit<Manifest, 'version' | 'publishedAt'> = {
    v: 1,
    shop: input.shop,
    currency: input.currency,
    items: cards.size,
    relations,
    scoring: Object.fromEntries(relations.map(relation => [relation, scoring[relation]])),
    lists: lists.map(({ name }) => name),
    ...(rfm && { rfm }),
    ...(gapDays && { orderGapDays: gapDays }),
    priceBands: [...priceBands([...cards.values()])]
  }
  const version = versionOf(described, cards, rows, lists, cardsPerRelation)
  return {
    manifest: { ...described, version, publishedAt: now },
    items: itemFiles(cards, rows, cardsPerRelation),
    lists,
    report: {
      products: cards.size,
      sessions: sessions.length,
      baskets: baskets.length,
      unknownIds: countUnknown([...input.sessions, ...input.baskets], cards),
      minSupport,
      tuning,
      privacyPricePoints: 100 * (tuning.unguarded.hitRate - tuning.hitRate),
      ...describeRows(rows)
    }
  }
}

interface Trainable {
  readonly products: readonly TrainProduct[]
  readonly sessions: readonly Session[]
  readonly baskets: readonly Basket[]
  readonly minSupport: number
  readonly tuning: Tuning
}

function trainRelations({ products, sessions, baskets, minSupport, tuning }: Trainable): RelationRows {
  const near = new Map<string, readonly Neighbour[]>()
  const similar = new Map<string, RelationRow>()
  for (const [place, { items, weights }] of contentNeighbours(products, ROW_ITEMS).entries()) {
    const id = products[place]?.card.id ?? ''
    const ids = items.map(item => products[item]?.card.id ?? '')
    near.set(
      id,
      ids.map((other, at) => ({ id: other, likeness: weights[at] ?? 0 }))
    )
    if (ids.length > 0) similar.set(id, publishRow(ids, weights))
  }
  return {
    viewed: withLent(trainRows(sessions, tuning.settings), sessions, near),
    bought: withLent(trainBasketRows(baskets, { ...BASKET_SETTINGS, minSupport }), baskets, near),
    similar
  }
}

function withLent(
  rows: Rows,
  occasions: readonly (Session | Basket)[],
  near: ReadonlyMap<string, readonly Neighbour[]>
): Rows {
  const timesMet = new Map<string, number>()
  for (const { items } of occasions)
    for (const id of new Set(items)) timesMet.set(id, (timesMet.get(id) ?? 0) + 1)
  const lending = { rows, timesMet, rowItems: ROW_ITEMS }
  return new Map(
    [...near].flatMap(([id, neighbours]) => {
      const row = lendRow(id, neighbours, lending)
      return row ? [[id, row] as const] : []
    })
  )
}

function versionOf(
  described: unknown,
  cards: ReadonlyMap<string, Card>,
  rows: RelationRows,
  lists: readonly ListFile[],
  cardsPerRelation: number
): string {
  const version = openVersion()
  version.add([described, cardsPerRelation])
  for (const card of cards.values())
    version.add([card, ...RELATIONS.map(relation => rows[relation].get(card.id))])
  for (const { name, scores, cards: listed } of lists) version.add([name, scores, listed.map(({ id }) => id)])
  return version.name()
}

function describeRows(rows: RelationRows): Pick<TrainReport, 'coverage' | 'pairs'> {
  const coverageOf = (relation: Relation) => {
    const all = [...rows[relation].values()]
    const borrowed = all.filter(row => row.borrowed).length
    return { own: all.length - borrowed, borrowed }
  }
  return {
    coverage: {
      viewed: coverageOf('viewed'),
      bought: coverageOf('bought'),
      similar: coverageOf('similar')
    },
    pairs: RELATIONS.flatMap(relation => [...rows[relation].values()]).reduce(
      (sum, { ids }) => sum + ids.length,
      0
    )
  }
}

/** What had happened by then, less what the catalogue does not know, which no device could show. */
function inTheShop<Occasion extends Session | Basket>(
  occasions: readonly Occasion[],
  cards: ReadonlyMap<string, Card>,
  now: EpochMs
): readonly Occasion[] {
  return occasions
    .filter(({ at }) => at <= now)
    .map(occasion => ({ ...occasion, items: occasion.items.filter(id => cards.has(id)) }))
    .filter(({ items }) => items.length > 0)
}

function countUnknown(occasions: readonly (Session | Basket)[], cards: ReadonlyMap<string, Card>): number {
  return new Set(occasions.flatMap(({ items }) => items.filter(id => !cards.has(id)))).size
}
