import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAvailabilityFile, parseCard, parseItemFile, parseListFile, parseManifest } from './guards.ts'
import { parseShopConfig } from './parseShopConfig.ts'
import type { Result } from './result.ts'
import * as Schema from './schema/index.ts'
import { goldenCases } from './testing/goldenCases.ts'

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

test.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])(
  'PR-21 of a hostile %s file nothing is left that its schema would refuse, but what its limits are',
  name => {
    const golden = goldenCases(name)
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(golden)), junk, (place, by) => {
        const read = GUARDS[name](replaced(golden, place, by))
        if (!read.ok) return
        const checked = SCHEMAS[name](read.value)
        // Numbers out of bounds do no harm on the device; whatever else is wrong could make it throw.
        if (!checked.ok) expect(checked.problem).toMatch(/^must be (at (least|most)|more than) |one of$/)
      }),
      { numRuns: 2000 }
    )
  }
)

test('PR-21 of a hostile config nothing is left that is of another kind than its schema wants', () => {
  const golden = goldenCases('config')
  fc.assert(
    fc.property(fc.constantFrom(...placesOf(golden)), junk, (place, by) => {
      const read = parseShopConfig(replaced(golden, place, by))
      if (!read.ok) return
      const checked = Schema.validateConfig(read.value)
      // A word or a name that we do not know matches nothing; what is of another kind would throw.
      if (!checked.ok) expect(checked.problem).not.toMatch(/^must be (a list|an object|text or)/)
    }),
    { numRuns: 3000 }
  )
})

test('PR-21 an audience deeper than anyone can read is none', () => {
  const audience = Array.from({ length: 5000 }).reduce<unknown>(rule => ({ not: rule }), { all: [] })
  const { campaigns, ...rest } = goldenCases<{ campaigns: Json[] }>('config')
  const read = parseShopConfig({ ...rest, campaigns: [{ ...campaigns[0], audience }, campaigns[1]] })
  expect(read).toMatchObject({ ok: true, value: { campaigns: [{ id: 'welcome' }] } })
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
