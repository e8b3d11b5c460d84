import { bad, mayPersonalise, type Result, type ShopEvent } from '@vitrine/protocol'
import { Bounds } from './bounds.ts'
import { Ears } from './capture/ears.ts'
import type { ViewKind } from './capture/pageViews.ts'
import { UNSENT_MS } from './isUntidy.ts'
import { Outbox } from './outbox.ts'
import type { Report } from './report.ts'
import { UNREAD } from './rowsOf.ts'
import type { Core, Tracker } from './tracker.ts'

// What no page needs in its first moment: reading what is reported, and sending. A file of its own, so that the script
// tag is small; until it comes, what happens is kept. What few pages need comes after it (`structured.ts`, `seldom.ts`).

/** The rest of a tracker. */
export interface Rest
  extends Pick<Tracker, 'identify' | 'outboxState' | 'product' | 'productReport' | 'notHeard' | 'stop'> {
  /** Set while the file that reads the page's structured data is on its way. */
  readonly reading: Promise<void> | undefined
  /** Reads a report and records what it says. False while it cannot yet. */
  read(report: Report): boolean
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
    if (!isAllowed) return bad('consent', 'does not allow it yet; it is done when it does')
    const part = await core.seldom.load()
    return part ? part.identify(core, token) : bad('seldom', 'could not be loaded')
  }
  careful.onUndo(
    desk.listen(next => {
      if (mayPersonalise(next) && waitingToken !== undefined) void know(waitingToken)
    })
  )
  return {
    get reading() {
      return ears.reading
    },
    read(report) {
      if (!ears.reading) ears.read(report)
      return !ears.reading
    },
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
      // What was set aside is sent again after it, so it is worth another look.
      if (await bounds.tidied()) outbox.hurry()
    },
    hurry: () => outbox.hurry(),
    leave: isUnload => outbox.leave(isUnload),
    wiped: () => bounds.wiped(),
    identify: know,
    outboxState: () => outbox.state,
    product: () => ears.product?.item ?? null,
    productReport: () => core.seldom.here?.productReport(ears.product) ?? null,
    notHeard: () => [
      ...ears.problems,
      ...((core.view.type === 'product' && core.seldom.here?.missing(ears.product)) || [])
    ],
    stop: () => outbox.stop()
  }
}

/** This file, as whoever loads it gets it. */
export interface Later {
  readonly openRest: typeof openRest
}
