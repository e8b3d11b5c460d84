import {
  type Campaign,
  type Content,
  PAGE_TYPES,
  type Rule,
  type ShopConfig,
  type ShopEvent
} from '@vitrine/protocol'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { anEvent, DAY, HOUR, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { anyContext, anySituation } from '../../testing/arbitraryShops.ts'
import { aCampaign, aConfig } from '../../testing/aShop.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { decide } from './decide.ts'
import { type MirrorInput, mirrorOf } from './mirrorOf.ts'

// Hundreds of shops in one test: seconds, where a machine is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const WEEK = 7 * DAY
const local = { minutes: 720, weekday: 3 }
const view = anEvent('page_view', NOON - MINUTE, {
  page: { url: 'https://shop.example/?utm_source=letter', type: 'home' }
})
const earlier = anEvent('view_item', NOON - 2 * DAY, { items: lines('a') })

function input(
  campaigns: readonly Campaign[],
  fields: Partial<ShopConfig> = {},
  events: readonly ShopEvent[] = [earlier, view]
): MirrorInput {
  const profile = foldProfile(events, { now: NOON })
  return { config: aConfig(campaigns, fields), profile, events, seed: 'v', now: NOON, local }
}
const shows = (...campaigns: readonly Campaign[]) => mirrorOf(input(campaigns))?.shows
const saying = (content: Partial<Content>): Campaign['variants'] => [
  { id: 'a', weight: 1, content: { widget: 'banner', ...content } }
]
const where = (fact: string, value: string): Rule => ({ fact, is: 'eq', value })

test('DC-29 holds by placement what the next page shows, good for a week', () => {
  const placements = [{ id: 'hero' }, { id: 'foot', pages: ['cart' as const] }, { id: 'empty' }]
  const campaigns = [
    aCampaign('low'),
    aCampaign('high', { priority: 1 }),
    aCampaign('other', { placement: 'foot', audience: where('page.type', 'cart') }),
    aCampaign('later', { placement: 'empty', schedule: { from: NOON + WEEK } })
  ]
  expect(mirrorOf(input(campaigns, { placements }))).toEqual({
    ...{ v: 1, until: NOON + WEEK, shows: { hero: 'high/a', foot: 'other/a' } }
  })
})

test('DC-29 holds nothing where nothing is shown, and `campaign/` for whoever is held out', () => {
  expect(mirrorOf(input([]))).toBeUndefined()
  expect(shows(aCampaign('c', { status: 'paused' }))).toBeUndefined()
  expect(shows(aCampaign('c', { holdout: 1, priority: 1 }), aCampaign('spare'))).toEqual({ hero: 'c/' })
})

test('DC-29 leaves out what shows products, no banner, a blank, or waits for a moment', () => {
  const products = { strategy: 'best_sellers' } as const
  expect(shows(aCampaign('c', { variants: saying({ products }) }))).toBeUndefined()
  expect(shows(aCampaign('c', { variants: saying({ widget: 'restock' }) }))).toBeUndefined()
  expect(shows(aCampaign('c', { variants: saying({ text: '{item}' }) }))).toBeUndefined()
  const named = anEvent('view_item', NOON, { items: [{ itemId: 'a', name: 'A' }] })
  const blank = aCampaign('c', { variants: saying({ text: '{item}' }), priority: 1 })
  expect(mirrorOf(input([blank, aCampaign('spare')], {}, [named]))).toBeUndefined()
  expect(shows(blank, aCampaign('spare'))).toEqual({ hero: 'spare/a' })
  const leaving = aCampaign('c', { trigger: { any: [{ when: 'exitIntent' }] }, priority: 1 })
  expect(shows(leaving, aCampaign('spare'))).toEqual({ hero: 'spare/a' })
})

test('DC-30 says nothing where a campaign that comes first may or may not be shown, and else what comes after it', () => {
  const first = (audience: Rule, fields: Partial<Campaign> = {}) =>
    shows(aCampaign('first', { audience, priority: 1, ...fields }), aCampaign('second'))?.['hero']
  expect(first(where('page.url', '/sale'))).toBeUndefined()
  expect(first(where('page.type', 'home'))).toBeUndefined()
  expect(first(where('context.device', 'phone'))).toBeUndefined()
  expect(first({ not: where('page.url', '/sale') })).toBeUndefined()
  expect(first({ any: [where('page.url', '/sale'), { did: 'view_item' }] })).toBe('first/a')
  expect(first({ all: [where('page.url', '/sale'), { did: 'purchase' }] })).toBe('second/a')
  expect(first({ not: { any: [where('page.url', '/sale'), { did: 'view_item' }] } })).toBe('second/a')
  expect(
    first({ did: 'view_item' }, { variants: saying({ products: { strategy: 'trending' } }) })
  ).toBeUndefined()
  expect(first({ did: 'purchase' }, { variants: saying({ products: { strategy: 'trending' } }) })).toBe(
    'second/a'
  )
  // An overlay takes nothing's place.
  expect(first(where('page.url', '/sale'), { variants: saying({ widget: 'popup' }) })).toBe('second/a')
})

test('DC-30 the device is known where it is told, and the type of page where the placement has only one', () => {
  const phones = aCampaign('phones', { audience: where('context.device', 'phone') })
  expect(mirrorOf({ ...input([phones]), device: 'phone' })?.shows).toEqual({ hero: 'phones/a' })
  const home = aCampaign('home', { audience: where('page.type', 'home') })
  const on = (...pages: ('home' | 'cart')[]) =>
    mirrorOf(input([home], { placements: [{ id: 'hero', pages }] }))
  expect(on('home')?.shows).toEqual({ hero: 'home/a' })
  expect(on('home', 'cart')).toBeUndefined()
})

const DEEDS = ['view_item', 'add_to_cart', 'view_promotion', 'dismiss_promotion', 'purchase'] as const
const leaf = fc.constantFrom<Rule>(
  { fact: 'page.type', is: 'in', value: ['home', 'cart'] },
  { fact: 'page.itemId', is: 'exists', value: true },
  { fact: 'page.category', is: 'contains', value: 'Lighting' },
  { fact: 'context.device', is: 'eq', value: 'phone' },
  { fact: 'cart.count', is: 'gt', value: 0 },
  { did: 'view_item' },
  { did: 'view_item', within: '1h' },
  { did: 'view_item', within: '1d', atLeast: 2 },
  { did: 'add_to_cart', within: '2d', atMost: 1 },
  { did: 'view_promotion', within: '4h', atLeast: 1, atMost: 2 }
)
const { rule: anyRule } = fc.letrec<{ rule: Rule }>(tie => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('rule'), { maxLength: 2 }).map(all => ({ all })),
    fc.array(tie('rule'), { maxLength: 2 }).map(any => ({ any })),
    tie('rule').map(not => ({ not }))
  )
}))
const anyContent = fc.constantFrom<Content>(
  { widget: 'banner' },
  { widget: 'banner' },
  { widget: 'banner', text: '{department}' },
  { widget: 'banner', products: { strategy: 'best_sellers' } },
  { widget: 'popup' },
  { widget: 'carousel' }
)
const anyFrequency = fc.constantFrom<NonNullable<Campaign['frequency']>>(
  { show: 'always' },
  { show: 'always', cooldown: '1h' },
  { show: 'always', afterDismiss: '2d', afterConversion: '3h' },
  { show: 'times', times: 2, cooldown: '1d' }
)
const anyBanners = fc
  .array(
    fc.record({
      audience: anyRule,
      content: anyContent,
      frequency: anyFrequency,
      holdout: fc.constantFrom(0, 0, 0.5)
    }),
    { maxLength: 4 }
  )
  .map(all =>
    all.map(({ content, ...rest }, n) =>
      aCampaign(`c${n}`, { ...rest, variants: [{ id: 'a', weight: 1, content }] })
    )
  )
