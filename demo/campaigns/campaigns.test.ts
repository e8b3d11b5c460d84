import { type Context, checkText, decide, foldProfile, type Moments, openModel } from '@vitrine/engine'
import { type Card, eventId, type ItemFile, type Manifest, parseGa4, type ShopEvent } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { productPath } from '../catalogue/feed.ts'
import { ga4Variant } from '../range/ga4Item.ts'
import { priceOf } from '../range/priceOf.ts'
import { DOORS, LATER_MS } from '../shop/trial/doors.ts'
import { shopConfig } from '../shopConfig.ts'
import { aProduct, aVariant, BOOTS } from '../testing/products.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const SPRING = Date.UTC(2027, 3, 1, 12)
const DAY_MINUTES = 24 * 60
const HOME = { type: 'home', url: 'http://127.0.0.1:4100/' } as const
const LADIES = aProduct({
  ...BOOTS,
  itemGroupId: 'LBOOTS',
  title: 'Ladies’ Boots',
  variants: [aVariant({ itemId: 'LBOOTS-5', size: 'UK 5' })]
})
const LEAVING: Moments = {
  ...{ dwellMs: 60_000, activeMs: 40_000, idleMs: 0, scrollDepth: 0.4, clicks: 2, pageCount: 3 },
  ...{ exitIntent: true, tabReturn: false, visible: [], events: [] }
}

/** Something that was done, in the words in which the shop's pages tell it. */
type Deed = readonly [minutesAgo: number, name: string, payload?: Record<string, unknown>]

const items = (product: DemoProduct, at: number, more: Record<string, unknown> = {}) => {
  const variant = product.variants[at]
  if (!variant) throw new RangeError(`no variant ${at}`)
  return { currency: 'GBP', items: [{ ...ga4Variant(product, variant), ...more }] }
}
const viewed = (product: DemoProduct, at: number, minutesAgo = 30): Deed => [
  minutesAgo,
  'view_item',
  items(product, at)
]
/** As the page tells it when a size is chosen that is sold out. */
const missed = (product: DemoProduct, at: number): Deed => [29, 'sold_out_size', items(product, at)]
const added = (product: DemoProduct, at = 0, quantity = 1): Deed => [
  20,
  'add_to_cart',
  items(product, at, { quantity })
]
const bought = (daysAgo: number): Deed => [
  daysAgo * DAY_MINUTES,
  'purchase',
  { ...items(aProduct(), 0), transaction_id: `T${daysAgo}`, value: 8.5 }
]

interface Asked {
  readonly deeds?: readonly Deed[]
  readonly url?: string
  readonly now?: number
  readonly context?: Partial<Context>
  readonly seed?: string
}

/** What a placement shows to somebody who did this, through the engine as a page asks it. */
function shownAt(placement: string, { deeds = [], url = HOME.url, now = NOW, ...more }: Asked) {
  const events = [
    { ...eventAt(now, 0), type: 'page_view', page: { url, type: 'home' } } as ShopEvent,
    ...deeds.map(([minutesAgo, name, payload = {}], seq): ShopEvent => {
      const { body } = parseGa4(name, payload, 'GBP')
      return { ...eventAt(now - minutesAgo * 60_000, seq + 1), ...body }
    })
  ]
  const config = shopConfig(now)
  const profile = foldProfile(events, { now, manifest: MANIFEST })
  const { seed = 'anna', context } = more
  const decision = decide({
    ...{ placement, profile, events, config, model: MODEL, seed, now },
    context: { page: HOME, shownIds: [], local: { minutes: 720, weekday: 0 }, ...context }
  })
  const kept = decision.verdicts.map(({ campaign, checks }) => {
    const failed = checks.find(({ passed }) => !passed)
    return [campaign, failed && `${failed.gate}: ${checkText(failed)}`] as const
  })
  const titles = decision.items.map(({ card }) => card.title)
  return { campaign: decision.campaign, holdout: decision.holdout, titles, kept: Object.fromEntries(kept) }
}

function eventAt(at: number, seq: number) {
  return { id: eventId({ at, tab: '0000000000de', seq }), at, source: 'web' as const }
}

