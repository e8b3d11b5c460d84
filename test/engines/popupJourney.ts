import { expect } from 'vitest'
import { focused, PATIENCE, wordsOf } from './controls.ts'
import type { Tab } from './Engine.ts'
import type { Shopper } from './enter.ts'

const DIALOG = 'dialog[open]'
/** The first seconds of a page are nobody's: its clock is put on, so that no test waits for them. */
const FIRST_SECONDS_MS = 10_000

/** How long the mouse has to stay outside, and some. */
const CONFIRM_MS = 400

/** More steps than the dialog has controls. */
const ROUND = 9

/** Gives leave, fills a basket, and stands on the first page with the focus on a link. */
export async function fillBasket({ tab, go, answer, buy }: Shopper): Promise<void> {
  await go('/')
  await answer('Yes, all of it')
  await go('/product/white-metal-lantern-71053')
  await buy()
  await go('/')
  await tab.evaluate(() => document.querySelector<HTMLElement>('main a[href="/shop/giftware"]')?.focus())
}

/** Up and out of the page, to the tabs, with the mouse. */
async function leave(tab: Tab): Promise<void> {
  await tab.evaluate(ms => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ms
  }, FIRST_SECONDS_MS)
  const width = await tab.evaluate(() => innerWidth)
  const middle = width / 2
  await tab.move([middle, 500], [middle + 10, 250], [middle + 20, -20])
  // It is believed when it stays outside.
  await tab.evaluate(ms => new Promise(later => setTimeout(later, ms)), CONFIRM_MS)
}

/** Leaves, and is asked to stay, with a code. The senses come late and quietly: who left too early leaves once more. */
export async function leaveAndBeAsked(tab: Tab): Promise<void> {
  await expect
    .poll(async () => {
      const words = await wordsOf(tab, DIALOG)
      if (words !== undefined) return words
      await leave(tab)
      return `closed by ${await tab.evaluate(whyNot)}`
    }, PATIENCE)
    .toMatch(/[A-Z0-9]+-[A-Z0-9-]{6,}/)
}

/** The dialog has the focus, keeps it, and gives it back; the page behind it does not scroll. */
export async function stayInDialog({ tab }: Shopper): Promise<void> {
  const before = await focused(tab)
  expect(before).not.toMatch(/body|vitrine/)
  await leaveAndBeAsked(tab)
  expect(await focused(tab)).toBe('vitrine-popup heading')
  const stops: string[] = []
  for (const key of ['Shift+Tab', ...Array<'Tab'>(ROUND).fill('Tab')] as const) {
    await tab.press(key)
    stops.push(await focused(tab))
  }
  // A browser may pass through its own controls on the way round: then nothing of the page has the focus.
  expect(stops.filter(stop => !/^(vitrine-popup|body|html)\b/.test(stop))).toEqual([])
  expect(stops.slice(0, 4)).toEqual(
    ['close', 'copy', 'button', 'decline'].map(part => `vitrine-popup ${part}`)
  )

  const scrolled = () => tab.evaluate(() => scrollY)
  const stood = await scrolled()
  await tab.move([600, 450], [640, 450])
  await tab.wheel()
  await tab.move([200, 800])
  await tab.wheel()
  expect(await scrolled()).toBe(stood)

  await tab.press('Escape')
  await expect.poll(() => wordsOf(tab, DIALOG), PATIENCE).toBeUndefined()
  expect(await focused(tab)).toBe(before)
  await tab.move([600, 450], [640, 450])
  await tab.wheel()
  await expect.poll(scrolled, PATIENCE).toBeGreaterThan(stood)
}

/** Is asked once, and not again on the next page and after a reload. */
export async function beAskedOnce({ tab, go }: Shopper): Promise<void> {
  await leaveAndBeAsked(tab)
  await tab.press('Escape')
  await expect.poll(() => wordsOf(tab, DIALOG), PATIENCE).toBeUndefined()
  for (const path of ['/', '/', '/shop/giftware']) {
    await go(path)
    await expect
      .poll(async () => {
        await leave(tab)
        return tab.evaluate(whyNot)
      }, PATIENCE)
      .toEqual(['frequency'])
    expect(await wordsOf(tab, DIALOG)).toBeUndefined()
  }
}

/** On a phone's window: in a corner, not modal, at most so high, and the page goes on. */
export async function meetCorner({ tab }: Shopper): Promise<void> {
  const before = await focused(tab)
  await leaveAndBeAsked(tab)
  const { isModal, height, width, bottom } = await tab.evaluate(() => {
    const dialog = document.querySelector('vitrine-popup')?.shadowRoot?.querySelector('dialog')
    const box = dialog?.getBoundingClientRect()
    return {
      isModal: dialog?.matches(':modal'),
      width: (box?.right ?? Infinity) <= innerWidth && (box?.left ?? -1) >= 0,
      height: (box?.height ?? Infinity) / innerHeight,
      bottom: innerHeight - (box?.bottom ?? 0)
    }
  })
  expect({ isModal, width }).toEqual({ isModal: false, width: true })
  // As much of the window as an interstitial may not be.
  expect(height).toBeLessThanOrEqual(0.305)
  expect(bottom).toBeGreaterThanOrEqual(0)
  expect(await focused(tab)).toBe(before)
  await tab.move([200, 300])
  await tab.wheel()
  await expect.poll(() => tab.evaluate(() => scrollY), PATIENCE).toBeGreaterThan(0)
  await tab.press('Escape')
  await expect.poll(() => wordsOf(tab, DIALOG), PATIENCE).toBeUndefined()
  expect(await focused(tab)).toBe(before)
}

/** The gates that keep the exit popup closed now. Runs in the page. */
async function whyNot(): Promise<string[]> {
  const { vitrine } = window as unknown as { vitrine: import('vitrine').Vitrine }
  const [explained] = await vitrine.explain('overlay')
  const verdict = explained?.verdicts.find(({ campaign }) => campaign === 'before-you-go')
  return verdict?.checks.filter(({ passed }) => !passed).map(({ gate }) => gate) ?? []
}
