import { afterAll, expect, test } from 'vitest'
import { type MomentsPage, openMomentsPage, stroke } from './momentsPage.ts'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

const TABS = [640, -30] as const

type Walk = (at: MomentsPage) => Promise<void>

/** Everyday ways over the upper edge that lead nowhere. */
const FALSE_EXITS: Readonly<Record<string, Walk>> = {
  async 'autofill: from a field with its list open'({ page, move, middle }) {
    await page.click('#field')
    await page.keyboard.type('U')
    await move(await middle('#field'), TABS)
  },
  async 'an open select menu'({ page, move, middle }) {
    await page.click('#sizes')
    await move(await middle('#sizes'), TABS)
  },
  async 'marking text out of the page'({ page, move, middle }) {
    await move(await middle('#words'))
    await page.mouse.down()
    await move([700, 60], TABS)
    await page.mouse.up()
    await move([640, -60])
  },
  async 'dragging something out of the page'({ page, move, middle }) {
    await move(await middle('#parcel'))
    await page.mouse.down()
    await move([500, 200], TABS)
    await page.mouse.up()
    await move([640, -60])
  },
  async 'a panel of the browser that opens under the pointer'({ page, move }) {
    await move([600, 500], [620, 30])
    const resized = page.evaluate(() =>
      new Promise(seen => addEventListener('resize', seen, { once: true })).then(() => 1)
    )
    await page.setViewportSize({ width: 1280, height: 500 })
    await resized
    await page.mouse.move(640, -30)
  },
  async 'a panel that opens right after'({ page, move }) {
    await move([600, 500], TABS)
    const resized = page.evaluate(() =>
      new Promise(seen => addEventListener('resize', seen, { once: true })).then(() => 1)
    )
    await page.setViewportSize({ width: 900, height: 500 })
    await resized
  },
  async 'fast reading up and down'({ page, move }) {
    await move([600, 500])
    for (const way of [900, 900, 900, -900, 900, -900, -900, -900]) await page.mouse.wheel(0, way)
    await move([600, 300], [610, 500], [600, 100])
  },
  async 'right after a click'({ page, move, middle }) {
    await page.click('#add')
    await move(await middle('#add'), TABS)
  },
  async 'a field in use'({ page, move }) {
    await page.focus('#long')
    await move([600, 500], TABS)
  },
  async 'a field in use in a shadow root'({ page, move }) {
    await page.locator('#shadow input').focus()
    await move([600, 500], TABS)
  },
  async 'editable text in use'({ page, move }) {
    await page.focus('#editable')
    await move([600, 500], TABS)
  },
  async 'an open dialog'({ page, move }) {
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dialog')?.showModal())
    await move([600, 500], TABS)
  },
  async 'an open popover'({ page, move }) {
    await page.evaluate(() => document.querySelector<HTMLElement>('#popover')?.showPopover())
    await move([600, 500], TABS)
  },
  async 'an overlay of the shop’s own'({ page, move }) {
    await page.evaluate(() =>
      document.querySelector('#overlay')?.setAttribute('style', 'position:fixed; inset:30%')
    )
    await move([600, 500], TABS)
  },
  async 'out at the left'({ move }) {
    await move([600, 500], [-30, 300])
  },
  async 'out at the right'({ move }) {
    await move([600, 500], [1310, 300])
  },
  async 'out at the bottom'({ move }) {
    await move([600, 500], [600, 940])
  },
  async 'over the edge and back at once'({ move }) {
    await move([600, 500], TABS, [600, 100])
  },
  async 'resting in the header, then slipping out'({ move }) {
    await move([600, 5], [640, 15], [660, -5])
  },
  async 'into a frame'({ move, middle }) {
    const [x, y] = await middle('#frame')
    await move([x + 500, y + 200], [x, y])
  }
}

/** Real ways to the tabs, the address or the close button. */
const TRUE_EXITS: Readonly<Record<string, Walk>> = {
  'straight up': ({ move }) => move([600, 500], TABS),
  'in one leap': async ({ page }) => {
    await page.mouse.move(600, 500)
    await page.mouse.move(900, -40)
  },
  'aslant, to the close button': ({ move }) => move([300, 700], [900, 200], [1270, -10]),
  'with a moment’s rest in the header': ({ move, pass }) =>
    move([600, 500], [620, 60])
      .then(() => pass(4000))
      .then(() => move([640, -20])),
  async 'after a field was left'({ page, move }) {
    await page.focus('#field')
    await page.evaluate(() => document.querySelector<HTMLElement>('#field')?.blur())
    await move([600, 500], TABS)
  },
  async 'a while after a click'({ page, move, pass }) {
    await page.click('#add')
    await pass(2500)
    await move([600, 500], TABS)
  },
  async 'after a dialog was closed'({ page, move }) {
    await page.evaluate(() => {
      const dialog = document.querySelector<HTMLDialogElement>('#dialog')
      dialog?.showModal()
      dialog?.close()
    })
    await move([600, 500], TABS)
  },
  async 'after reading'({ page, move, pass }) {
    await page.mouse.move(600, 500)
    await page.mouse.wheel(0, 2000)
    await pass(3000)
    await move([600, 400], TABS)
  }
}

