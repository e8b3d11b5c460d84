import type { ShopConfig } from '@vitrine/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { config, openStage } from './testing/openStage.ts'

type Stage = ReturnType<typeof openStage>

const open: Stage[] = []

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close()
})

type Given = Partial<ShopConfig['campaigns'][number]>

/** A popup for whoever searches: a trigger that a test can pull. */
function shop(given: Given = {}): ShopConfig {
  const content = { widget: 'popup' as const, title: 'Wait', button: 'Look', link: '#there', decline: 'No' }
  return config([
    {
      placement: 'overlay',
      trigger: { any: [{ when: 'event', event: 'search' }] },
      variants: [{ id: 'only', weight: 1, content }],
      ...given
    }
  ])
}

async function stageOf(...given: Parameters<typeof openStage>): Promise<Stage> {
  const stage = openStage(...given)
  open.push(stage)
  // The first test reads the files for the first time.
  await vi.waitFor(() => expect(stage.asked).toContain('overlays'), 10_000)
  await stage.vitrine.explain()
  // The first seconds of a page are nobody's.
  stage.skip(20_000)
  return stage
}

const search = (stage: Stage) => stage.vitrine.track('search', { search_term: 'mug' })
const popups = () => document.querySelectorAll('vitrine-popup[open]')
const told = ({ vitrine }: Stage) =>
  vitrine
    .debug()
    .events.filter(({ event }) => String(event).endsWith('_promotion'))
    .map(({ event, overlay, holdout }) => [event, overlay, holdout])

/** Whatever could still open has had the time to. */
const quiet = () => new Promise(resolve => setTimeout(resolve, 300))

test('VI-50 a popup opens when its moment has come, is told of first, and stands in the report', async () => {
  const stage = await stageOf(shop())
  expect(popups()).toHaveLength(0)
  search(stage)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  expect(popups()[0]?.shadowRoot?.textContent).toContain('Wait')
  expect(told(stage)).toEqual([['view_promotion', true, undefined]])
  expect(stage.vitrine.debug().decisions).toMatchObject([{ placement: 'overlay', campaign: 'campaign-0' }])
})

test('VI-51 a dismissal is told, the element leaves with its popup, and the page budget keeps the next away', async () => {
  const stage = await stageOf(shop())
  search(stage)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  popups()[0]?.shadowRoot?.querySelector<HTMLElement>('[part~="decline"]')?.click()
  await vi.waitFor(() => expect(document.querySelector('vitrine-popup')).toBeNull())
  expect(told(stage).map(([event]) => event)).toEqual(['view_promotion', 'dismiss_promotion'])
  stage.skip(20_000)
  search(stage)
  await quiet()
  expect(popups()).toHaveLength(0)
  const [why] = await stage.vitrine.explain('overlay')
  expect(why?.verdicts[0]?.checks.at(-1)).toMatchObject({
    gate: 'overlay',
    because: '1 this page, at most 1'
  })
})

test('VI-50 a popup without words opens nothing, and keeps no other one away', async () => {
  const wordless = { id: 'wordless', weight: 1, content: { widget: 'popup' as const, image: '/x.png' } }
  const stage = await stageOf(shop({ variants: [wordless], frequency: { show: 'once' } }))
  search(stage)
  await vi.waitFor(() => expect(told(stage)).toHaveLength(1), 5000)
  await vi.waitFor(() => expect(document.querySelector('vitrine-popup')).toBeNull())
  expect(stage.vitrine.debug().decisions).toEqual([])
  expect(await navigator.locks.query()).toMatchObject({ held: [] })
})

test('VI-52 two tabs that meet their moment together open one popup, and count it in both', async () => {
  const [first, second] = [await stageOf(shop()), await stageOf(shop())]
  search(first)
  search(second)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  await quiet()
  expect(popups()).toHaveLength(1)
  popups()[0]?.shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.click()
  await vi.waitFor(() => expect(popups()).toHaveLength(0))
})

test('VI-52 what another tab has shown counts in this one', async () => {
  const limits = { perPage: 5, perSession: 1, perDay: 9 }
  const both = { ...shop(), overlays: limits }
  const [first, second] = [await stageOf(both), await stageOf(both)]
  search(first)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  popups()[0]?.shadowRoot?.querySelector<HTMLElement>('[part~="close"]')?.click()
  await vi.waitFor(() => expect(popups()).toHaveLength(0))
  search(second)
  await quiet()
  expect(popups()).toHaveLength(0)
})

