import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShopEvent } from './event.ts'
import { productIdOf } from './event.ts'
import { eventId, isEventId, MAX_SEQ, MAX_TIME, partsOfEventId } from './eventId.ts'
import { parseGa4, toGa4 } from './ga4.ts'
import { importedEventId } from './importedEventId.ts'
import { packBatch } from './packBatch.ts'
import type { CompactBatch } from './schema/index.ts'
import { validateBatch } from './schema/index.ts'
import { arbitraryEvents, arbitraryTab } from './testing/arbitraryEvents.ts'
import { unpackBatch } from './unpackBatch.ts'

const HEAD = { shop: 'demo', key: 'pk_demo', sent: 0 }
const TAB = '0123456789ab'

test('PR-1 every id can be taken apart, and sorts by time and then by number within a tab', () => {
  const parts = fc.record({
    at: fc.integer({ min: 0, max: MAX_TIME }),
    tab: arbitraryTab,
    seq: fc.integer({ min: 0, max: MAX_SEQ })
  })
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(isEventId(eventId(one))).toBe(true)
      expect(partsOfEventId(eventId(one))).toEqual(one)
      const [a, b] = [eventId(one), eventId({ ...other, tab: one.tab })]
      if (one.at !== other.at) expect(a < b).toBe(one.at < other.at)
      else expect(a < b).toBe(one.seq < other.seq)
    })
  )
})

test.each([
  { at: -1, tab: TAB, seq: 0 },
  { at: 0.5, tab: TAB, seq: 0 },
  { at: MAX_TIME + 1, tab: TAB, seq: 0 },
  { at: 0, tab: 'ABCDEF012345', seq: 0 },
  { at: 0, tab: TAB, seq: MAX_SEQ + 1 },
  { at: 0, tab: TAB, seq: -1 }
])('PR-1 an id of %o is a bug in the caller', parts => expect(() => eventId(parts)).toThrow(RangeError))

test('PR-1 what is no UUIDv7 in lower case has no parts', () => {
  for (const text of [
    '',
    'x',
    '01A19671-C1C0-7012-8D15-9E26AC000000',
    '01a19671-c1c0-4012-8d15-9e26ac000000'
  ])
    expect(partsOfEventId(text)).toBeUndefined()
})

test('PR-1 an event’s product is its group, or else itself', () => {
  expect(productIdOf({ itemId: 'A-RED', itemGroupId: 'A' })).toBe('A')
  expect(productIdOf({ itemId: 'A' })).toBe('A')
})

test('PR-2 a hundred thousand lines of one second have as many ids', () => {
  const ids = new Set<string>()
  for (let invoice = 0; invoice < 1000; invoice++)
    for (let line = 1; line <= 100; line++)
      ids.add(importedEventId({ shop: 'demo', source: 'import', invoice: `5${invoice}`, line, at: 1e12 }))
  expect(ids.size).toBe(100_000)
})

test('PR-2 no part can borrow from its neighbour', () => {
  const id = (invoice: string, line: number) =>
    importedEventId({ shop: 'demo', source: 'import', invoice, line, at: 1e12 })
  expect(id('1', 23)).not.toBe(id('12', 3))
})

test('PR-3 whatever is packed comes back', () => {
  fc.assert(
    fc.property(arbitraryEvents, events => {
      const wire = JSON.parse(JSON.stringify(packBatch(HEAD, events)))
      expect(validateBatch(wire)).toMatchObject({ ok: true })
      expect(unpackBatch(wire)).toEqual({ events, refused: [] })
    })
  )
})

test('PR-3 what is said often is sent once', () => {
  const page = { url: '/', type: 'home' } as const
  const events = [0, 1, 2].map(
    seq =>
      ({
        id: eventId({ at: 5, tab: TAB, seq }),
        at: 5,
        type: 'page_view',
        source: 'app',
        page
      }) satisfies ShopEvent
  )
  const batch = packBatch({ ...HEAD, visitor: 'v' }, events)
  expect(batch).toMatchObject({ visitor: 'v', source: 'app', pages: [{ u: '/', k: 'home' }] })
  expect(batch.events.map(({ p, s }) => [p, s])).toEqual([
    [0, undefined],
    [0, undefined],
    [0, undefined]
  ])
  expect(unpackBatch(batch).events).toEqual(events)
})

