import {
  type EventItem,
  isPurchasable,
  known,
  parseAvailability,
  parseCurrency,
  safeUrl
} from '@vitrine/protocol'
import { type LdNode, nodesOf, textOf, typesOf } from './jsonLd.ts'
import { parsePriceText } from './priceText.ts'

/** The product a page is about, as its structured data has it. Money in minor units. */
export interface LdProduct {
  readonly item: EventItem
  readonly currency?: string
  /** Lowest and highest price, where variants differ. */
  readonly range?: readonly [lowest: number, highest: number]
}

/** What of the page helps to choose among products and variants. */
export interface LdPage {
  readonly url: string
  readonly title: string
  /** Where an offer names none. */
  readonly currency: string | undefined
}

interface Offer {
  readonly sku?: string
  readonly url?: string
  readonly currency?: string
  readonly price?: number
  readonly high?: number
  readonly listPrice?: number
  readonly availability?: ReturnType<typeof parseAvailability>
}

/**
 * Finds the product that a page is about: the only one; among several the one whose address or name is the page's.
 * A list of products is about none of them.
 */
export function readLdProduct(nodes: readonly LdNode[], page: LdPage): LdProduct | undefined {
  const products = nodes.filter(isProduct)
  const groups = products.filter(node => typesOf(node).includes('ProductGroup'))
  const candidates = groups.length > 0 ? groups : products
  const main =
    candidates.find(node => isHere(node['url'], page.url)) ??
    (candidates.length === 1 ? candidates[0] : candidates.find(node => isTitled(node, page.title)))
  if (!main) return undefined
  const variants = [...nodesOf(main['hasVariant']), ...(candidates === groups ? products : [])].filter(
    node => node !== main && !groups.includes(node)
  )
  const product = variants.length > 0 ? readGroup(main, variants, page) : readAlone(main, page)
  const category = readCategory(nodes, main)
  return product && { ...product, item: { ...product.item, ...(category.length > 0 && { category }) } }
}

function isProduct(node: LdNode): boolean {
  return typesOf(node).some(type => /^(?:Individual)?Product(?:Group|Model)?$/.test(type))
}

function isTitled(node: LdNode, title: string): boolean {
  const name = textOf(node['name'])?.toLowerCase()
  return name !== undefined && name.length > 2 && title.toLowerCase().includes(name)
}

/** Whether an address is the page's own, with at least its query where it has one: `?variant=2` is a variant's address. */
function isHere(value: unknown, here: string): boolean {
  const text = textOf(value)
  const [there, page] = text === undefined ? [] : [address(text, here), address(here, here)]
  if (!there || !page || there.pathname.replace(/\/$/, '') !== page.pathname.replace(/\/$/, '')) return false
  return [...there.searchParams].every(([name, said]) => page.searchParams.get(name) === said)
}

function address(text: string, base: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined // No address at all, and so not this page's.
  }
}

function readAlone(node: LdNode, page: LdPage): LdProduct | undefined {
  const offers = offersOf(node, page)
  const offer = offers.find(({ url }) => url?.includes('?') && isHere(url, page.url)) ?? best(offers)
  const itemId = idOf(node) ?? offer?.sku
  const words = wordsOf(node, page)
  const id = itemId ?? words.name
  if (id === undefined) return undefined
  const group =
    textOf(node['inProductGroupWithID']) ?? textOf(nodesOf(node['isVariantOf'])[0]?.['productGroupID'])
  return known({
    item: known({ itemId: id, itemGroupId: group, ...words, ...moneyOf(offer) }),
    currency: offer?.currency,
    range: rangeOf(offers)
  })
}

/** A group: the variant that the address names; without one the group itself, from its lowest price that can be bought. */
function readGroup(group: LdNode, variants: readonly LdNode[], page: LdPage): LdProduct | undefined {
  const read = variants.flatMap(node => {
    const product = readAlone(node, page)
    return product ? [{ node, product, offers: offersOf(node, page) }] : []
  })
  const chosen = read.find(({ node, offers }) =>
    [node['url'], ...offers.map(({ url }) => url)].some(
      url => textOf(url)?.includes('?') && isHere(url, page.url)
    )
  )
  const groupId = textOf(group['productGroupID']) ?? idOf(group) ?? read[0]?.product.item.itemGroupId
  const words = wordsOf(group, page)
  const id = groupId ?? words.name
  if (id === undefined) return undefined
  const offers = read.flatMap(one => one.offers)
  const offer = best(offers)
  const currency = chosen?.product.currency ?? offer?.currency
  const item = chosen
    ? { ...words, ...chosen.product.item, itemGroupId: id }
    : { itemId: id, itemGroupId: id, ...words, ...moneyOf(offer) }
  return known({ item, currency, range: rangeOf(offers) })
}

