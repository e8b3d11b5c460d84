import type { Rule, ShopEvent } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { anEvent, DAY, HOUR, NOON } from '../../testing/anEvent.ts'
import { aContext } from '../../testing/aShop.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import type { Context } from './context.ts'
import { matchesRule, unmetOf } from './matchesRule.ts'
import { ruleText } from './ruleText.ts'
import { spanMs } from './spanMs.ts'

function situation(events: readonly ShopEvent[] = [], context: Partial<Context> = {}) {
  return { profile: foldProfile(events, { now: NOON }), context: aContext(context), events, now: NOON }
}
const yes: Rule = { fact: 'page.type', is: 'eq', value: 'home' }
const no: Rule = { fact: 'page.type', is: 'eq', value: 'cart' }

describe('rules', () => {
  test.each<[Rule, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: { all: [yes, { any: [no, yes] }] } }, false]
  ])('AU-1 %j is %s', (rule, met) => {
    expect(matchesRule(rule, situation())).toBe(met)
  })

  test.each<[Extract<Rule, { fact: string }>['is'], string, unknown, boolean]>([
    ['eq', 'context.local.weekday', 3, true],
    ['eq', 'context.local.weekday', '3', false],
    ['ne', 'page.type', 'cart', true],
    ['ne', 'page.type', 'home', false],
    ['in', 'page.type', ['cart', 'home'], true],
    ['in', 'page.type', ['cart'], false],
    ['in', 'page.type', 'home', false],
    ['gt', 'context.local.weekday', 3, false],
    ['gte', 'context.local.weekday', 3, true],
    ['lt', 'context.local.weekday', 3, false],
    ['lte', 'context.local.weekday', 3, true],
    ['gt', 'page.type', 1, false],
    ['contains', 'page.url', 'shop.example', true],
    ['contains', 'page.url', 7, false],
    ['contains', 'page.category', 'Lighting', true],
    ['contains', 'page.category', 'Light', false],
    ['contains', 'context.local', 'weekday', false],
    ['exists', 'page.category', true, true],
    ['exists', 'page.category', false, false]
  ])('AU-2 %s of %s and %j is %s', (is, fact, value, met) => {
    const page = { type: 'home', url: 'https://shop.example/', category: ['Giftware', 'Lighting'] } as const
    const rule = { fact, is, value } as Rule
    expect(matchesRule(rule, situation([], { page }))).toBe(met)
  })

  test.each(['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'exists'] as const)(
    'AU-2 a fact that is not there is not %s',
    is => {
      expect(
        matchesRule({ fact: 'profile.landing', is, value: is === 'exists' ? true : 0 }, situation())
      ).toBe(false)
    }
  )

  test('AU-2 a fact that is not there is only unequal, and not existing', () => {
    expect(matchesRule({ fact: 'profile.landing', is: 'ne', value: 'ads' }, situation())).toBe(true)
    expect(matchesRule({ fact: 'profile.landing', is: 'exists', value: false }, situation())).toBe(true)
  })

  test.each([
    'profile.constructor',
    'page.constructor.name',
    'page.toString',
    'context.local.__proto__.constructor'
  ])('AU-3 %s is inherited, and so no fact', fact => {
    expect(matchesRule({ fact, is: 'exists', value: true }, situation())).toBe(false)
  })

  test('AU-3 a list knows its length', () => {
    expect(matchesRule({ fact: 'profile.orders.length', is: 'eq', value: 0 }, situation())).toBe(true)
  })

  test('AU-4 a rule can ask for the strongest taste, any taste, and what is in the cart', () => {
    const lamp = { itemId: 'lamp', category: ['Lighting'], price: 1500, quantity: 2 }
    const asked = situation([anEvent('add_to_cart', NOON, { items: [lamp] })])
    const facts = [
      ['profile.top.category', 'eq', 'Lighting'],
      ['profile.affinities.category', 'contains', 'Lighting'],
      ['cart.value', 'eq', 3000],
      ['cart.count', 'eq', 2],
      ['cart.items', 'contains', 'lamp'],
      ['profile.cart', 'contains', 'lamp']
    ] as const
    for (const [fact, is, value] of facts) expect(matchesRule({ fact, is, value }, asked)).toBe(true)
    const emptied = { ...asked, context: aContext({ cart: [] }) }
    expect(matchesRule({ fact: 'cart.count', is: 'eq', value: 0 }, emptied)).toBe(true)
    const bare = { itemId: 'mug', id: 'mug', quantity: 1, at: NOON }
    expect(
      matchesRule(
        { fact: 'cart.value', is: 'eq', value: 0 },
        { ...asked, context: aContext({ cart: [bare] }) }
      )
    ).toBe(true)
  })
})

