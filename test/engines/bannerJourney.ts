import { expect } from 'vitest'
import { PATIENCE, wordsOf } from './controls.ts'
import type { Shopper } from './enter.ts'
import type { Gate } from './openGate.ts'

const HERO = 'vitrine-banner[placement="home-hero"]'
const HEADLINE = `${HERO} h1`
/** Any page but the first, so that there is something to come back from. */
const ELSEWHERE = '/product/white-metal-lantern-71053'

/** Comes back to the first page while no script of ours has arrived, then lets them in. */
export async function returnToBanner({ tab, go, answer, settle }: Shopper, gate: Gate): Promise<void> {
  await go('/')
  const own = await wordsOf(tab, HEADLINE)
  await answer('Yes, all of it')
  await go(ELSEWHERE)

  const letIn = gate.hold(/^\/sdk\//)
  try {
    await tab.open(`${gate.url}/`)
    const early = await tab.evaluate(look, HERO)
    expect(early).toMatchObject({ state: 'interactive', hasVitrine: false })
    expect(early.words).not.toBe(own)
    // What was painted first is what stands there: nothing of ours could have changed it since.
    await expect.poll(async () => (await tab.evaluate(look, HERO)).firstPaint, PATIENCE).toBeGreaterThan(0)
    const painted = await tab.evaluate(look, HERO)
    expect(painted).toMatchObject({ state: 'interactive', hasVitrine: false, words: early.words })
    letIn()
    await settle()
    const late = await tab.evaluate(look, HERO)
    expect(late).toMatchObject({ state: 'complete', hasVitrine: true, words: early.words })
    expect(late.edges).toEqual(painted.edges)
  } finally {
    letIn()
  }
}

/** Sees a banner, then takes back the leave. */
export async function refuseBanner({ tab, go, answer }: Shopper): Promise<void> {
  await go('/')
  const own = await wordsOf(tab, HEADLINE)
  await answer('Yes, all of it')
  await go(ELSEWHERE)
  await go('/')
  expect(await wordsOf(tab, HEADLINE)).not.toBe(own)
  await tab.evaluate(() => {
    const { vitrine } = window as unknown as { vitrine: { setConsent(to: object): void } }
    vitrine.setConsent({ personalise: 'denied', measure: 'denied', message: 'denied' })
  })
  await expect.poll(() => wordsOf(tab, HEADLINE), PATIENCE).toBe(own)
  const kept = () => tab.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('vitrine')))
  await expect.poll(kept, PATIENCE).toEqual([])
}

/** The page as it is at this moment. Runs in it. */
function look(hero: string) {
  const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top
  const { vitrine } = window as unknown as { vitrine?: { readonly debug?: unknown } }
  return {
    state: document.readyState,
    hasVitrine: vitrine?.debug !== undefined,
    words: document.querySelector(`${hero} h1`)?.textContent,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    // The upper edges of the banner and of what stands under it, px.
    edges: [hero, `${hero} h1`, `${hero} ~ *`].map(edge)
  }
}