test('PR-3 a batch of nothing, of two tabs or of two sources is a bug in the caller', () => {
  const event = (tab: string, seq: number, source: ShopEvent['source']): ShopEvent => ({
    id: eventId({ at: 5, tab, seq }),
    at: 5,
    type: 'page_view',
    source
  })
  expect(() => packBatch(HEAD, [])).toThrow(RangeError)
  expect(() => packBatch(HEAD, [event(TAB, 0, 'web'), event('ffffffffffff', 1, 'web')])).toThrow(RangeError)
  expect(() => packBatch(HEAD, [event(TAB, 0, 'web'), event(TAB, 1, 'pos')])).toThrow(RangeError)
})

test('PR-5 a time that no id can hold refuses its event', () => {
  const events = [-1, MAX_TIME + 2, -1].map(t => ({ e: 'search', t }))
  const { events: kept, refused } = unpackBatch({ v: 1, ...HEAD, tab: TAB, events })
  expect(kept.map(({ at }) => at)).toEqual([MAX_TIME])
  expect(refused.map(({ index, field }) => [index, field])).toEqual([
    [0, 't'],
    [1, 't']
  ])
})

test('PR-4 parameters beyond measure or nested refuse their event alone', () => {
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`p${i}`, i]))
  const nested = JSON.parse('{"a\\nb": {"deep": 1}}')
  const events = [
    { e: 'search', t: 5, d: many },
    { e: 'search', t: 1, d: nested },
    { e: 'search', t: 1 }
  ]
  const batch = { v: 1, ...HEAD, tab: TAB, events } as CompactBatch
  expect(validateBatch(batch)).toMatchObject({ ok: true })
  expect(unpackBatch(batch)).toMatchObject({
    events: [{ at: 7 }],
    refused: [
      { index: 0, field: 'd' },
      { index: 1, field: 'd/a\nb' }
    ]
  })
})

const junk = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(0, -1, 1.5, 1e308, '', 'GBP', '__proto__', 'constructor', null, true)
  },
  { weight: 5, arbitrary: fc.constantFrom('home', 'in_stock', '/', 'javascript:x', 'A', 5, -3, 2 ** 53) },
  { weight: 2, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> }
)
const junkRow = fc.dictionary(fc.constantFrom(...'igncbvozmplqxksuayrtkhd', '__proto__', 'zz'), junk)
const index = fc.integer({ min: 0, max: 3 })
const junkBatch = fc.record({
  v: fc.constant(1),
  shop: fc.constant('demo'),
  key: fc.constant('k'),
  tab: fc.constant(TAB),
  sent: fc.integer(),
  pages: fc.array(junkRow, { maxLength: 3 }),
  items: fc.array(junkRow, { maxLength: 3 }),
  refs: fc.array(junkRow, { maxLength: 3 }),
  heard: fc.array(fc.tuple(fc.constant('dom'), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    maxLength: 3
  }),
  events: fc.array(
    // Half of them with nothing but a time, so that many stand.
    fc.oneof(
      fc.record({ e: fc.constant('page_view'), t: fc.constantFrom(0, 5, -5, 2 ** 48) }),
      fc.record(
        {
          e: fc.constantFrom('page_view', 'view_item', 'constructor', 'custom'),
          t: fc.constantFrom(0, 5, -5, 1e308, 2 ** 48),
          s: fc.constantFrom(0, 7, MAX_SEQ),
          p: index,
          r: index,
          h: index,
          i: fc.array(
            fc.oneof(index, fc.array(fc.constantFrom(null, 0, 1, -1, 0.5), { minLength: 1, maxLength: 3 })),
            { maxLength: 3 }
          ),
          d: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
          c: junk,
          v: junk,
          q: junk,
          n: junk
        },
        { requiredKeys: ['e', 't'] }
      )
    ),
    { minLength: 1, maxLength: 6 }
  )
})