test('VI-53 without leave nothing opens, and a withdrawal closes what is open', async () => {
  const asking = await stageOf(shop(), 'ask')
  search(asking)
  await quiet()
  expect(popups()).toHaveLength(0)
  await asking.close()
  const stage = await stageOf(shop())
  search(stage)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  stage.vitrine.setConsent({ personalise: 'denied', measure: 'denied', message: 'denied' })
  await vi.waitFor(() => expect(document.querySelector('vitrine-popup')).toBeNull())
})

test('VI-53 leave withdrawn, or a farewell, between the decision and the showing: nothing opens', async () => {
  for (const leave of [
    (stage: Stage) =>
      stage.vitrine.setConsent({ personalise: 'denied', measure: 'denied', message: 'denied' }),
    (stage: Stage) => stage.vitrine.stop()
  ]) {
    const stage = await stageOf(shop())
    let isLeft = false
    // What the shop does the moment it hears of the decision.
    stage.vitrine.on('decision', () => {
      isLeft = true
      leave(stage)
    })
    search(stage)
    await vi.waitFor(() => expect(isLeft).toBe(true), 5000)
    await quiet()
    expect(document.querySelector('vitrine-popup')).toBeNull()
    await stage.close()
  }
})

test('VI-54 a holdout sees nothing, and is told of once a visit', async () => {
  const stage = await stageOf(shop({ holdout: 1 }))
  search(stage)
  await vi.waitFor(() => expect(told(stage)).toEqual([['view_promotion', true, true]]), 5000)
  search(stage)
  await quiet()
  expect(told(stage)).toHaveLength(1)
  expect(popups()).toHaveLength(0)
})

const OFFER = { offer: { kind: 'percent', value: 10, validFor: '48h' } } as const

test('VI-55 an offer’s popup shows the code the API has issued, with its end', async () => {
  const expiresAt = Date.UTC(2026, 11, 1, 12)
  const asked: unknown[] = []
  const stage = await stageOf(shop(OFFER), 'granted', (url, body) => {
    if (!url.endsWith('/v1/offers')) return new Response(null, { status: 204 })
    asked.push(JSON.parse(body))
    return Response.json({ code: 'SAVE-ABCDEFGH', expiresAt })
  })
  search(stage)
  await vi.waitFor(() => expect(popups()).toHaveLength(1), 5000)
  const text = popups()[0]?.shadowRoot?.textContent
  expect(text).toContain('SAVE-ABCDEFGH')
  expect(text).toContain('1 Dec 2026')
  expect(asked).toEqual([
    {
      shop: 'stage',
      key: 'pk_stage',
      campaign: 'campaign-0',
      visitor: expect.stringMatching(/^[0-9a-f]{32}$/)
    }
  ])
})

test.each([
  ['refused', () => Response.json({ code: 'offer_exhausted', status: 409 }, { status: 409 })],
  ['not read', () => new Response('<html>')],
  [
    'not reached',
    () => {
      throw new TypeError('network')
    }
  ]
])('VI-55 an offer whose code is %s is not promised', async (_, answer) => {
  const stage = await stageOf(shop(OFFER), 'granted', (url, _body) =>
    url.endsWith('/v1/offers') ? answer() : new Response(null, { status: 204 })
  )
  search(stage)
  await vi.waitFor(() => expect(stage.posted.join()).toContain('/v1/offers'), 5000)
  // Asked for once: another moment brings no other answer.
  search(stage)
  await quiet()
  expect(stage.posted.filter(url => url.endsWith('/v1/offers'))).toHaveLength(1)
  expect(popups()).toHaveLength(0)
  expect(told(stage)).toEqual([])
})

test('VI-56 why a popup waits can be asked', async () => {
  const stage = await stageOf(shop())
  await vi.waitFor(async () => {
    const [why] = await stage.vitrine.explain()
    expect(why).toMatchObject({ placement: 'overlay' })
    expect(why?.verdicts[0]?.checks.at(-1)).toMatchObject({ gate: 'trigger', passed: false })
  })
})

test('VI-57 a banner may wait for its moment too', async () => {
  document.body.innerHTML = '<vitrine-banner placement="here" reserve="100px"></vitrine-banner>'
  const stage = await stageOf(
    config([
      {
        placement: 'here',
        trigger: { any: [{ when: 'event', event: 'search' }] },
        variants: [{ id: 'only', weight: 1, content: { widget: 'banner', title: 'Found it?' } }]
      }
    ])
  )
  await stage.decided(1)
  expect(stage.vitrine.debug().decisions[0]?.campaign).toBeNull()
  search(stage)
  await vi.waitFor(() =>
    expect(document.querySelector('vitrine-banner')?.shadowRoot?.textContent).toContain('Found it?')
  )
})
