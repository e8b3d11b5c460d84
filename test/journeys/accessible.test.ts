import axe from 'axe-core'
import type { Page, Route } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { missedControls } from './missedControls.ts'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

const PAGES = [
  '/',
  '/shop/giftware',
  '/product/white-metal-lantern-71053',
  '/search?q=lantern',
  '/search?q=nothing-like-it',
  '/cart',
  '/checkout',
  '/account',
  '/privacy',
  '/no-such-page'
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function findings(page: Page): Promise<string[]> {
  // Pictures and rows come when they are looked at; axe should judge what a shopper sees.
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 500) {
      scrollTo(0, y)
      await new Promise(resolve => setTimeout(resolve, 60))
    }
    scrollTo(0, 0)
  })
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    tags => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags }),
    RULES
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

for (const width of [390, 1280]) {
  test.each(PAGES)(`JO-9 axe finds nothing on %s at ${width} px`, async path => {
    const { page } = await newVisit({ width, height: 900 })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await findings(page)).toEqual([])
  })
}

/** Orders something, so that there is a confirmation to look at. */
async function toConfirmation(page: Page): Promise<void> {
  await page.goto('/product/white-metal-lantern-71053')
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await page.goto('/checkout', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Place the order' }).click()
  await page.waitForURL('**/order/*')
  await page.waitForLoadState('networkidle')
}

async function toAccount(page: Page): Promise<void> {
  await page.goto('/account', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: /as customer 17850$/ }).click()
  await page.waitForLoadState('networkidle')
}

for (const width of [390, 1280]) {
  test.each([
    ['the confirmation', toConfirmation],
    ['a customer’s account', toAccount]
  ])(`JO-9 axe finds nothing on %s at ${width} px`, async (_name, open) => {
    const { page, go, answer } = await newVisit({ width, height: 900 })
    await go('/')
    await answer('Yes, all of it')
    await open(page)
    expect(await findings(page)).toEqual([])
  })
}

/** Scrolls past everything and waits until each row that has products stands: one that came later would stand behind the walk. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y)
      await new Promise(requestAnimationFrame)
    }
    scrollTo(0, 0)
  })
  await page.waitForFunction(() => {
    const { vitrine } = window as unknown as { vitrine: Vitrine }
    const filled = vitrine.debug().decisions.filter(({ items }) => items.length > 0)
    const rows = filled.map(({ placement }) =>
      document.querySelector(`vitrine-carousel[placement="${placement}"]`)
    )
    return rows.every(row => row === null || row.shadowRoot?.querySelector('li a'))
  })
}

/** Walks a page by Tab from its beginning and names what was reached, through shadow roots. */
async function reached(page: Page): Promise<number> {
  await page.evaluate(() => {
    const seen = new Set<Element>()
    Object.assign(window, { met_: seen })
    document.addEventListener(
      'focusin',
      () => {
        let at = document.activeElement
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        if (at) seen.add(at)
      },
      true
    )
  })
  let before = -1
  let still = 0
  // Focus inside a shadow root moves without an event outside it, so each step is looked at too.
  while (still < 3) {
    await page.keyboard.press('Tab')
    const now = await page.evaluate(() => {
      const reached: Set<Element> = Reflect.get(window, 'met_')
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      if (at && at !== document.body) reached.add(at)
      return reached.size
    })
    still = now === before ? still + 1 : 0
    before = now
  }
  return before
}

test.each(PAGES)('JO-10 every control on %s is reached by keyboard', async path => {
  const { page, go, answer } = await newVisit()
  await go('/')
  await answer('No, thank you')
  await go(path)
  await drawn(page)
  await reached(page)
  expect(await page.evaluate(missedControls)).toEqual([])
})

/** Boots of which one size is sold out from the start. */
const BOOTS = '/product/rugged-terrain-leather-boots-W8E3D277D'

test.each([390, 1280])(
  'JO-9 axe finds nothing on the form of a sold-out size, however far it is, at %d px',
  async width => {
    const { page, go, answer } = await newVisit({ width, height: 900 })
    // Nobody needs to be written to: the states are the form's own.
    const asked: Route[] = []
    await page.route('**/v1/restock', route => void asked.push(route))
    const answerForm = async (status: number) => {
      await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1)
      await asked.pop()?.fulfill({ status, json: {} })
    }
    const form = page.locator('form[data-buy] vitrine-restock')
    const send = form.locator('[part~=send]')
    await go(BOOTS)
    await answer('Yes, all of it')
    await page.locator('label.variant:has([data-out])').click()
    await form.getByText('In stock now').waitFor()
    expect(await findings(page)).toEqual([])

    await send.click()
    await form.getByText('Enter your email address').waitFor()
    expect(await findings(page)).toEqual([])
    await form.getByLabel('Email address').fill('rose@home.example')
    await send.click()
    await send.filter({ hasText: 'Sending' }).waitFor()
    expect(await findings(page)).toEqual([])
    await answerForm(500)
    await form.getByText('That did not work').waitFor()
    expect(await findings(page)).toEqual([])
    await send.click()
    await send.filter({ hasText: 'Sending' }).waitFor()
    await answerForm(202)
    await form.getByText('Check your inbox').waitFor()
    expect(await findings(page)).toEqual([])
  }
)
