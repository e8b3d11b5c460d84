import { mirrorOf } from '@vitrine/engine'
import { type Mirror, mayPersonalise, mirrorKey } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { carefully, dropMirror } from './dropMirror.ts'
import type { Mind } from './think.ts'
import type { World } from './world.ts'

/** The decision mirror of this browser: what one page decides for the first paint of the next. */
export function openMirror({ window, now }: World, shop: string, tracker: Tracker) {
  const key = mirrorKey(shop)
  const { until = 0, shows = {} }: Partial<Mirror> =
    carefully(() => JSON.parse(window.localStorage.getItem(key) ?? '')) ?? {}
  let found: Mirror['shows'] | undefined = until > now() ? shows : {}
  return {
    /** What the page before had decided for this one, by placement; a route of a single-page app was not painted. */
    found: () => found,
    turnPage(): void {
      found = undefined
    },
    /** Leaves for the next page what it is to show, as far as this device may remember. */
    leave(mind: Mind | undefined): void {
      // What was thought before something else happened, a farewell even, is thought anew or not wanted any more.
      const isNew = mind?.events === tracker.events() && tracker.storage() === 'indexeddb'
      if (!mind || !isNew || !mayPersonalise(tracker.consent())) return
      const { local, device } = mind.context
      const mirror = mirrorOf({ ...mind, local, device })
      if (mirror) carefully(() => window.localStorage.setItem(key, JSON.stringify(mirror)))
      else dropMirror(window, shop)
    }
  }
}