describe('past events', () => {
  const red = { itemId: 'a', color: 'Red', price: 100, category: ['Giftware', 'Lighting'] }
  const dear = { itemId: 'b', color: 'Blue', price: 900 }
  const events = [
    anEvent('view_item', NOON - 2 * HOUR, { items: [red, dear] }),
    anEvent('view_item', NOON - 2 * DAY, { items: [red] }),
    anEvent('search', NOON - DAY, { searchTerm: 'lamp' }),
    anEvent('view_item', NOON + HOUR, { items: [red] })
  ]
  test.each<[Omit<Extract<Rule, { did: string }>, 'did'>, boolean]>([
    [{}, true],
    [{ atLeast: 2 }, true],
    [{ atLeast: 3 }, false],
    [{ atLeast: 2, within: '1d' }, false],
    [{ atLeast: 2, within: '2d' }, true],
    [{ atMost: 1 }, false],
    [{ atMost: 2 }, true],
    [{ atMost: 0, within: '1h' }, true],
    [{ atLeast: 1, atMost: 1, within: '1d' }, true],
    [{ where: { color: 'Red' }, atLeast: 2 }, true],
    [{ where: { color: 'Red', price: 900 } }, false],
    [{ where: { color: 'Blue', price: 900 } }, true],
    [{ where: { category: 'Lighting' }, atLeast: 2 }, true],
    [{ where: { constructor: 'Object' } }, false],
    [{ where: { source: 'web', color: 'Red' } }, true]
  ])('AU-5 did view_item %j is %s', (rest, met) => {
    expect(matchesRule({ did: 'view_item', ...rest }, situation(events))).toBe(met)
  })

  test('AU-5 an event without lines is asked for its own fields', () => {
    expect(matchesRule({ did: 'search', where: { searchTerm: 'lamp' } }, situation(events))).toBe(true)
    expect(matchesRule({ did: 'search', where: { searchTerm: 'mug' } }, situation(events))).toBe(false)
  })

  test('AU-5 what is told twice was done once, and what was never done is at most nothing', () => {
    const twice = situation([...events, ...events])
    expect(matchesRule({ did: 'view_item', atLeast: 3 }, twice)).toBe(false)
    expect(matchesRule({ did: 'purchase' }, twice)).toBe(false)
    expect(matchesRule({ did: 'purchase', atMost: 0 }, twice)).toBe(true)
  })

  test.each([
    ['45s', 45_000],
    ['30m', 1_800_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['soon', 0],
    ['', 0],
    ['5y', 0]
  ])('AU-5 %s is %d ms', (span, ms) => {
    expect(spanMs(span)).toBe(ms)
  })
})

describe('in words', () => {
  test('AU-7 of a rule that is not met, the part that fails is told', () => {
    const lapsed: Rule = { fact: 'profile.lifecycle', is: 'eq', value: 'lapsed' }
    expect(unmetOf({ all: [yes, { all: [yes, lapsed, no] }] }, situation())).toEqual(lapsed)
    expect(unmetOf({ not: { all: [yes] } }, situation())).toEqual({ not: { all: [yes] } })
    expect(unmetOf({ all: [yes] }, situation())).toBeUndefined()
  })

  test.each<[string, Rule]>([
    ['everyone', { all: [] }],
    ['(no one)', { any: [] }],
    ['page.type is home and page.type is cart', { all: [yes, no] }],
    ['(page.type is home or not (page.type is cart))', { any: [yes, { not: no }] }],
    ['page.type is one of home, cart', { fact: 'page.type', is: 'in', value: ['home', 'cart'] }],
    ['profile.landing exists false', { fact: 'profile.landing', is: 'exists', value: false }],
    ['cart.value is at least 5000', { fact: 'cart.value', is: 'gte', value: 5000 }],
    ['view_item at least 1×', { did: 'view_item' }],
    ['purchase at most 0× within 30d', { did: 'purchase', atMost: 0, within: '30d' }],
    [
      'view_item with color Red at least 2× at most 9× within 7d',
      { did: 'view_item', where: { color: 'Red' }, atLeast: 2, atMost: 9, within: '7d' }
    ]
  ])('AU-7 says %s', (text, rule) => {
    expect(ruleText(rule)).toBe(text)
  })
})
