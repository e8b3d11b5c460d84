import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAvailabilityFile, parseCard, parseItemFile, parseListFile, parseManifest } from './guards.ts'
import { parseShopConfig } from './parseShopConfig.ts'
import type { Result } from './result.ts'
import * as Schema from './schema/index.ts'
import { goldenCases } from './testing/goldenCases.ts'
import { safeUrl } from './url.ts'

type Json = Record<string, unknown>

const FILES = ['manifest', 'item', 'list', 'availability', 'config'] as const
const GUARDS: Readonly<Record<(typeof FILES)[number], (value: unknown) => Result<unknown>>> = {
  manifest: parseManifest,
  item: parseItemFile,
  list: parseListFile,
  availability: parseAvailabilityFile,
  config: parseShopConfig
}
const SCHEMAS = {
  manifest: Schema.validateManifest,
  item: Schema.validateItemFile,
  list: Schema.validateListFile,
  availability: Schema.validateAvailabilityFile
} as const

const CARD = goldenCases<{ card: Json }>('item').card
const junk = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'x',
  'javascript:x',
  [],
  [null],
  {},
  { a: [1] }
)

/** Every place in a value, as the path of keys that leads there. */
function placesOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  const inner = Object.entries(value).flatMap(([key, entry]) => placesOf(entry).map(path => [key, ...path]))
  return [[], ...inner]
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Json) }) as Json
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

/** Fields of a manifest that neither fetching nor ranking needs: the server's word is taken for them. */
const NOT_LOOKED_AT = /^(publishedAt|items|rfm|orderGapDays|priceBands)/

test.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
  'PR-21 of a hostile %s file nothing is left that its schema would refuse, but what its limits are',
  name => {
    const golden = goldenCases(name)
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(golden)), junk, (place, by) => {
        const read = GUARDS[name](replaced(golden, place, by))
        if (!read.ok) return
        const checked = SCHEMAS[name](read.value)
        if (checked.ok || (name === 'manifest' && NOT_LOOKED_AT.test(checked.field))) return
        // Numbers and words out of bounds do no harm on the device; whatever else is wrong could make it throw.
        expect(checked.problem).toMatch(/^must be (at (least|most)|more than|a whole number|one of)/)
      }),
      { numRuns: 2000 }
    )
  }
)

test('PR-21 of a hostile config what is left can be found by its names, and its links are safe', () => {
  const golden = goldenCases('config')
  const text = expect.stringMatching(/./)
  const campaign = { id: text, placement: text, audience: expect.any(Object) }
  const variant = { id: text, weight: expect.any(Number), content: { widget: text } }
  fc.assert(
    fc.property(fc.constantFrom(...placesOf(golden)), junk, (place, by) => {
      const read = parseShopConfig(replaced(golden, place, by))
      const { placements = [], campaigns = [] } = read.ok ? read.value : {}
      const variants = campaigns.flatMap(one => one.variants)
      const urls = variants.flatMap(({ content }) => [content.link ?? '/', content.image ?? '/'])
      expect(placements).toEqual(placements.map(() => expect.objectContaining({ id: text })))
      expect(campaigns).toMatchObject(campaigns.map(() => campaign))
      expect(variants).toMatchObject(variants.map(() => variant))
      expect(urls.map(safeUrl)).toEqual(urls)
    }),
    { numRuns: 2000 }
  )
})

test('PR-12, PR-21 an unsafe link of a campaign is left out, and the campaign stands', () => {
  const { campaigns, ...rest } = goldenCases<{ campaigns: (Json & { variants: Json[] })[] }>('config')
  const content = { widget: 'banner', link: 'javascript:alert(1)', image: '//elsewhere.example/x.png' }
  const variants = [{ id: 'a', weight: 1, content }]
  const read = parseShopConfig({ ...rest, campaigns: [{ ...campaigns[0], variants }] })
  expect(read.ok && read.value.campaigns[0]?.variants).toEqual([
    { id: 'a', weight: 1, content: { widget: 'banner' } }
  ])
})

