import type { Point, Tab } from './Engine.ts'
import type { Hand } from './openHand.ts'

/** As many places on the way from one point to the next. */
const STEPS = 6

/** What a page can do with a real mouse. */
export interface Pointer extends Pick<Tab, 'move' | 'click' | 'wheel'> {
  /** The page may stand elsewhere on the screen now. */
  forget(): void
}

/** Ties the mouse of a display to a page shown on it. */
export function openPointer(hand: Hand, evaluate: Tab['evaluate']): Pointer {
  let corner: Promise<Point> | undefined
  let at: Point = [0, 0]

  const frame = () => evaluate(() => new Promise<void>(drawn => requestAnimationFrame(() => drawn())))
  const put = async (to: Point) => {
    corner ??= cornerOf(hand, evaluate)
    const [left, top] = await corner
    hand.move([left + to[0], Math.max(0, top + to[1])])
    at = to
    await frame()
  }
  const pointer: Pointer = {
    async move(...way) {
      for (const to of way) {
        const [fromX, fromY] = at
        for (let step = 1; step <= STEPS; step++)
          await put([fromX + ((to[0] - fromX) * step) / STEPS, fromY + ((to[1] - fromY) * step) / STEPS])
      }
    },
    async click(to) {
      await put(to)
      hand.click()
      await frame()
    },
    async wheel() {
      for (let notch = 0; notch < 5; notch++) hand.wheel()
      await frame()
    },
    forget() {
      corner = undefined
    }
  }
  return pointer
}

/** Finds where on the screen the page begins, by where it sees the mouse. */
async function cornerOf(hand: Hand, evaluate: Tab['evaluate']): Promise<Point> {
  await evaluate(() => {
    addEventListener(
      'pointermove',
      ({ clientX, clientY }) => Object.assign(window, { pointer_: [clientX, clientY] }),
      { capture: true }
    )
  })
  const end = performance.now() + 10_000
  for (let nudge = 0; performance.now() < end; nudge ^= 1) {
    // Far enough from every edge of a phone's window, and moved anew each time: a mouse at rest tells nothing.
    const [x, y] = [180, 300 + nudge]
    hand.move([x, y])
    const seen = await evaluate(
      () =>
        new Promise<Point | undefined>(drawn =>
          requestAnimationFrame(() => drawn(Reflect.get(window, 'pointer_')))
        )
    )
    // It may have seen where the mouse was before: a pixel more or less does no harm.
    if (seen) return [x - seen[0], y - seen[1]]
  }
  throw new Error('the page does not see the mouse')
}