function idOf(node: LdNode): string | undefined {
  const names = ['sku', 'productID', 'mpn', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8']
  return names.map(name => textOf(node[name])).find(Boolean)
}

function wordsOf(node: LdNode, page: LdPage): Omit<EventItem, 'itemId'> {
  const link = (value: unknown) => {
    const [first] = nodesOf(value)
    const url = address(textOf(first?.['url'] ?? first?.['contentUrl'] ?? value) ?? '', page.url)?.href
    return textOf(value) || first ? safeUrl(url) : undefined
  }
  return known({
    name: textOf(node['name']),
    brand: textOf(node['brand'] ?? node['manufacturer']),
    color: textOf(node['color']),
    size: textOf(node['size']),
    material: textOf(node['material']),
    sku: textOf(node['sku']),
    url: link(node['url']),
    image: link(node['image'])
  })
}

function offersOf(node: LdNode, page: LdPage, isInner = false): Offer[] {
  return nodesOf(node['offers'] ?? node['Offers']).flatMap(raw => {
    const inner = isInner ? [] : offersOf(raw, page, true)
    return inner.length > 0 ? inner : [readOffer(raw, page)]
  })
}

function readOffer(raw: LdNode, page: LdPage): Offer {
  const specifications = nodesOf(raw['priceSpecification'])
  const isOld = (node: LdNode) => /ListPrice|Strikethrough|MSRP|SRP/.test(textOf(node['priceType']) ?? '')
  const asked = specifications.find(node => !isOld(node))
  const code = parseCurrency(textOf(raw['priceCurrency'] ?? specifications[0]?.['priceCurrency']))
  const currency = code.ok ? code.value : page.currency
  const money = (value: unknown) =>
    currency === undefined ? undefined : parsePriceText(bare(value), currency)
  return known({
    sku: textOf(raw['sku']),
    url: textOf(raw['url']),
    currency,
    price: money(
      raw['price'] ?? raw['lowPrice'] ?? asked?.['price'] ?? raw['minPrice'] ?? asked?.['minPrice']
    ),
    high: money(raw['highPrice'] ?? raw['maxPrice']),
    listPrice: money(specifications.find(isOld)?.['price']),
    availability: parseAvailability(textOf(raw['availability']))
  })
}

function bare(value: unknown): unknown {
  return typeof value === 'number' ? value : textOf(value)
}

/** The lowest price among offers that can be bought, else among all. */
function best(offers: readonly Offer[]): Offer | undefined {
  const open = offers.filter(({ availability }) => availability === undefined || isPurchasable(availability))
  return [...(open.length > 0 ? open : offers)].sort(
    (a, b) => (a.price ?? Number.MAX_VALUE) - (b.price ?? Number.MAX_VALUE)
  )[0]
}

function moneyOf(offer: Offer | undefined): Partial<EventItem> {
  const { price, listPrice, availability } = offer ?? {}
  return known({ price, listPrice: listPrice === price ? undefined : listPrice, availability })
}

function rangeOf(offers: readonly Offer[]): LdProduct['range'] {
  const prices = offers.flatMap(({ price, high }) => [price ?? [], high ?? []].flat())
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  return prices.length > 1 && low < high ? [low, high] : undefined
}

/** Breadcrumbs without the product itself; else the product's own category, "A > B". */
function readCategory(nodes: readonly LdNode[], product: LdNode): readonly string[] {
  const name = textOf(product['name'])?.toLowerCase()
  const trail = readTrail(nodes).filter(word => word.toLowerCase() !== name)
  const own = textOf(product['category'])?.split(/\s*[>/|»]\s*/) ?? []
  return (trail.length > 0 ? trail : own).filter(Boolean).slice(0, 5)
}

/** The page's breadcrumbs, without the shop's front page. */
export function readTrail(nodes: readonly LdNode[]): readonly string[] {
  const crumbs = nodes.find(node => typesOf(node).includes('BreadcrumbList'))
  return [...nodesOf(crumbs?.['itemListElement'])]
    .sort((a, b) => Number(a['position'] ?? 0) - Number(b['position'] ?? 0))
    .flatMap(step => textOf(step['name'] ?? step['item']) ?? [])
    .filter((word, at) => !(at === 0 && /^(?:home|start|shop|accueil|inicio)/i.test(word)))
    .slice(0, 6)
}