test('PR-21 an audience is not descended into, however deep', () => {
  const audience = Array.from({ length: 50_000 }).reduce<unknown>(rule => ({ not: rule }), { all: [] })
  const { campaigns, ...rest } = goldenCases<{ campaigns: Json[] }>('config')
  const read = parseShopConfig({ ...rest, campaigns: [{ ...campaigns[0], audience }] })
  expect(read.ok && read.value.campaigns).toHaveLength(1)
})

test('PR-21 a row with an entry that is none goes whole, so that no weight meets another id than its own', () => {
  const item = goldenCases<{ rows: Json }>('item')
  const row = { ids: ['A', 5, 'C'], weights: [255, 100, 50], scale: 1 }
  for (const viewed of [row, { ...row, weights: [255, 'x', 50] }, { ...row, ids: ['A', 'B'] }, null, 5, {}]) {
    const read = parseItemFile({ ...item, rows: { viewed } })
    expect(read.ok && read.value.rows).toEqual({})
  }
})

test.each(FILES)('PR-21, PR-23 a %s file that is none, or of another version, is refused', name => {
  for (const value of [null, undefined, 5, 'x', [], {}, { ...goldenCases<Json>(name), v: 2 }])
    expect(GUARDS[name](value)).toMatchObject({ ok: false, field: 'v' })
})

test.each<[(typeof FILES)[number], string]>([
  ['manifest', 'shop'],
  ['manifest', 'version'],
  ['manifest', 'currency'],
  ['item', 'card'],
  ['list', 'name'],
  ['list', 'cards'],
  ['list', 'scores'],
  ['availability', 'at'],
  ['availability', 'items'],
  ['config', 'shop'],
  ['config', 'currency'],
  ['config', 'locale'],
  ['config', 'placements'],
  ['config', 'campaigns']
])('PR-21 a %s file without its %s is refused by that name', (name, field) => {
  expect(GUARDS[name]({ ...goldenCases<Json>(name), [field]: null })).toMatchObject({ ok: false, field })
})

test('PR-21 a version that climbs out of its shop is refused', () => {
  const manifest = goldenCases<Json>('manifest')
  for (const version of ['..', '../other', 'a/b', ''])
    expect(parseManifest({ ...manifest, version }).ok).toBe(false)
})

test.each(FILES)('PR-23 a field of a newer %s file is no reason to refuse it', name => {
  const golden = goldenCases<Json>(name)
  expect(GUARDS[name]({ ...golden, newer: { a: 1 } })).toMatchObject({ ok: true, value: golden })
})

test('PR-21, PR-12 a product whose link is not safe is none, and an unsafe image is left out', () => {
  for (const link of ['javascript:alert(1)', '//elsewhere.example', '', 5])
    expect(parseCard({ ...CARD, link })).toBeUndefined()
  const { image: _image, ...rest } = CARD
  expect(parseCard({ ...CARD, image: 'data:image/svg+xml,x' })).toEqual(rest)
  expect(parseCard({ ...CARD, title: '' })).toBeUndefined()
  expect(parseCard('x')).toBeUndefined()
})

test('PR-21 an availability we do not know is taken for sold out', () => {
  expect(parseCard({ ...CARD, availability: 'in_orbit' })?.availability).toBe('out_of_stock')
})

test('PR-21 scores stay beside their cards when a card is left out', () => {
  const list = goldenCases<{ cards: Json[] }>('list')
  const read = parseListFile({ ...list, scores: [1, 0.9, 'x'], cards: [{}, ...list.cards] })
  expect(read).toMatchObject({ ok: true, value: { scores: [0.9, 0], cards: [{ id: 'L-1' }, { id: 'C-7' }] } })
})

test('PR-21 markup in a title stays text', () => {
  expect(parseCard(CARD)?.title).toBe('Paper <b>lantern</b>')
})
