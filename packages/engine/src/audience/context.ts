import type { CartLine, PageType } from '@vitrine/protocol'

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
  /** The shopper's clock: minutes after local midnight, and the weekday, 0 being Sunday. */
  readonly local: { readonly minutes: number; readonly weekday: number }
  readonly device?: 'phone' | 'desktop' | undefined
}