const anyPages = fc.option(fc.subarray([...PAGE_TYPES], { minLength: 1, maxLength: 2 }), { nil: undefined })

/** What was done lately, now and then because of a campaign. */
const anyDeeds = fc
  .array(
    fc.record({
      type: fc.constantFrom(...DEEDS),
      at: fc.oneof(
        fc.integer({ min: NOON - 3 * DAY, max: NOON }),
        fc.integer({ min: NOON - 5 * HOUR, max: NOON })
      ),
      ref: fc.constantFrom({}, { campaign: 'c0' }, { campaign: 'c1' })
    }),
    { maxLength: 8 }
  )
  .map(all => all.map(({ type, at, ref }, seq) => anEvent(type, at, { ref, seq, items: lines('a') })))
/** When the next page comes, as a share of the time the mirror holds: often in its last millisecond. */
const anyShare = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))

test('DC-30, DC-31 whatever the next page is and whenever it comes, it decides what the mirror says', () => {
  const any = [anySituation, anyDeeds, anyBanners, anyPages, anyContext, anyShare] as const
  fc.assert(
    fc.property(...any, (situation, events, campaigns, pages, context, share) => {
      const hero = pages ? { id: 'hero', pages } : { id: 'hero' }
      const config = { ...situation.config, campaigns, placements: [hero] }
      const { local } = situation.context
      const known = { ...situation, config, events, profile: foldProfile(events, { now: NOON }) }
      const mirror = mirrorOf({ ...known, local })
      fc.pre(mirror !== undefined)
      const shown = mirror?.shows['hero']
      const now = NOON + Math.floor(share * ((mirror?.until ?? 0) - 1 - NOON))
      const type = (pages ?? PAGE_TYPES).find(one => one === context.page.type) ?? pages?.[0] ?? 'home'
      const next = {
        ...context,
        local,
        page: { ...context.page, type },
        mayOverlay: false,
        device: 'phone'
      } as const
      const profile = foldProfile(events, { now })
      const { campaign, variant = '', holdout } = decide({ ...known, profile, now, context: next })
      expect(`${campaign}/${variant}`).toBe(shown)
      expect(shown?.endsWith('/')).toBe(holdout)
    }),
    { numRuns: 1500 }
  )
})

