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
  return {
    /** What the page before had decided for this one, by placement. */
    found: until > now() ? shows : {},
    /** Leaves for the next page what it is to show, as far as this device may remember. */
    leave(mind: Mind | undefined): void {
      if (!mind || !mayPersonalise(tracker.consent())) return
      const mirror = mirrorOf({ ...mind, local: mind.context.local })
      if (mirror) carefully(() => window.localStorage.setItem(key, JSON.stringify(mirror)))
      else dropMirror(window, shop)
    }
  }
}
