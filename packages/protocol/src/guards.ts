import { bad, good, type Result } from './result.ts'
import type { Campaign, Placement, ShopConfig } from './schema/config.ts'
import type {
  AvailabilityFile,
  Card,
  CardVariant,
  ItemFile,
  ListFile,
  Manifest,
  RelationRow
} from './schema/model.ts'
import { safeUrl } from './url.ts'
import { RELATIONS } from './words.ts'

// The browser's own guards over files that are public but fetched: small enough for the shop's page, where a
// compiled schema would weigh more than the widget. The server has checked the whole shape before it published.

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** Reads a manifest far enough to fetch and rank by it. */
export function parseManifest(value: unknown): Result<Manifest> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  for (const field of ['shop', 'version', 'currency'])
    if (!isText(value[field])) return bad(field, 'must be text')
  if (!Array.isArray(value['relations'])) return bad('relations', 'must be a list')
  if (!Array.isArray(value['lists'])) return bad('lists', 'must be a list')
  if (!isObject(value['scoring'])) return bad('scoring', 'must be an object')
  return good(value as Manifest)
}

/** Reads a product's file. Cards that cannot be shown safely are left out; a row that is not one is taken for empty. */
export function parseItemFile(value: unknown): Result<ItemFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  const card = parseCard(value['card'])
  if (!card) return bad('card', 'must be a product with a safe link')
  const rows = isObject(value['rows']) ? value['rows'] : {}
  return good({
    v: 1,
    card,
    rows: Object.fromEntries(RELATIONS.flatMap(name => (isRow(rows[name]) ? [[name, rows[name]]] : []))),
    cards: parseCards(value['cards'])
  })
}

/** Reads a list. Scores stay beside their cards when a card is left out. */
export function parseListFile(value: unknown): Result<ListFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  if (!isText(value['name'])) return bad('name', 'must be text')
  if (!Array.isArray(value['cards']) || !Array.isArray(value['scores'])) return bad('cards', 'must be a list')
  const scores: readonly unknown[] = value['scores']
  const kept = value['cards'].flatMap((raw, at) => {
    const card = parseCard(raw)
    const score = scores[at]
    return card ? [{ card, score: typeof score === 'number' && score >= 0 ? score : 0 }] : []
  })
  return good({
    v: 1,
    name: value['name'],
    scores: kept.map(({ score }) => score),
    cards: kept.map(({ card }) => card)
  })
}

/** Reads the availability file; entries that are neither true nor false are left out. */
export function parseAvailabilityFile(value: unknown): Result<AvailabilityFile> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  if (!isCount(value['at'])) return bad('at', 'must be epoch ms')
  if (!isObject(value['items'])) return bad('items', 'must be an object')
  const items = Object.entries(value['items']).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean'
  )
  return good({ v: 1, at: value['at'], items: Object.fromEntries(items) })
}

/** Reads a shop config far enough to mount and decide by it; placements and campaigns that are not ones are left out. */
export function parseShopConfig(value: unknown): Result<ShopConfig> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  for (const field of ['shop', 'currency', 'locale'])
    if (!isText(value[field])) return bad(field, 'must be text')
  if (!Array.isArray(value['placements'])) return bad('placements', 'must be a list')
  if (!Array.isArray(value['campaigns'])) return bad('campaigns', 'must be a list')
  return good({
    ...(value as ShopConfig),
    placements: value['placements'].filter((one): one is Placement => isObject(one) && isText(one['id'])),
    campaigns: value['campaigns'].filter(
      (one): one is Campaign =>
        isObject(one) &&
        isText(one['id']) &&
        isText(one['placement']) &&
        isObject(one['audience']) &&
        Array.isArray(one['variants'])
    )
  })
}

/** Reads a card: text stays text, and a product whose link is not safe to follow is none. */
export function parseCard(value: unknown): Card | undefined {
  if (!isObject(value) || !isText(value['id']) || !isText(value['title']) || !isCount(value['price']))
    return undefined
  const link = safeUrl(value['link'])
  if (link === undefined) return undefined
  const { image, category, variants, ...rest } = value as Card
  const safeImage = safeUrl(image)
  return {
    ...rest,
    link,
    category: Array.isArray(category) ? category.filter(isText) : [],
    ...(safeImage === undefined ? {} : { image: safeImage }),
    ...(Array.isArray(variants) ? { variants: variants.filter(isVariant) } : {})
  }
}

function parseCards(value: unknown): Card[] {
  return Array.isArray(value) ? value.flatMap(raw => parseCard(raw) ?? []) : []
}

function isVariant(value: unknown): value is CardVariant {
  return isObject(value) && isText(value['id']) && typeof value['ok'] === 'boolean'
}

function isRow(value: unknown): value is RelationRow {
  if (!isObject(value)) return false
  const { ids, weights, scale } = value
  return (
    Array.isArray(ids) && Array.isArray(weights) && typeof scale === 'number' && ids.length === weights.length
  )
}
