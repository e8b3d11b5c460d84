import type { CartLine, EventType, PageType } from '@vitrine/protocol'

/** What has happened in this view of the page, as far as triggers ask for it. Times in ms. */
export interface Moments {
  /** Since the page was shown. */
  readonly dwellMs: number
  /** Of that, in a visible page with the shopper doing something. */
  readonly activeMs: number
  /** Since the shopper last did something. */
  readonly idleMs: number
  /** Deepest share of the page that was scrolled to, 0 … 1. */
  readonly scrollDepth: number
  readonly clicks: number
  /** Page views of this visit, this one included. */
  readonly pageCount: number
  /** The shopper was about to leave. */
  readonly exitIntent: boolean
  /** The shopper came back from another tab or app. */
  readonly tabReturn: boolean
  /** Selectors of triggers whose element has been in view. */
  readonly visible: readonly string[]
  /** What was recorded in this view of the page. */
  readonly events: readonly EventType[]
}

/** Why this is no moment to be interrupted: the first seconds, a click just now, a field in use, a dialog, the checkout. */
export type Busy = 'early' | 'clicked' | 'typing' | 'dialog' | 'checkout' | 'hidden'

/** Where the shopper stands at the moment of a decision: everything about now that is not in the profile. */
export interface Context {
  readonly page: {
    readonly type: PageType
    readonly url: string
    /** The product (not the variant) the page is about. */
    readonly itemId?: string | undefined
    /** The category path the page is about, department first. */
    readonly category?: readonly string[] | undefined
  }
  /** The cart as the page has it; absent means what the events say. */
  readonly cart?: readonly CartLine[] | undefined
  /** Products that stand on this page already. */
  readonly shownIds: readonly string[]
  /** Whether an overlay may be shown at all: consent. Absent means no. */
  readonly mayOverlay?: boolean | undefined
  /** How many overlays were shown, over all tabs, and whether one is open now. Absent means none. */
  readonly shownOverlays?:
    | { readonly page: number; readonly session: number; readonly day: number; readonly isOpen?: boolean }
    | undefined
  /** What triggers go by; absent means that nothing has happened yet. */
  readonly moments?: Moments | undefined
  /** Keeps every overlay away while it holds. */
  readonly busy?: Busy | undefined
  /** The shopper's clock: minutes after local midnight, and the weekday, 0 being Sunday. */
  readonly local: { readonly minutes: number; readonly weekday: number }
  readonly device?: 'phone' | 'desktop' | undefined
}