test('PR-5, PR-6 no batch of the right outer shape throws, and what stands can be packed again', () => {
  fc.assert(
    fc.property(junkBatch, value => {
      const batch = JSON.parse(JSON.stringify(value))
      expect(validateBatch(batch)).toMatchObject({ ok: true })
      const { events, refused } = unpackBatch(batch)
      expect(events.length + refused.length).toBe(batch.events.length)
      for (const event of events) {
        const again = unpackBatch(JSON.parse(JSON.stringify(packBatch(HEAD, [event]))))
        expect(again).toEqual({ events: [event], refused: [] })
      }
    }),
    { numRuns: 500 }
  )
})

test('PR-8 whatever is written in GA4’s words reads the same', () => {
  fc.assert(
    fc.property(arbitraryEvents, events => {
      for (const event of events) {
        const { id: _id, at: _at, source: _source, ...body } = event
        expect(parseGa4(event.type, JSON.parse(JSON.stringify(toGa4(event))))).toEqual({ body, problems: [] })
      }
    })
  )
})

test('PR-8 parameters of the shop’s own cannot pass for ours', () => {
  const event = {
    id: 'x',
    at: 5,
    type: 'search',
    source: 'web',
    data: { event_id: 'forged', timestamp: 0 }
  } as const
  expect(toGa4(event)).toMatchObject({ event_id: 'x', timestamp: 5 })
})

test('PR-9 no payload throws, and what is read fits into a batch', () => {
  const names = [
    'currency',
    'value',
    'items',
    'heard',
    'page_location',
    'page_type',
    'holdout',
    'position',
    '',
    'x\ny'
  ]
  const items = [
    'item_id',
    'price',
    'quantity',
    'item_category',
    'item_category2',
    'url',
    'availability',
    '__proto__'
  ]
  const payload = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(junk, fc.array(fc.dictionary(fc.constantFrom(...items), junk)), fc.object())
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constant('view_item')), payload, junk, (name, from, currency) => {
      const { body } = parseGa4(name, from, currency as string)
      const event: ShopEvent = { id: eventId({ at: 5, tab: TAB, seq: 0 }), at: 5, source: 'web', ...body }
      const wire = JSON.parse(JSON.stringify(packBatch(HEAD, [event])))
      expect(validateBatch(wire)).toMatchObject({ ok: true })
      expect(unpackBatch(wire)).toEqual({ events: [JSON.parse(JSON.stringify(event))], refused: [] })
    }),
    { numRuns: 400 }
  )
})

test('PR-7 of too many items the first two hundred are kept, and it is told', () => {
  const many = Array.from({ length: 201 }, (_, i) => ({ item_id: i + 1 }))
  const { body, problems } = parseGa4('view_item_list', { items: many })
  expect(body.items).toHaveLength(200)
  expect(problems).toEqual([{ field: 'items', problem: 'has more than 200' }])
  expect(parseGa4('view_cart', { items: 'A' }).problems).toEqual([{ field: 'items', problem: 'is no list' }])
})

test('PR-7 a path may be one field a level or a list, and how it was heard is kept', () => {
  const { body } = parseGa4('view_item', {
    heard: { adapter: 'dom', confidence: 7 },
    items: [{ item_id: 'A', item_category: ['a', '', 'b', 'c', 'd', 'e', 'f'] }]
  })
  expect(body.items?.[0]?.category).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(body.heard).toEqual({ adapter: 'dom', confidence: 1 })
})

test('PR-11 money without a currency is not written', () => {
  const event = {
    id: 'x',
    at: 5,
    type: 'view_item',
    source: 'web',
    value: 5,
    items: [{ itemId: 'A', price: 5 }]
  } as const
  expect(toGa4(event)).toEqual({
    event_id: 'x',
    event: 'view_item',
    timestamp: 5,
    source: 'web',
    items: [{ item_id: 'A' }]
  })
})
