import { bad, mayPersonalise, type Result, type ShopEvent } from '@vitrine/protocol'
import { Bounds } from './bounds.ts'
import { Ears } from './capture/ears.ts'
import { missing } from './capture/heardProduct.ts'
import type { ViewKind } from './capture/pageViews.ts'
import { productReport } from './capture/productReport.ts'
import { identify } from './identify.ts'
import { UNSENT_MS } from './isUntidy.ts'
import { Outbox } from './outbox.ts'
import type { Report } from './report.ts'
import { UNREAD } from './rowsOf.ts'
import type { Core, Tracker } from './tracker.ts'

// What no page needs in its first moment: reading what is reported and what the page says of itself, sending, tidying,
// knowing a person. A file of its own, so that the script tag is small; until it comes, what happens is kept.

/** The rest of a tracker. */
export interface Rest
  extends Pick<Tracker, 'identify' | 'outboxState' | 'product' | 'productReport' | 'notHeard' | 'stop'> {
  /** Reads a report and records what it says. */
  read(report: Report): void
  /** A new view of the page begins. */
  begin(kind: ViewKind): void
  /** Looks at what the page says, and records its view. */
  look(): void
  /** An event was recorded. */
  added(event: ShopEvent): void
  /** The shelf has been read. */
  opened(): Promise<void>
  /** Sends now, whatever the wait was. */
  hurry(): void
  /** The page may be gone in a moment. */
  leave(isUnload: boolean): void
  /** Everything is forgotten. */
  wiped(): void
}

/** Adds the rest to what a page began with. */
export function openRest(core: Core): Rest {
  const { world, journal, careful, desk } = core
  const bounds = new Bounds(core)
  const ears = new Ears(core)
  const outbox = new Outbox(core, bounds)
  let waitingToken: string | undefined
  const know = async (token: string): Promise<Result<number>> => {
    const isAllowed = mayPersonalise(desk.state())
    waitingToken = isAllowed ? undefined : token
    return isAllowed
      ? identify(core, token)
      : bad('consent', 'does not allow it yet; it is done when it does')
  }
  careful.onUndo(
    desk.listen(next => {
      if (mayPersonalise(next) && waitingToken !== undefined) void know(waitingToken)
    })
  )
  return {
    read: report => ears.read(report),
    begin: kind => ears.begin(kind),
    look: () => ears.look(),
    added(event) {
      bounds.added()
      outbox.added(event)
    },
    async opened() {
      await bounds.opened()
      const earlier = await journal.ask(UNREAD, rows => ({
        del: rows.map(({ key }) => key),
        answer: rows.flatMap(({ reports = [] }) => reports)
      }))
      for (const report of earlier ?? [])
        if ((report.at ?? 0) > world.now() - UNSENT_MS) careful.guard(() => ears.read(report, true))()
      outbox.hurry()
    },
    hurry: () => outbox.hurry(),
    leave: isUnload => outbox.leave(isUnload),
    wiped: () => bounds.wiped(),
    identify: know,
    outboxState: () => outbox.state,
    product: () => ears.product?.item ?? null,
    productReport: () => productReport(ears.product),
    notHeard: () => [...ears.problems, ...(core.view.type === 'product' ? missing(ears.product) : [])],
    stop: () => outbox.stop()
  }
}

/** This file, as whoever loads it gets it. */
export interface Later {
  readonly openRest: typeof openRest
}
