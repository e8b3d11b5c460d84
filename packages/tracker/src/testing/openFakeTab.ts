import { indexedDbShelf } from '../indexedDbShelf.ts'
import * as later from '../later.ts'
import { openPart } from '../openPart.ts'
import * as seldom from '../seldom.ts'
import * as structured from '../structured.ts'
import { openTracker, type Tracker, type TrackerOptions } from '../tracker.ts'
import type { TrackerWorld } from '../world.ts'
import { FakeApi } from './fakeApi.ts'
import { FakeClock } from './fakeClock.ts'
import { FakePage } from './fakePage.ts'

/** A tab of a shop with everything in it fake but us. */
export interface FakeTab {
  readonly tracker: Tracker
  readonly page: FakePage
  readonly clock: FakeClock
  readonly api: FakeApi
  readonly complaints: readonly string[]
}

/** How a tab is to differ from a granted one on the front page. */
export interface FakeTabOptions extends Partial<Omit<TrackerOptions, 'world'>> {
  readonly page?: FakePage
  readonly clock?: FakeClock
  readonly api?: FakeApi
  readonly world?: Partial<TrackerWorld>
}

let dice = 1

/** Opens a tab. Tabs of one shop share its database, as long as the test shares its clock and API. */
export function openFakeTab({ page, clock, api, world, ...options }: FakeTabOptions = {}): FakeTab {
  const parts = { page: page ?? new FakePage(), clock: clock ?? new FakeClock(), api: api ?? new FakeApi() }
  const complaints: string[] = []
  const tracker = openTracker({
    shop: 'demo',
    key: 'pk_demo',
    apiUrl: 'https://api.example',
    consent: 'granted',
    currency: 'GBP',
    later,
    seldom: openPart(seldom),
    structured,
    complain: (code, detail) => void complaints.push(`${code} ${detail}`),
    ...options,
    world: {
      window: parts.page.window,
      fetch: parts.api.fetch,
      now: parts.clock.now,
      setTimer: parts.clock.setTimer,
      randomHex,
      openShelf: indexedDbShelf,
      ...world
    }
  })
  return { ...parts, tracker, complaints }
}

/** Random enough to tell tabs apart, and the same in every run. */
function randomHex(bytes: number): string {
  let hex = ''
  while (hex.length < bytes * 2) {
    dice = (Math.imul(dice, 1664525) + 1013904223) >>> 0
    hex += (dice >>> 8).toString(16).padStart(6, '0')
  }
  return hex.slice(0, bytes * 2)
}
