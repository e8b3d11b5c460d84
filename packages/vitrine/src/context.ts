import type { Context } from '@vitrine/engine'
import { mayPersonalise } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { World } from './world.ts'

/** From this width on a page is laid out for a desk, in CSS pixels: where the demo's and most themes' layouts turn. */
const DESKTOP_PX = 768

/** What the page is about, as a decision sees it. */
export function contextOf(world: World, tracker: Tracker): Context {
  const { type, url, category } = tracker.page()
  const product = type === 'product' ? tracker.product() : undefined
  const local = new Date(world.now())
  return {
    page: {
      type,
      url,
      itemId: product?.itemGroupId ?? product?.itemId,
      category: product?.category ?? category
    },
    shownIds: [],
    // What a browser cannot remember it would show again on every page.
    mayOverlay: mayPersonalise(tracker.consent()) && tracker.storage() === 'indexeddb',
    local: { minutes: local.getHours() * 60 + local.getMinutes(), weekday: local.getDay() },
    device: world.window.innerWidth < DESKTOP_PX ? 'phone' : 'desktop'
  }
}
