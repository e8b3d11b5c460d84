import { gzipSync } from 'node:zlib'
import { isEventId, partsOfEventId } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { STUB } from './stub.ts'

interface Queue {
  (...call: unknown[]): void
  q?: unknown[][]
}

/** Runs the snippet in a page that has nothing but it and a script tag with this data. */
function run(dataset: Record<string, string> | undefined, navigator: object = {}) {
  const window: { vitrine?: Queue } = {}
  const sent: { url: string; body: { events: Record<string, unknown>[] } }[] = []
  const hides: (() => void)[] = []
  const sendBeacon = (url: string, body: string) => sent.push({ url, body: JSON.parse(body) })
  const page = {
    window,
    document: {
      querySelector: (selector: string) => (selector === 'script[data-shop]' && dataset ? { dataset } : null)
    },
    navigator: { sendBeacon, ...navigator },
    addEventListener: (type: string, work: () => void) => type === 'pagehide' && hides.push(work)
  }
  new Function(...Object.keys(page), STUB)(...Object.values(page))
  return { window, sent, hide: () => hides.forEach(work => void work()), vitrine: window.vitrine as Queue }
}

const TAG = { shop: 'demo', key: 'pk', api: 'https://api.example', consent: 'granted' }

test('TK-43 weighs at most 0.4 kB compressed, and cannot end the script it stands in', () => {
  expect(gzipSync(STUB, { level: 9 }).byteLength).toBeLessThanOrEqual(400)
  expect(STUB).not.toMatch(/<|\n/)
})

test('TK-44 keeps calls with their times until Vitrine comes, and is no second one where there is one', () => {
  const { vitrine } = run(TAG)
  const before = Date.now()
  vitrine('track', 'search', { search_term: 'mug' })
  expect(vitrine.q).toHaveLength(1)
  expect(vitrine.q?.[0]?.slice()).toEqual(['track', 'search', { search_term: 'mug' }])
  const [call] = vitrine.q ?? []
  expect(call && 't' in call && call.t).toBeGreaterThanOrEqual(before)
})

test('TK-45 sends what was tracked, once, when a page with leave is left before Vitrine came', () => {
  const { vitrine, sent, hide } = run(TAG)
  vitrine('track', 'search', { search_term: 'mug', event: 'spoofed' })
  vitrine('identify', 'token')
  vitrine('track', 'sign_up')
  hide()
  hide()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url).toBe('https://api.example/v1/events')
  expect(sent[0]?.body).toMatchObject({
    shop: 'demo',
    key: 'pk',
    events: [{ event: 'search', search_term: 'mug' }, { event: 'sign_up' }]
  })
  for (const { event_id, timestamp } of sent[0]?.body.events ?? []) {
    expect(isEventId(String(event_id))).toBe(true)
    expect(partsOfEventId(String(event_id))?.at).toBe(timestamp)
  }
})

test.each([
  ['nobody has answered', { ...TAG, consent: 'ask' }, {}],
  ['consent is refused', { ...TAG, consent: 'denied' }, {}],
  ['a consent platform decides', { ...TAG, consent: 'cmp' }, {}],
  ['the tag says nothing of consent', { shop: 'demo', key: 'pk', api: '' }, {}],
  ['the browser asks for privacy', TAG, { globalPrivacyControl: true }],
  ['there is no tag', undefined, {}]
])('TK-45 sends nothing when %s', (_when, tag, navigator) => {
  const { vitrine, sent, hide } = run(tag, navigator)
  vitrine('track', 'search', { search_term: 'mug' })
  hide()
  expect(sent).toEqual([])
})

test('TK-45 sends nothing once Vitrine has taken the calls', () => {
  const { window, vitrine, sent, hide } = run(TAG)
  vitrine('track', 'search')
  const taken = Object.assign(() => {}, {})
  window.vitrine = taken
  hide()
  expect(sent).toEqual([])
})