async function exitsOf(
  walks: Readonly<Record<string, Walk>>,
  dwellMs?: number
): Promise<Record<string, number>> {
  const { page } = await newVisit()
  const counts: Record<string, number> = {}
  for (const [name, walk] of Object.entries(walks)) {
    await page.setViewportSize({ width: 1280, height: 900 })
    const at = await openMomentsPage(page, dwellMs)
    await walk(at)
    await at.pass(10_000)
    counts[name] = await at.exits()
  }
  return counts
}

const each = (walks: object, count: number) =>
  Object.fromEntries(Object.keys(walks).map(name => [name, count]))

test('MO-1, MO-2 none of the everyday ways over the edge is taken for an exit', async () => {
  expect(await exitsOf(FALSE_EXITS)).toEqual(each(FALSE_EXITS, 0))
})

test('MO-1 every real way out is taken for one exit', async () => {
  expect(await exitsOf(TRUE_EXITS)).toEqual(each(TRUE_EXITS, 1))
})

test('MO-2 in the first seconds nobody leaves', async () => {
  expect(await exitsOf(TRUE_EXITS, 0)).toMatchObject({ 'straight up': 0, 'in one leap': 0 })
})

/** What a thumb does; `down` reads on, `up` goes back. */
const GESTURES = {
  down: { from: 600, to: 150, ms: 250 },
  up: { from: 200, to: 600, ms: 1000 },
  jitter: { from: 300, to: 360, ms: 30 },
  flingUp: { from: 200, to: 600, ms: 120 }
} as const

type Thumb = (...gestures: readonly (keyof typeof GESTURES)[]) => Promise<void>

async function touchVisit(): Promise<{
  readonly at: MomentsPage
  readonly thumb: Thumb
  readonly comeBack: () => Promise<void>
}> {
  const { page } = await newVisit({ width: 360, height: 740 }, { hasTouch: true, isMobile: true })
  const at = await openMomentsPage(page)
  const finger = await page.context().newCDPSession(page)
  return {
    at,
    async thumb(...gestures) {
      for (const name of gestures) {
        const { from, to, ms } = GESTURES[name]
        await stroke(finger, from, to, ms)
      }
    },
    // A headless browser hides no page: what the page is told when it is hidden is said to it.
    async comeBack() {
      for (const state of ['hidden', 'visible'] as const) {
        await page.evaluate(now => {
          Object.defineProperty(document, 'hidden', { value: now === 'hidden', configurable: true })
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
        }, state)
        await at.pass(8000)
      }
    }
  }
}

const READ = ['down', 'down', 'down', 'down', 'down'] as const

const NOT_LEAVING: Readonly<Record<string, (thumb: Thumb) => Promise<void>>> = {
  'reading, then still': thumb => thumb(...READ),
  'slowly back up': thumb => thumb(...READ, 'up', 'up', 'up'),
  'one flick up': thumb => thumb(...READ, 'flingUp'),
  'flicks up and down': thumb => thumb(...READ, 'flingUp', 'down', 'flingUp', 'down', 'flingUp'),
  'an address bar that comes and goes': thumb => thumb(...READ, 'jitter', 'jitter', 'jitter'),
  'flicks at the top of the page': thumb => thumb('down', 'flingUp', 'flingUp')
}

test.each(Object.entries(NOT_LEAVING))('MO-3 on a touch screen this is no exit: %s', async (_name, walk) => {
  const { at, thumb } = await touchVisit()
  await walk(thumb)
  await at.pass(60_000)
  expect(await at.exits()).toBe(0)
})

test('MO-3 on a touch screen two signs together are an exit, and neither is alone', async () => {
  const { at, thumb } = await touchVisit()
  await thumb(...READ, 'flingUp', 'flingUp')
  await at.pass(14_000)
  expect(await at.exits()).toBe(0)
  await at.pass(2000)
  expect(await at.exits()).toBe(1)

  const next = await touchVisit()
  await next.thumb(...READ)
  await next.comeBack()
  expect(await next.at.exits()).toBe(0)
  await next.thumb('flingUp', 'flingUp')
  expect(await next.at.exits()).toBe(1)
})
