import { expect, inject, onTestFinished } from 'vitest'
import type { Vitrine } from 'vitrine'
import { PATIENCE, press } from './controls.ts'
import type { Engine, Tab } from './Engine.ts'

/** A shopper in the demo, in any engine. */
export interface Shopper {
  readonly tab: Tab
  /** Opens a page of the shop and waits until every placement on it is decided. */
  go(path: string): Promise<void>
  /** Waits for that on the page that is open. */
  settle(): Promise<void>
  /** Answers the shop's own question. */
  answer(words: 'Yes, all of it' | 'No, thank you'): Promise<void>
  /** Puts the product whose page is open into the basket, and waits until that was heard and is on the disk. */
  buy(): Promise<void>
}

/** Lets a new shopper in, with an empty browser that is closed when the test ends. */
export async function enter(
  engine: Engine,
  { url = inject('shopUrl'), width = 1280, height = 900 } = {}
): Promise<Shopper> {
  const tab = await engine.newTab()
  onTestFinished(() => tab.close())
  await tab.resize(width, height)
  const settle = () => expect.poll(() => tab.evaluate(isSettled), PATIENCE).toBe(true)
  return {
    tab,
    settle,
    async go(path) {
      await tab.open(url + path)
      await settle()
    },
    async answer(words) {
      await press(tab, 'button', words)
      const said = words === 'No, thank you' ? 'denied' : 'granted'
      await expect.poll(() => tab.evaluate(consent), PATIENCE).toBe(said)
      await settle()
    },
    async buy() {
      await press(tab, 'button', 'Add to basket')
      await expect.poll(() => tab.evaluate(heard), PATIENCE).toContain('add_to_cart')
      // A write that a navigation overtakes may be lost in WebKit: once, on a busy machine, the basket was empty afterwards.
      await expect.poll(() => tab.evaluate(unsaved), PATIENCE).toBe(0)
    }
  }
}

// They run in the page: nothing of this file is there.

function isSettled(): boolean {
  const { vitrine } = window as unknown as { vitrine?: Partial<Vitrine> }
  const places = document.querySelectorAll('vitrine-carousel, vitrine-banner, vitrine-restock').length
  const decided = vitrine?.debug?.().decisions.length ?? -1
  return document.readyState === 'complete' && decided >= places
}

function consent(): string | undefined {
  const { vitrine } = window as unknown as { vitrine?: Partial<Vitrine> }
  return vitrine?.debug?.().consent.measure
}

function unsaved(): number | undefined {
  const { vitrine } = window as unknown as { vitrine: Vitrine }
  return vitrine.debug().outbox.unsaved
}

function heard(): unknown[] {
  const { vitrine } = window as unknown as { vitrine: Vitrine }
  return vitrine.debug().events.map(({ event }) => event)
}
