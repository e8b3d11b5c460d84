import { expect, inject } from 'vitest'
import { focused, PATIENCE, press, wordsOf } from './controls.ts'
import type { Tab } from './Engine.ts'
import type { Shopper } from './enter.ts'
import { findings } from './findings.ts'

/** Boots of which some sizes can be had and one cannot. */
export const BOOTS = '/product/rugged-terrain-leather-boots-W8E3D277D'
const SOLD_OUT = 'label.variant:has([data-out])'
const IN_STOCK = 'label.variant:not(:has([data-out]))'

/** Asks to be told: with the mouse into the field, by Enter out of it. */
export async function askToBeTold(shopper: Shopper): Promise<void> {
  const { tab, go, answer } = shopper
  await go('/')
  await answer('Yes, all of it')
  await go(BOOTS)
  expect(await wordsOf(tab, '[part=form]')).toBeUndefined()
  await chooseSoldOut(tab)
  expect(await tab.evaluate(isInsideShopForm)).toBe(true)
  await tab.evaluate(watchShopForm)
  expect(await findings(tab)).toEqual([])

  await press(tab, '#email')
  await tab.type('jo@nowhere')
  await tab.press('Enter')
  await expect.poll(() => wordsOf(tab, '[part=error]'), PATIENCE).toMatch(/name@example\.com/)
  expect(await tab.evaluate(field)).toMatchObject({ invalid: 'true', role: 'alert', describedBy: true })
  expect(await focused(tab)).toBe('vitrine-restock input')
  expect(await findings(tab)).toEqual([])

  const itemId = await tab.evaluate(variant)
  const waiting = await pending(itemId)
  await tab.type(`.${tab.engine}.example`)
  await tab.press('Enter')
  await expect.poll(() => wordsOf(tab, '[role=status]:not(:empty)'), PATIENCE).toMatch(/Check your inbox/)
  expect(await focused(tab)).toBe('vitrine-restock again')
  expect(await pending(itemId)).toBe(waiting + 1)
  expect(await findings(tab)).toEqual([])

  expect(await tab.evaluate(ofShopForm)).toEqual({ submitted: 0, fields: ['item', 'quantity'], path: BOOTS })
  await press(tab, IN_STOCK)
  await shopper.buy()
  expect(await tab.evaluate(ofShopForm)).toEqual({ submitted: 1, fields: ['item', 'quantity'], path: BOOTS })
}

/** Chooses the size that cannot be had, and waits for the form. */
export async function chooseSoldOut(tab: Tab): Promise<void> {
  await press(tab, SOLD_OUT)
  await expect.poll(() => wordsOf(tab, '[part=form]'), PATIENCE).toMatch(/Tell me when it is back/)
}

/** How many have asked for a variant and not yet confirmed their address, as the shop is told. */
async function pending(itemId: string): Promise<number> {
  const headers = { authorization: `Bearer ${inject('secretKey')}` }
  const answer = await fetch(`${inject('apiUrl')}/v1/restock`, { headers })
  const { variants } = (await answer.json()) as {
    readonly variants: readonly { readonly itemId: string; readonly counts: { readonly pending?: number } }[]
  }
  return variants.find(one => one.itemId === itemId)?.counts.pending ?? 0
}

// These run in the page: nothing of this file is there.

function variant(): string {
  return document.querySelector('vitrine-restock')?.getAttribute('variant') ?? ''
}

function isInsideShopForm(): boolean {
  return document.querySelector('form[data-buy] vitrine-restock') !== null
}

function watchShopForm(): void {
  Object.assign(window, { submitted_: 0 })
  addEventListener('submit', () =>
    Object.assign(window, { submitted_: Reflect.get(window, 'submitted_') + 1 })
  )
}

function ofShopForm() {
  const form = document.querySelector<HTMLFormElement>('form[data-buy]')
  return {
    submitted: Reflect.get(window, 'submitted_') as number,
    fields: form ? [...new FormData(form).keys()] : [],
    path: location.pathname
  }
}

function field() {
  const root = document.querySelector('vitrine-restock')?.shadowRoot
  const input = root?.querySelector('#email')
  const error = root?.querySelector('[part=error]')
  return {
    invalid: input?.getAttribute('aria-invalid'),
    describedBy: input?.getAttribute('aria-describedby') === error?.id,
    role: error?.getAttribute('role')
  }
}
