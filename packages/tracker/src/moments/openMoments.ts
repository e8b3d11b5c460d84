import type { EpochMs, Moment, PageType } from '@vitrine/protocol'
import type { TrackedWindow } from '../world.ts'
import { openView } from './openView.ts'

/** What has happened in this view of the page, as far as the senses can tell. Times in ms. */
export interface SensedMoments {
  /** Since the page was shown. */
  readonly dwellMs: number
  /** Of that, in a visible page with the shopper doing something. */
  readonly activeMs: number
  /** Since the shopper last did something. */
  readonly idleMs: number
  /** How far down the page was scrolled, of what there is to scroll, 0 … 1. */
  readonly scrollDepth: number
  readonly clicks: number
  /** The shopper is about to leave: until they do something again, and for two seconds at least. */
  readonly exitIntent: boolean
  /** The shopper came back from another tab or app, after five seconds at least. */
  readonly tabReturn: boolean
  /** Selectors of triggers whose element has been in view. */
  readonly visible: readonly string[]
}

/** Why this is no moment to be interrupted: the first seconds, a click just now, a field in use, a dialog, the checkout. */
export type Busy = 'early' | 'clicked' | 'typing' | 'dialog' | 'checkout' | 'hidden'

/** What the senses need. */
export interface MomentParts {
  readonly window: TrackedWindow
  readonly now: () => EpochMs
  /** Runs `work` once after `ms`; answers the undo. */
  readonly setTimer: (work: () => void, ms: number) => () => void
  /** All moments that the page's triggers name. Nothing is timed or watched for others. */
  readonly moments: readonly Moment[]
  /** Called when one of them may newly hold, and when what `busy` named has passed. */
  readonly onMoment: () => void
}

/** Senses moments of a visit. It shows nothing, stores nothing, and never touches the history or the back button. */
export interface MomentSensor {
  read(): SensedMoments
  /** Says why an overlay would disturb now, if it would. Whoever was told to wait is called when that has passed. */
  busy(pageType: PageType): Busy | undefined
  /** A new view of the page begins: a route, or a return from the back/forward cache. */
  turnPage(): void
  /** Leaves the page as it was. */
  stop(): void
}

/** Opens the senses on a page that is shown. */
export function openMoments(parts: MomentParts): MomentSensor {
  let view = openView(parts)
  return {
    read: () => view.read(),
    busy: pageType => view.busy(pageType),
    turnPage() {
      view.stop()
      view = openView(parts)
    },
    stop: () => view.stop()
  }
}
