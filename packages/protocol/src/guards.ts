import type { Result } from './result.ts'
import type { AvailabilityFile, Card, ItemFile, ListFile, Manifest, RelationRow } from './schema/model.ts'
import { currencyCode, flag, isObject, matching, number, readAs, readFile, text } from './shape.ts'
import { safeUrl } from './url.ts'
import { AVAILABILITIES } from './words.ts'

// The browser's own guards over files that are public but fetched: small enough for the shop's page, where a
// compiled schema would weigh more than the widget. The server has checked the whole shape before it published;
// these see to it that nothing a file holds leads the device to another shop's files, or to a link it should not follow.

/**
 * Reads a manifest as far as fetching and ranking need it; the server checked the whole before it published
 * (`validateManifest`), and its figures (`rfm`, `orderGapDays`, `priceBands`, …) are taken as they are.
 */
export function parseManifest(value: unknown): Result<Manifest> {
  const scoring = { steps: number, recency: positive }
  return readFile(value, {
    shop: pathPart,
    version: pathPart,
    currency: currencyCode,
    relations: [text],
    scoring: { 'viewed?': scoring, 'bought?': scoring, 'similar?': scoring },
    lists: [text]
  })
}

const CARD = {
  id: text,
  title: text,
  link: safeUrl,
  price: number,
  category: [text],
  availability,
  'image?': safeUrl,
  'listPrice?': number,
  'brand?': text,
  'color?': text,
  'material?': text,
  'since?': number,
  'rating?': { value: number, count: number },
  'variants?': [{ id: text, ok: flag, 'size?': text, 'color?': text, 'price?': number }]
} as const

/** Reads a product's file. Cards that cannot be shown safely are left out; so is a row that is none. */
export function parseItemFile(value: unknown): Result<ItemFile> {
  return readFile(value, {
    card: CARD,
    rows: { 'viewed?': row, 'bought?': row, 'similar?': row },
    cards: [CARD]
  })
}

/** Reads a list. Scores stay beside their cards when a card is left out. */
export function parseListFile(value: unknown): Result<ListFile> {
  const file = readFile<ListFile>(value, { name: text, cards: list, scores: list })
  if (!file.ok) return file
  const { cards, scores } = file.value
  const kept = cards.flatMap((raw, at) => {
    const card = parseCard(raw)
    return card ? [{ card, score: positive(scores[at]) ?? 0 }] : []
  })
  return {
    ok: true,
    value: { ...file.value, scores: kept.map(({ score }) => score), cards: kept.map(({ card }) => card) }
  }
}

/** Reads the availability file; entries that are neither true nor false are left out. */
export function parseAvailabilityFile(value: unknown): Result<AvailabilityFile> {
  return readFile(value, { at: number, items: flags })
}

/**
 * Reads a card: text stays text, what is not what it should be is left out, and a product whose link is not safe to
 * follow is none. An availability we do not know is taken for sold out: rather not shown than not to be had.
 */
export function parseCard(value: unknown): Card | undefined {
  return readAs(value, CARD) as Card | undefined
}

/** A version that climbs (`../..`) would fetch another shop's file. */
function pathPart(value: unknown): string | undefined {
  return matching(value, /^[\w-]{1,64}$/)
}

function positive(value: unknown): number | undefined {
  return Number(value) > 0 ? number(value) : undefined
}

function flags(value: unknown): Record<string, unknown> | undefined {
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => flag(entry) !== undefined))
}

function availability(value: unknown): Card['availability'] {
  return AVAILABILITIES.find(known => known === value) ?? 'out_of_stock'
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** A row whose weights stood beside other ids than theirs would be wrong without looking so: it goes whole. */
function row(value: unknown): unknown {
  const { ids, weights } = isObject(value) ? value : {}
  const read = readAs(value, {
    ids: [text],
    weights: [number],
    scale: number,
    'borrowed?': flag
  }) as RelationRow
  const isWhole = [list(ids), list(weights), read?.ids, read?.weights].every(
    one => one?.length === list(ids)?.length
  )
  return isWhole ? read : undefined
}
