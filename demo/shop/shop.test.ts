import { describe, expect, test } from 'vitest'
import { isSafeMarkup } from './allowTexts.ts'
import { type BasketLine, openBasket, parseLines, worth } from './basket.ts'
import { consentCookie, parseConsentCookie } from './consentCookie.ts'
import { profileInWords, verdictsInWords } from './inWords.ts'

function line(itemId: string, quantity = 1, price = 2.08): BasketLine {
  return {
    item: { item_id: itemId, item_name: itemId, price, quantity },
    image: `/picture/${itemId}.svg`,
    link: `/product/${itemId}`
  }
}

/** A window's storage and its events, as two tabs of one browser share them. */
function aWindow(stored = new Map<string, string>()) {
  const target = new EventTarget()
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key)
  }
  return Object.assign(target, { localStorage }) as unknown as Window
}

describe('the basket', () => {
  test('DE-19 stores nothing until something is in it, and nothing once it is empty again', () => {
    const stored = new Map<string, string>()
    const basket = openBasket(aWindow(stored))
    basket.lines()
    expect(stored.size).toBe(0)
    basket.add(line('A'))
    expect([...stored.keys()]).toEqual(['fern.basket'])
    basket.setQuantity('A', 0)
    expect(stored.size).toBe(0)
  })

  test('DE-19 more of the same is one line, up to ninety-nine', () => {
    const basket = openBasket(aWindow())
    basket.add(line('A', 2))
    basket.add(line('B'))
    basket.add(line('A', 3))
    expect(basket.lines().map(({ item }) => [item.item_id, item.quantity])).toEqual([
      ['A', 5],
      ['B', 1]
    ])
    basket.add(line('A', 98))
    expect(basket.lines()[0]?.item.quantity).toBe(99)
    expect(worth([line('A', 3, 0.29), line('B', 1, 2.08)])).toBe(2.95)
  })

  test('DE-19 hears of another tab’s change, and takes what another program left there for empty', () => {
    const window = aWindow()
    const basket = openBasket(window)
    let changes = 0
    const undo = basket.onChange(() => changes++)
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'fern.basket' }))
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'other' }))
    expect(changes).toBe(1)
    undo()
    basket.add(line('A'))
    expect(changes).toBe(1)
    expect(parseLines('{')).toEqual([])
    expect(parseLines('{"a":1}')).toEqual([])
    expect(parseLines(JSON.stringify([null, { item: {} }, line('A')]))).toEqual([line('A')])
  })
})

test('DE-20 the consent cookie holds two words, no id, and is read back among others', () => {
  const cookie = consentCookie({ personalise: 'granted', measure: 'denied' })
  expect(cookie).toBe('shop_consent=granted.denied; path=/; max-age=15724800; samesite=lax')
  expect(parseConsentCookie('a=b; shop_consent=granted.denied; c=d')).toEqual({
    personalise: 'granted',
    measure: 'denied'
  })
  for (const other of [
    '',
    'shop_consent=',
    'shop_consent=granted',
    'xshop_consent=granted.denied',
    'shop_consent=granted.maybe'
  ])
    expect(parseConsentCookie(other)).toBeUndefined()
})

test('DE-21 of markup only the banner’s own texts and its pictures pass', () => {
  const texts = new Set(['Read <a href="/privacy">more</a>'])
  expect(isSafeMarkup('Read <a href="/privacy">more</a>', texts)).toBe(true)
  const cross =
    '<svg viewBox="0 0 24 24" stroke-width="1.5"><path d="M 19.5 4.5 L 4.5 19.5 M 4.5 4.501 L 19.5 19.5"/></svg>'
  expect(isSafeMarkup(cross, texts)).toBe(true)
  for (const markup of [
    '<img src=x onerror=alert(1)>',
    'Read <a href="/privacy">more</a><script>',
    '<svg onload=alert(1)><path d=""/></svg>',
    '<svg><path d="" onclick="alert(1)"/></svg>',
    '<svg><script>alert(1)</script></svg>'
  ])
    expect(isSafeMarkup(markup, texts)).toBe(false)
})

test('DE-22 a profile and a verdict are said in plain words', () => {
  const affinity = { value: 'Lighting', score: 3, share: 0.75 }
  const words = profileInWords(
    {
      v: 1,
      firstAt: Date.UTC(2026, 10, 1),
      recentlyViewed: [{ id: 'A', at: 1, times: 2 }],
      sessionItems: [],
      sessions: 2,
      cart: [{ id: 'A', itemId: 'A', quantity: 3, at: 1 }],
      orders: [{ id: 'o', at: 1, value: 1250, items: ['A'] }],
      bought: [],
      affinities: { category: [affinity], brand: [], color: [], size: [], material: [], priceBand: [] },
      rfm: { orders: 1, monetary: 1250 },
      lifecycle: 'first_time_customer',
      disliked: [],
      campaigns: {}
    },
    id => `thing ${id}`
  )
  expect(words).toEqual([
    ['First seen', '1 November 2026'],
    ['Visits', '2'],
    ['You are', 'a new customer'],
    ['You looked at', 'thing A'],
    ['In your basket', '3 × thing A'],
    ['Orders', '1, together £12.50'],
    ['You lean to', 'Lighting (75 %)']
  ])
  const verdicts = verdictsInWords({
    placement: 'p',
    items: [],
    verdicts: [
      {
        campaign: 'christmas',
        chosen: false,
        checks: [
          { gate: 'status', passed: true, because: 'ok' },
          { gate: 'schedule', passed: false, because: 'begins on 1 November' }
        ]
      },
      {
        campaign: 'new',
        chosen: true,
        checks: [
          { gate: 'variant', passed: true, because: 'only' },
          { gate: 'items', passed: true, because: '12 products' }
        ]
      }
    ]
  })
  expect(verdicts).toEqual([
    { campaign: 'christmas', isChosen: false, words: 'it is not its time (begins on 1 November)' },
    {
      campaign: 'new',
      isChosen: true,
      words: 'it is for you, it is its time, and there is something to show (12 products, variant only)'
    }
  ])
})

test('DE-44 what stands over the page and in its forms is explained as the rows are, and says what it waits for', () => {
  const verdicts = verdictsInWords({
    placement: 'overlay',
    items: [],
    verdicts: [
      {
        campaign: 'before-you-go',
        chosen: false,
        checks: [{ gate: 'trigger', passed: false, because: 'waits for exit intent' }]
      },
      {
        campaign: 'win-back',
        chosen: false,
        checks: [{ gate: 'overlay', passed: false, because: 'another overlay is open' }]
      },
      {
        campaign: 'a-banner',
        chosen: true,
        checks: [
          { gate: 'variant', passed: true, because: 'only' },
          { gate: 'items', passed: true, because: '0 products' }
        ]
      }
    ]
  })
  expect(verdicts.map(({ words }) => words)).toEqual([
    'it waits for its moment (waits for exit intent)',
    'no card over the page now (another overlay is open)',
    'it is for you, it is its time, and there is something to show (variant only)'
  ])
})