const MANIFEST: Manifest = {
  ...{ v: 1, shop: 'demo', version: 'v1', publishedAt: NOW, currency: 'GBP', items: 3 },
  ...{ relations: [], scoring: {}, lists: [], orderGapDays: 30 }
}
const MODEL = openModel({
  manifest: MANIFEST,
  items: [BOOTS, LADIES, aProduct()].map(
    (product): ItemFile => ({ v: 1, card: cardOf(product), rows: {}, cards: [] })
  ),
  lists: [],
  // Sold out when it was looked at, and on the shelf again.
  availability: { 'WBOOTS-8': true }
})

function cardOf(product: DemoProduct): Card {
  return {
    id: product.itemGroupId,
    title: product.title,
    link: productPath(product),
    price: priceOf(product).now,
    category: [...product.path],
    availability: 'in_stock',
    variants: product.variants.map(({ itemId, size, stock }) => ({
      id: itemId,
      ok: stock > 0,
      ...(size !== null && { size })
    }))
  }
}

describe('the five campaigns, each to whom it is for', () => {
  test('DE-32 the welcome knows the door, and who comes by no door is not welcomed twice', () => {
    const welcome = (query: string) => shownAt('home-welcome', { url: `${HOME.url}${query}` }).campaign
    expect(welcome('?utm_source=instagram')).toBe('welcome-instagram')
    expect(welcome('?utm_source=newsletter')).toBe('welcome-newsletter')
    expect(welcome('?utm_source=elsewhere')).toBeUndefined()
    expect(welcome('')).toBeUndefined()
  })

  test('DE-43 an hour later a new visit begins, whose door is known; within a visit the first door counts', () => {
    const came = (minutesAgo: number): Deed => [
      minutesAgo,
      'page_view',
      { page_location: HOME.url, page_type: 'home' }
    ]
    const [, address = ''] = DOORS.find(([name]) => name === 'From Instagram') ?? []
    const url = new URL(address, HOME.url).href
    const later = LATER_MS / 60_000
    expect(shownAt('home-welcome', { url, deeds: [came(later)] }).campaign).toBe('welcome-instagram')
    expect(shownAt('home-welcome', { url, deeds: [came(later / 3)] }).campaign).toBeUndefined()
  })

  test('DE-32 back in your size: sold out when it was looked at, here in the size that was chosen before', () => {
    const size8 = added(BOOTS, 0)
    const gone = [viewed(BOOTS, 0), missed(BOOTS, 0)]
    const emptied: Deed = [10, 'remove_from_cart', items(BOOTS, 0)]
    expect(shownAt('home-size', { deeds: [...gone, size8, emptied] })).toMatchObject({
      campaign: 'back-in-size',
      titles: ['Winter Boots']
    })
    // Of a stranger's size nothing is known; what was there when it was looked at is not back.
    expect(shownAt('home-size', { deeds: gone }).campaign).toBeUndefined()
    const other: Deed = [29, 'asked_for_help', items(BOOTS, 0)]
    expect(
      shownAt('home-size', { deeds: [viewed(BOOTS, 1), other, size8, emptied] }).campaign
    ).toBeUndefined()
  })

  test('DE-32 back in your size is never said of a thing that does not come in it', () => {
    const deeds = [viewed(BOOTS, 0, 90), missed(BOOTS, 0), added(BOOTS, 0), viewed(LADIES, 0, 5)]
    // The boots lie in the basket; the last thing looked at has no UK 8.
    expect(shownAt('home-size', { deeds }).titles).toEqual([])
  })

  test('DE-32 the gift season has its dates, and whoever leans to clothes is met by boots all year', () => {
    expect(shownAt('home-hero', {}).campaign).toBe('gift-season')
    expect(shownAt('home-hero', { now: SPRING }).campaign).toBeUndefined()
    expect(shownAt('shop-bar', {}).campaign).toBe('gift-season-strip')
    expect(shownAt('shop-bar', { now: SPRING }).campaign).toBeUndefined()
    const deeds = [viewed(BOOTS, 1), viewed(LADIES, 0)]
    for (const now of [NOW, SPRING]) expect(shownAt('home-hero', { deeds, now }).campaign).toBe('for-the-way')
  })

  test('DE-32 win-back is for customers who were long away, ten seconds after they have come', () => {
    const context = { mayOverlay: true, moments: { ...LEAVING, exitIntent: false } }
    const winBack = (deeds: readonly Deed[], more: Partial<Context> = {}) =>
      shownAt('overlay', { deeds, context: { ...context, ...more } })
    expect(winBack([bought(200), bought(230)]).campaign).toBe('win-back')
    expect(winBack([bought(5)]).kept['win-back']).toMatch(/^audience/)
    expect(winBack([]).kept['win-back']).toMatch(/^audience/)
    const early = { moments: { ...context.moments, dwellMs: 9000 } }
    expect(winBack([bought(200)], early).kept['win-back']).toMatch(/^trigger/)
    expect(winBack([bought(200)], { mayOverlay: false }).kept['win-back']).toBe(
      'overlay: no consent to overlays'
    )
  })

  test('DE-31, DE-32 the gap is told between an empty basket and £50 of goods', () => {
    const cart = (quantity: number) =>
      shownAt('delivery-gap', {
        deeds: quantity > 0 ? [added(aProduct(), 0, quantity)] : [],
        context: { page: { type: 'cart', url: 'http://127.0.0.1:4100/cart' } }
      }).campaign
    // Mugs at £8.50: five are £42.50, six £51.
    expect([0, 1, 5, 6].map(cart)).toEqual([undefined, 'delivery-gap', 'delivery-gap', undefined])
  })
})

