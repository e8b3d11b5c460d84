import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { element } from '../element.ts'
import { mountMailPart } from './mailPart.ts'
import type { TrialParts } from './mountTrial.ts'

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
const API = 'http://127.0.0.1:4101'
const fetchBefore = globalThis.fetch

let drawer: { mails: readonly object[]; unreadable: number }

beforeEach(() => {
  globalThis.fetch = async () => Response.json(drawer)
  const data = element('script', { type: 'application/json', id: 'page-data' })
  data.textContent = JSON.stringify({ apiOrigin: API })
  document.body.append(data)
})

afterEach(() => {
  globalThis.fetch = fetchBefore
  document.body.replaceChildren()
})

/** The part in its panel, which is not open: then it looks once. */
async function openPart(): Promise<Element> {
  const place = element('div')
  document.body.append(element('dialog', {}, place))
  // It works on nothing of the page's.
  await mountMailPart(place, {} as TrialParts)
  return place
}

test('DE-40 a hostile mail stays text, and nothing in it can be followed but what leads to the shop or its API', async () => {
  const text = `${MARKUP} ${API}/v1/restock/confirm?token=a http://elsewhere.example/ javascript:alert(1)`
  drawer = { mails: [{ id: 'a.eml', at: 0, to: MARKUP, subject: MARKUP, text }], unreadable: 1 }
  const place = await openPart()
  expect(place.querySelectorAll('img, script')).toHaveLength(0)
  expect(place.querySelector('summary')?.textContent).toContain(MARKUP)
  expect(place.querySelector('.mail-text')?.textContent).toBe(text)
  const links = [...place.querySelectorAll('a')]
  expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
    [`${API}/v1/restock/confirm?token=a`, '_blank', 'noreferrer']
  ])
  expect(place.textContent).toContain('One more cannot be read.')
  expect(window).not.toHaveProperty('hacked')
})

test('DE-39 an open drawer shows what has come meanwhile, and leaves open what is being read', async () => {
  vi.useFakeTimers()
  try {
    const mail = (id: string) => ({ id, at: 0, to: 'a@example.org', subject: id, text: id })
    drawer = { mails: [mail('first')], unreadable: 0 }
    const place = await openPart()
    place.closest('dialog')?.show()
    drawer = { mails: [mail('second'), mail('first')], unreadable: 0 }
    await vi.advanceTimersByTimeAsync(2000)
    vi.useRealTimers()
    const mails = () => [...place.querySelectorAll<HTMLDetailsElement>('.mail')]
    await vi.waitFor(() =>
      expect(mails().map(one => [one.dataset['mail'], one.open])).toEqual([
        ['second', false],
        ['first', true]
      ])
    )
  } finally {
    vi.useRealTimers()
  }
})
