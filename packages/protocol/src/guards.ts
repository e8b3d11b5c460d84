import { bad, good, type Result } from './result.ts'
import type {
  AvailabilityFile,
  Card,
  CardVariant,
  ItemFile,
  ListFile,
  Manifest,
  RelationRow,
  Scoring
} from './schema/model.ts'
import {
  hasShape,
  isCount,
  isCurrency,
  isFlag,
  isNumber,
  isObject,
  isText,
  keep,
  listOf,
  maybe,
  pick
} from './shape.ts'
import { safeUrl } from './url.ts'
import { AVAILABILITIES, RELATIONS, type Relation } from './words.ts'

// The browser's own guards over files that are public but fetched: small enough for the shop's page, where a
// compiled schema would weigh more than the widget. The server has checked the whole shape before it published;
// these see to it that nothing a file holds can make the device throw, or follow a link it should not.

/** Reads a manifest: what fetching needs must be right; of the rest, what is not right is left out. */
export function parseManifest(value: unknown): Result<Manifest> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  const { shop, version, currency, publishedAt, items } = value
  if (!isPathPart(shop)) return bad('shop', 'must be an id')
  if (!isPathPart(version)) return bad('version', 'must be an id')
  if (!isCurrency(currency)) return bad('currency', 'must be three upper-case letters')
  return good({
    v: 1,
    shop,
    version,
    publishedAt: isCount(publishedAt) ? publishedAt : 0,
    currency,
    items: isCount(items) ? items : 0,
    relations: RELATIONS.filter(
      name => Array.isArray(value['relations']) && value['relations'].includes(name)
    ),
    scoring: rowsOf(value['scoring'], isScoring),
    lists: keep(value['lists'], isText),
    ...pick<Pick<Manifest, 'rfm' | 'orderGapDays' | 'priceBands'>>(value, {
      rfm: rfm => hasShape(rfm, { recencyDays: isQuintiles, frequency: isQuintiles, monetary: isQuintiles }),
      orderGapDays: isPositive,
      priceBands: listOf(isCount)
    })
  })
}

/** Reads a product's file. Cards that cannot be shown safely are left out; a row that is not one is taken for empty. */
export function parseItemFile(value: unknown): Result<ItemFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  const card = parseCard(value['card'])
  if (!card) return bad('card', 'must be a product with a safe link')
  const cards: readonly unknown[] = Array.isArray(value['cards']) ? value['cards'] : []
  return good({
    v: 1,
    card,
    rows: rowsOf(value['rows'], isRow),
    cards: cards.flatMap(raw => parseCard(raw) ?? [])
  })
}

/** Reads a list. Scores stay beside their cards when a card is left out. */
export function parseListFile(value: unknown): Result<ListFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  if (!isText(value['name'])) return bad('name', 'must be text')
  if (!Array.isArray(value['cards'])) return bad('cards', 'must be a list')
  if (!Array.isArray(value['scores'])) return bad('scores', 'must be a list')
  const scores: readonly unknown[] = value['scores']
  const ranked = value['cards'].flatMap((raw, at) => {
    const card = parseCard(raw)
    const score = scores[at]
    return card ? [{ card, score: isNumber(score) && score >= 0 ? score : 0 }] : []
  })
  return good({
    v: 1,
    name: value['name'],
    scores: ranked.map(({ score }) => score),
    cards: ranked.map(({ card }) => card)
  })
}

/** Reads the availability file; entries that are neither true nor false are left out. */
export function parseAvailabilityFile(value: unknown): Result<AvailabilityFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  if (!isCount(value['at'])) return bad('at', 'must be epoch ms')
  if (!isObject(value['items'])) return bad('items', 'must be an object')
  const items = Object.entries(value['items']).filter((entry): entry is [string, boolean] => isFlag(entry[1]))
  return good({ v: 1, at: value['at'], items: Object.fromEntries(items) })
}

/**
 * Reads a card: text stays text, what is not what it should be is left out, and a product whose link is not safe to
 * follow is none. An availability we do not know is taken for sold out: rather not shown than not to be had.
 */
export function parseCard(value: unknown): Card | undefined {
  if (!isObject(value)) return undefined
  const { id, title, price } = value
  const link = safeUrl(value['link'])
  if (!isText(id) || !isText(title) || !isCount(price) || link === undefined) return undefined
  return {
    id,
    title,
    link,
    price,
    category: keep(value['category'], isText),
    availability: AVAILABILITIES.find(known => known === value['availability']) ?? 'out_of_stock',
    ...pick<Pick<Card, 'image' | 'listPrice' | 'brand' | 'color' | 'material' | 'since' | 'rating'>>(value, {
      image: image => safeUrl(image) !== undefined,
      listPrice: isCount,
      brand: isText,
      color: isText,
      material: isText,
      since: isCount,
      rating: rating => hasShape(rating, { value: isNumber, count: isCount })
    }),
    ...(Array.isArray(value['variants']) && { variants: value['variants'].filter(isVariant) })
  }
}

/** A version that climbs (`../..`) would fetch another shop's file. */
function isPathPart(value: unknown): value is string {
  return isText(value) && /^[\w-]{1,64}$/.test(value)
}

function rowsOf<Of>(value: unknown, is: (value: unknown) => value is Of): { [R in Relation]?: Of } {
  const from = isObject(value) ? value : {}
  return Object.fromEntries(RELATIONS.flatMap(name => (is(from[name]) ? [[name, from[name]]] : [])))
}

function isPositive(value: unknown): boolean {
  return isNumber(value) && value > 0
}

function isQuintiles(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && value.every(isNumber)
}

function isScoring(value: unknown): value is Scoring {
  return hasShape(value, { steps: isCount, recency: isPositive })
}

function isVariant(value: unknown): value is CardVariant {
  return hasShape(value, {
    id: isText,
    ok: isFlag,
    size: maybe(isText),
    color: maybe(isText),
    price: maybe(isCount)
  })
}

function isRow(value: unknown): value is RelationRow {
  return (
    hasShape(value, {
      ids: listOf(isText),
      weights: listOf(isCount),
      scale: isNumber,
      borrowed: maybe(isFlag)
    }) && (value as RelationRow).ids.length === (value as RelationRow).weights.length
  )
}
