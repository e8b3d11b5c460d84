import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answer,
  CONSENT_ORIGINS,
  type ConsentSignal,
  mayMeasure,
  mayOverlay,
  mayPersonalise,
  mayStore,
  PENDING,
  settleConsent
} from './consent.ts'
import { hash32, share } from './hash.ts'
import {
  availabilityPath,
  configPath,
  fileNameOf,
  itemPath,
  listName,
  listPath,
  manifestPath
} from './modelPath.ts'
import { minorDigits, parseAmount, parseCurrency, toMajor } from './money.ts'
import { isPurchasable, parseAvailability } from './product.ts'
import { safeUrl } from './url.ts'
import { AVAILABILITIES } from './words.ts'

test.each([
  [12.5, 'GBP', 1250],
  ['12.50', 'GBP', 1250],
  ['2,000.00', 'GBP', 200_000],
  [' 1,234,567.8 ', 'GBP', 123_456_780],
  ['-3.995', 'GBP', -400],
  [1.005, 'GBP', 101],
  [0.1 + 0.2, 'GBP', 30],
  [1e-7, 'GBP', 0],
  ['-0.001', 'GBP', 0],
  ['+5.', 'GBP', 500],
  [1500, 'JPY', 1500],
  ['1500.5', 'JPY', 1501],
  ['1.2345', 'KWD', 1235],
  [0.0001, 'CLF', 1],
  [Number.MAX_SAFE_INTEGER, 'JPY', Number.MAX_SAFE_INTEGER]
])('PR-10 %s %s is %i', (value, currency, minor) =>
  expect(parseAmount(value, currency)).toEqual({ ok: true, value: minor })
)

test.each([
  '',
  'free',
  '£5',
  '5 GBP',
  '1,50',
  '1.234,56',
  '1,2345.00',
  '12,34',
  '1e3',
  'NaN',
  '0x10',
  '.',
  '--5',
  '1 000'
])('PR-10 "%s" is no amount', value =>
  expect(parseAmount(value, 'GBP', 'p')).toEqual({ ok: false, field: 'p', problem: 'is no amount' })
)

test('PR-10 neither is what is no number at all, nor what is beyond counting', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e21, null, undefined, true, {}, []])
    expect(parseAmount(value, 'GBP').ok).toBe(false)
  expect(parseAmount('9999999999999999', 'GBP')).toMatchObject({ problem: 'is no amount' })
})

test('PR-10 minor units written as major units read as themselves', () => {
  const minor = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(minor, fc.constantFrom('GBP', 'JPY', 'KWD', 'CLF'), (amount, currency) => {
      const major = toMajor(amount, currency)
      const value = Math.abs(amount) < 2 ** 50 ? amount : undefined
      if (value !== undefined) expect(parseAmount(major, currency)).toEqual({ ok: true, value })
    })
  )
})

test('PR-10 currencies have the digits of ISO 4217, whatever their case was', () => {
  expect(['GBP', 'JPY', 'KWD', 'CLF', 'XTS'].map(minorDigits)).toEqual([2, 0, 3, 4, 2])
  expect(parseCurrency(' gbp ')).toEqual({ ok: true, value: 'GBP' })
  for (const value of ['', '£', 'GB', 'GBPX', 5, null])
    expect(parseCurrency(value, 'c')).toMatchObject({ field: 'c' })
})

test.each([
  'https://shop.example/a',
  'HTTP://x',
  ' /p/lantern ',
  'p/lantern',
  '../a',
  './a:b',
  '?q=a:b',
  '#top',
  'a',
  '/a:b'
])('PR-12 %s may be followed', url => expect(safeUrl(url)).toBe(url.trim()))

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '\u0000javascript:alert(1)',
  ' \tjavascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0085javascript:alert(1)',
  'javascript\u007f:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://x',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  'https:elsewhere.example',
  'https:/elsewhere.example',
  'https:///x',
  'https://?x',
  'mailto:a@b.example',
  '',
  '   ',
  `/${'x'.repeat(2000)}`
])('PR-12 %j may not', url => expect(safeUrl(url)).toBeUndefined())

test('PR-12 whatever passes stays http(s) when a browser resolves it', () => {
  const piece = fc.constantFrom(
    'java',
    'script',
    ':',
    '/',
    '\\',
    '\t',
    '\n',
    'https',
    'data',
    '?',
    '#',
    '.',
    'x',
    ' ',
    '\u0001'
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
      const url = safeUrl(pieces.join(''))
      if (url === undefined || /^https?:/i.test(url)) return
      expect(new URL(url, 'https://shop.example/a/b').origin).toBe('https://shop.example')
    }),
    { numRuns: 5000 }
  )
  expect(safeUrl(5)).toBeUndefined()
})

const answer = fc.constantFrom<Answer>('pending', 'granted', 'denied')
const signals = fc.array(
  fc.record(
    {
      by: fc.constantFrom(...CONSENT_ORIGINS),
      at: fc.integer({ min: 1, max: 4 }),
      personalise: answer,
      measure: answer,
      message: answer
    },
    { requiredKeys: ['by', 'at'] }
  ) as fc.Arbitrary<ConsentSignal>,
  { maxLength: 8 }
)