describe('the offer at the door', () => {
  const atTheDoor = (more: Partial<Asked> = {}) =>
    shownAt('overlay', {
      deeds: [added(aProduct())],
      ...more,
      context: { mayOverlay: true, moments: LEAVING, ...more.context }
    })

  test('DE-33 is for who leaves goods behind and has not ordered yet', () => {
    expect(atTheDoor().campaign).toBe('before-you-go')
    expect(atTheDoor({ deeds: [] }).kept['before-you-go']).toMatch(/^audience/)
    expect(atTheDoor({ deeds: [bought(5), added(aProduct())] }).kept['before-you-go']).toMatch(/^audience/)
  })

  test('DE-33 waits for the leave-taking, ends with the checkout, and never comes while the shopper is busy', () => {
    const at = (context: Partial<Context>) => atTheDoor({ context }).kept['before-you-go']
    expect(at({ moments: { ...LEAVING, exitIntent: false } })).toMatch(/^trigger: .*exit/i)
    expect(at({ moments: { ...LEAVING, events: ['begin_checkout'] } })).toMatch(/^trigger/)
    expect(at({ busy: 'typing' })).toMatch(/^overlay/)
    expect(at({ mayOverlay: false })).toMatch(/^overlay/)
  })

  test('DE-33 is shown once', () => {
    const shown: Deed = [
      3 * 7 * DAY_MINUTES,
      'view_promotion',
      { promotion_id: 'before-you-go', result_id: 'r1' }
    ]
    const again = atTheDoor({ deeds: [shown, added(aProduct())] })
    expect(again.campaign).toBeUndefined()
    expect(again.kept['before-you-go']).toBe('frequency: shown 1×, at most 1×')
  })

  test('DE-33 is held back from a tenth, who see nothing in its place', () => {
    const all = Array.from({ length: 2000 }, (_, at) => atTheDoor({ seed: `visitor ${at}` }))
    const held = all.filter(({ holdout }) => holdout).length
    expect(held).toBeGreaterThan(140)
    expect(held).toBeLessThan(260)
  })

  test('DE-33 is worth what it says: a tenth, for two days, from £25', () => {
    const campaign = shopConfig(NOW).campaigns.find(({ id }) => id === 'before-you-go')
    expect(campaign?.offer).toEqual({
      ...{ kind: 'percent', value: 10, minimumValue: 2500, validFor: '48h', prefix: 'STAY' }
    })
    const { title, text } = campaign?.variants[0]?.content ?? {}
    expect([title, text].join()).toMatch(/10 %.*£25/)
  })
})
