import { type Context, overlaysShown } from '@vitrine/engine'
import { type Campaign, type Moment, mayPersonalise, partsOfEventId } from '@vitrine/protocol'
import { openMoments } from '@vitrine/tracker/moments'
import { openPopups } from './openPopups.ts'
import type { OverlayParts } from './overlayParts.ts'
import { presentVisit } from './presentVisit.ts'
import type { Standing } from './slots.ts'
import { soon } from './soon.ts'

/** What stands over the page, and what has happened on it. */
export interface Overlays {
  /** What is open now: one at most. */
  readonly open: readonly Standing[]
  /** What decisions are told of this moment. */
  context(): Partial<Context>
  /** Something was recorded, or consent has changed. */
  heard(): void
  /** A new page view: nothing has happened on it yet, and what was open belongs to the page before. */
  turnPage(): void
  stop(): void
}

/** Watches for the moments that campaigns wait for, and opens what the shop would show then. */
export function openOverlays(parts: OverlayParts): Overlays {
  const { world, tracker, config, onMoment, complain } = parts
  const { window, now } = world
  const popups = openPopups(parts)
  const consider = soon(popups.consider, complain)
  const sensor = openMoments({
    window,
    now,
    setTimer(call, ms) {
      const timer = window.setTimeout(call, ms)
      return () => window.clearTimeout(timer)
    },
    moments: momentsOf(config.campaigns),
    onMoment() {
      onMoment()
      consider()
    }
  })
  window.addEventListener('pagehide', popups.close)

  return {
    get open() {
      return popups.open()
    },
    context() {
      const events = tracker.pageEvents()
      const [first] = events
      const { tab = '' } = (first && partsOfEventId(first.id)) ?? {}
      const at = now()
      const shown = overlaysShown(tracker.events(), { now: at, tab, pageSince: first?.at ?? at })
      const pageCount = presentVisit(tracker.events(), at).filter(({ type }) => type === 'page_view').length
      return {
        moments: { ...sensor.read(), pageCount, events: events.map(({ type }) => type) },
        busy: sensor.busy(tracker.page().type),
        shownOverlays: { ...shown, isOpen: popups.open().length > 0 }
      }
    },
    heard() {
      if (!mayPersonalise(tracker.consent())) popups.close()
      consider()
    },
    turnPage() {
      popups.close()
      sensor.turnPage()
      consider()
    },
    stop() {
      popups.stop()
      sensor.stop()
      window.removeEventListener('pagehide', popups.close)
    }
  }
}

/** All moments that campaigns wait for. */
function momentsOf(campaigns: readonly Campaign[]): Moment[] {
  return campaigns.flatMap(({ trigger: { any = [], all = [] } = {} }) => [...any, ...all])
}