test('PR-16 signals settle the same in any order', () => {
  const orders = signals.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
  )
  fc.assert(
    fc.property(orders, ([list, shuffled]) => {
      expect(settleConsent(shuffled)).toEqual(settleConsent(list))
    }),
    { numRuns: 1000 }
  )
})

test('PR-13 a refusal by anybody but Global Privacy Control is never undone by others', () => {
  fc.assert(
    fc.property(signals, list => {
      const others = list.filter(({ by }) => by !== 'shop')
      const settled = settleConsent([...others, { by: 'shop', at: 1, measure: 'denied' }])
      expect(settled.measure).toBe('denied')
    })
  )
})

test('PR-13 a word that leaves a purpose alone changes nothing of it', () => {
  const settled = settleConsent([
    { by: 'shopper', at: 1, personalise: 'granted', measure: 'denied' },
    { by: 'shopper', at: 2, measure: 'granted' }
  ])
  expect(settled).toEqual({
    personalise: 'granted',
    measure: 'granted',
    message: 'pending',
    by: 'shopper',
    at: 2
  })
})

test('PR-18 what each grant allows', () => {
  const allowed = (consent: object) =>
    [mayStore, mayPersonalise, mayMeasure, mayOverlay].map(may => may({ ...PENDING, ...consent }))
  expect(allowed({})).toEqual([false, false, false, false])
  expect(allowed({ personalise: 'denied', measure: 'denied', message: 'granted' })).toEqual([
    false,
    false,
    false,
    false
  ])
  expect(allowed({ personalise: 'granted' })).toEqual([true, true, false, true])
  expect(allowed({ measure: 'granted' })).toEqual([true, false, true, false])
})

test('PR-19 different ids have different files, even where case does not count', () => {
  const id = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[aAbB]{1,6}$/),
    fc.constantFrom('..', '.', '/', 'NUL', 'nul')
  )
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(fileNameOf(one)).toMatch(/^[\w~-]{1,80}$/)
      if (one !== other) expect(fileNameOf(one).toLowerCase()).not.toBe(fileNameOf(other).toLowerCase())
    }),
    { numRuns: 2000 }
  )
})

test('PR-20 paths', () => {
  expect(manifestPath('demo')).toBe('/demo/manifest.json')
  expect(configPath('demo')).toBe('/demo/config.json')
  expect(availabilityPath('demo')).toBe('/demo/availability.json')
  expect(itemPath('demo', 'v1', '84029E')).toBe('/demo/v1/items/84029E.json')
  expect(listPath('demo', 'v1', listName('best_sellers'))).toMatch(
    /^\/demo\/v1\/lists\/best_sellers~[0-9a-f]{16}\.json$/
  )
  expect(listName('best_sellers', 'Giftware')).toBe('best_sellers~Giftware')
})

test('PR-29 shares fill a hundred cells evenly, for ids of any kind', () => {
  for (const prefix of ['', 'visitor-', '🙂'])
    for (const seed of [0, 1, 2]) {
      const cells = new Array<number>(100).fill(0)
      for (let i = 0; i < 100_000; i++) {
        const cell = Math.floor(share(`${prefix}${i}/campaign`, seed) * 100)
        cells[cell] = (cells[cell] ?? 0) + 1
      }
      // Chi-squared of 99 degrees of freedom; 160 is passed by chance once in ten thousand.
      const chi = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
      expect(chi).toBeLessThan(160)
    }
})

test('PR-29 each bit of a hash is set half the time, and half of them change with a letter or a seed', () => {
  const set = new Array<number>(32).fill(0)
  const flips = { letter: 0, seed: 0 }
  const bits = (value: number) => value.toString(2).replaceAll('0', '').length
  for (let i = 0; i < 10_000; i++) {
    const hash = hash32(`id-${i}`)
    for (let bit = 0; bit < 32; bit++) set[bit] = (set[bit] ?? 0) + ((hash >>> bit) & 1)
    flips.letter += bits((hash ^ hash32(`id-${i}x`)) >>> 0) / 320_000
    flips.seed += bits((hash ^ hash32(`id-${i}`, 1)) >>> 0) / 320_000
  }
  for (const count of set) expect(Math.abs(count - 5000)).toBeLessThan(250)
  expect(flips.letter).toBeCloseTo(0.5, 2)
  expect(flips.seed).toBeCloseTo(0.5, 2)
})

test.each([
  ['in stock', 'in_stock'],
  ['InStock', 'in_stock'],
  ['https://schema.org/BackOrder', 'backorder'],
  ['http://schema.org/SoldOut', 'sold_out'],
  ['onbackorder', 'backorder'],
  ['available for order', 'backorder'],
  ['oos', 'out_of_stock'],
  ['PreSale', 'presale'],
  ['constructor', undefined],
  ['', undefined],
  [5, undefined]
])('PR-30 %s is %s', (said, name) => expect(parseAvailability(said)).toBe(name))

test('PR-30 what can be bought', () => {
  expect(AVAILABILITIES.filter(name => !isPurchasable(name))).toEqual([
    'out_of_stock',
    'in_store_only',
    'sold_out',
    'discontinued',
    'reserved'
  ])
  for (const name of AVAILABILITIES) expect(parseAvailability(name)).toBe(name)
})
