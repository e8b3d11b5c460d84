import type { CDPSession, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'

const ADDRESS = 'https://moments.example/'

/** A page with everything on it that a pointer can be on its way to. */
const HTML = `<!doctype html><meta name="viewport" content="width=device-width"><title>Moments</title>
<style>body { margin: 0; font: 16px sans-serif } main { padding: 120px 40px } main > * { display: block; margin: 24px }
  article { height: 9000px; background: linear-gradient(#eee, #999) }</style>
<main>
  <input id="field" list="towns" autocomplete="on"><datalist id="towns"><option>Ulm<option>Unna</datalist>
  <textarea id="long"></textarea>
  <p id="editable" contenteditable>Edit me</p>
  <shadow-form id="shadow"></shadow-form>
  <select id="sizes"><option>S<option>M<option>L</select>
  <p id="words">Words enough to be marked from here to the end of the line</p>
  <div id="parcel" draggable="true">A parcel to be dragged</div>
  <button id="add">Add to basket</button>
  <dialog id="dialog"><p>A dialog</p></dialog>
  <div id="popover" popover>A popover</div>
  <div id="overlay" role="dialog" aria-modal="true" style="display:none; position:fixed; inset:30%">An overlay</div>
  <iframe id="frame" srcdoc="<p>A frame"></iframe>
</main>
<article></article>
<script>document.querySelector('shadow-form').attachShadow({ mode: 'open' }).innerHTML = '<input>'</script>`

declare global {
  interface Window {
    readonly moments: typeof import('@vitrine/tracker/moments')
    /** Lets time pass without waiting for it, and counts. */
    probe: { readonly pass: (ms: number) => void; exits: number }
  }
}

/** A page with the senses open, in a browser whose input is real and whose clock can be put forward. */
export interface MomentsPage {
  readonly page: Page
  pass(ms: number): Promise<void>
  /** How often the shopper was taken to leave. */
  exits(): Promise<number>
  /** Moves the mouse over the page, in steps as a hand does. */
  move(...points: readonly (readonly [x: number, y: number])[]): Promise<void>
  /** The middle of an element. */
  middle(selector: string): Promise<[x: number, y: number]>
}

let script: Promise<string> | undefined

/** The senses as the browser gets them. */
function momentsScript(): Promise<string> {
  script ??= bundled()
  return script
}

async function bundled(): Promise<string> {
  const entry = new URL('../../packages/tracker/src/moments/openMoments.ts', import.meta.url).pathname
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'moments' } }
  })
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return output?.output[0].code ?? ''
}

/** Opens the page and lets its first seconds pass. */
export async function openMomentsPage(page: Page, dwellMs = 6000): Promise<MomentsPage> {
  await page.route(ADDRESS, route => route.fulfill({ contentType: 'text/html', body: HTML }))
  await page.goto(ADDRESS)
  await page.addScriptTag({ content: await momentsScript() })
  await page.evaluate(() => {
    let ahead = 0
    let timers: { at: number; work: () => void }[] = []
    const now = () => Date.now() + ahead
    const sensor = window.moments.openMoments({
      window,
      now,
      setTimer(work, ms) {
        const timer = { at: now() + ms, work }
        timers.push(timer)
        return () => {
          timers = timers.filter(one => one !== timer)
        }
      },
      moments: [{ when: 'exitIntent' }],
      onMoment() {
        if (sensor.read().exitIntent) window.probe.exits++
      }
    })
    window.probe = {
      exits: 0,
      pass(ms) {
        const end = now() + ms
        for (;;) {
          const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
          if (!next) break
          timers = timers.filter(one => one !== next)
          ahead += Math.max(0, next.at - now())
          next.work()
        }
        ahead += Math.max(0, end - now())
      }
    }
  })
  const opened: MomentsPage = {
    page,
    pass: ms => page.evaluate(passed => window.probe.pass(passed), ms),
    exits: () => page.evaluate(() => window.probe.exits),
    async move(...points) {
      for (const [x, y] of points) await page.mouse.move(x, y, { steps: 6 })
    },
    async middle(selector) {
      const box = await page.locator(selector).boundingBox()
      if (!box) throw new Error(`${selector} is not on the page`)
      return [box.x + box.width / 2, box.y + box.height / 2]
    }
  }
  await opened.pass(dwellMs)
  return opened
}

/** One finger over the glass, evenly in so many ms; upwards scrolls down. */
export async function stroke(finger: CDPSession, fromY: number, toY: number, ms: number): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 180, y }] })
  const begun = performance.now()
  await touch('touchStart', fromY)
  for (let share = 0; share < 1; ) {
    share = Math.min(1, (performance.now() - begun) / ms)
    await touch('touchMove', fromY + (toY - fromY) * share)
  }
  await touch('touchEnd')
}