test('DC-31 ends when a schedule there may next change, though it be another campaign’s', () => {
  const soon = aCampaign('soon', { schedule: { from: NOON + DAY }, priority: 1 })
  const elsewhere = aCampaign('elsewhere', { schedule: { from: NOON + 1 }, placement: 'foot' })
  expect(mirrorOf(input([soon, elsewhere, aCampaign('c')]))?.until).toBe(NOON + DAY)
})

test('DC-31 what hangs on this visit ends with it', () => {
  const until = (campaigns: readonly Campaign[], events: readonly ShopEvent[]) =>
    mirrorOf(input(campaigns, {}, events))?.until
  const letter = aCampaign('letter', { audience: where('profile.landing', 'letter') })
  expect(until([letter], [earlier, view])).toBe(NOON + 30 * MINUTE)
  const first = aCampaign('first', { audience: where('profile.lifecycle', 'new_visitor') })
  expect(until([first], [view])).toBe(NOON + 30 * MINUTE)
  // How they come next time is not known, so that whoever may come by another letter is left out of it.
  const paper = aCampaign('paper', { audience: where('profile.landing', 'paper'), priority: 1 })
  expect(until([paper, aCampaign('c')], [earlier, view])).toBe(NOON + 30 * MINUTE)
  expect(until([aCampaign('c')], [earlier, view])).toBe(NOON + WEEK)
})

test('DC-31 ends when something done leaves the span it was asked for in, and not before', () => {
  const until = (audience: Rule, ...agoMs: readonly number[]) => {
    const first = aCampaign('first', { audience, priority: 1 })
    const done = agoMs.map((ms, seq) => anEvent('view_item', NOON - ms, { items: lines('a'), seq }))
    return (mirrorOf(input([first, aCampaign('c')], {}, [view, ...done]))?.until ?? 0) - NOON
  }
  const lately = { did: 'view_item', within: '2h' } as const
  expect(until(lately, HOUR, HOUR / 2)).toBe(1.5 * HOUR + 1)
  expect(until(lately, 2 * HOUR)).toBe(1)
  expect(until(lately, 3 * HOUR)).toBe(WEEK)
  expect(until({ ...lately, atLeast: 2 }, HOUR, HOUR / 2)).toBe(HOUR + 1)
  expect(until({ ...lately, atLeast: 3 }, HOUR, HOUR / 2)).toBe(WEEK)
  expect(until({ ...lately, atMost: 1 }, HOUR, HOUR / 2)).toBe(HOUR + 1)
  expect(until({ not: { any: [lately] } }, HOUR)).toBe(HOUR + 1)
  expect(until({ did: 'view_item' }, HOUR)).toBe(WEEK)
})

test('DC-31 ends when a campaign there has rested, though another is shown meanwhile', () => {
  const frequency = { show: 'always', cooldown: '1h', afterDismiss: '1d', afterConversion: '2h' } as const
  const first = aCampaign('first', { priority: 1, frequency })
  const mirrorAfter = (type: 'view_promotion' | 'dismiss_promotion' | 'answer', agoMs: number) =>
    mirrorOf(
      input([first, aCampaign('c')], {}, [view, anEvent(type, NOON - agoMs, { ref: { campaign: 'first' } })])
    )
  const rested = (until: number) => ({ v: 1, until, shows: { hero: 'c/a' } })
  expect(mirrorAfter('view_promotion', MINUTE)).toEqual(rested(NOON + HOUR - MINUTE))
  expect(mirrorAfter('dismiss_promotion', MINUTE)).toEqual(rested(NOON + DAY - MINUTE))
  expect(mirrorAfter('answer', MINUTE)).toEqual(rested(NOON + 2 * HOUR - MINUTE))
  const again = { v: 1, until: NOON + WEEK, shows: { hero: 'first/a' } }
  expect(mirrorAfter('view_promotion', HOUR)).toEqual(again)
})

test('DC-31 ends after a day where an audience asks how the shopper stands or leans', () => {
  const until = (fact: string, placement = 'hero') => {
    const leaning = aCampaign('leaning', { audience: { not: where(fact, 'x') }, placement })
    return mirrorOf(input([leaning, aCampaign('c')]))?.until
  }
  for (const fact of ['lifecycle', 'affinities.brand', 'top.category', 'department', 'rfm.recencyDays'])
    expect(until(`profile.${fact}`)).toBe(NOON + DAY)
  expect(until('profile.lifecycle', 'foot')).toBe(NOON + WEEK)
  expect(until('cart.count')).toBe(NOON + WEEK)
})

test('DC-32 is at most 2,000 characters: the last placements are left out', () => {
  const ids = Array.from({ length: 100 }, (_, n) => `placement-of-a-long-name-${n}`)
  const campaigns = ids.map(placement => aCampaign(`in-${placement}`, { placement }))
  const mirror = mirrorOf(input(campaigns, { placements: ids.map(id => ({ id })) }))
  expect(JSON.stringify(mirror).length).toBeLessThanOrEqual(2000)
  expect(JSON.stringify(mirror).length).toBeGreaterThan(1900)
  const kept = Object.keys(mirror?.shows ?? {})
  expect(kept).toEqual(ids.slice(0, kept.length))
})
