import type { Availability, EpochMs, EventType, PageType, Source } from './words.ts'

/** How the page was read: which adapter heard it, and how sure it is (0 … 1). */
export interface Heard {
  readonly adapter: string
  readonly confidence: number
}

/** The page on which something happened. `url` and `referrer` carry no e-mail address or phone number. */
export interface Page {
  readonly url: string
  readonly type: PageType
  readonly referrer?: string
  readonly title?: string
}

/** One line of an event: a product or variant, as it was when it happened. Money is in minor units of the event's currency. */
export interface EventItem {
  /** The variant, by the feed's id. */
  readonly itemId: string
  /** The product, where the page names one; else the variant is the product. */
  readonly itemGroupId?: string
  readonly name?: string
  readonly brand?: string
  /** Department first: `['Giftware', 'Lighting']`, at most five. */
  readonly category?: readonly string[]
  /** The variant's words as GA4 has them ("Red / M"). */
  readonly variant?: string
  readonly color?: string
  readonly size?: string
  readonly material?: string
  /** Unit price paid or asked, after discount. */
  readonly price?: number
  /** Unit price before discount. */
  readonly listPrice?: number
  readonly quantity?: number
  /** Position in a list, from 0. */
  readonly index?: number
  readonly coupon?: string
  readonly sku?: string
  readonly url?: string
  readonly image?: string
  readonly availability?: Availability
}

/** What an event answers to: the decision that was on screen. Attribution and frequency need nothing else. */
export interface Ref {
  readonly placement?: string
  readonly campaign?: string
  readonly variant?: string
  readonly resultId?: string
  /** Place of the item in the widget, from 0. */
  readonly position?: number
  /** True when the shopper was in the campaign's holdout and saw nothing of it. */
  readonly holdout?: boolean
  /** True when it stood over the page: all such count in one budget. */
  readonly overlay?: boolean
}

/**
 * Something that happened, through whatever channel. The profile is a fold over these, in any order.
 *
 * `id` is a UUIDv7 that both sides can derive (see `eventId`), and the idempotency key all the way to the store.
 * `at` is the clock of the device (or of the till); the API adds when it was received.
 */
export interface ShopEvent {
  readonly id: string
  readonly at: EpochMs
  readonly type: EventType
  readonly source: Source
  readonly heard?: Heard
  readonly page?: Page
  readonly items?: readonly EventItem[]
  /** ISO 4217, upper case. Present whenever the event or one of its items carries money. */
  readonly currency?: string
  /** Sum of price × quantity in minor units, without tax and shipping. */
  readonly value?: number
  readonly tax?: number
  readonly shipping?: number
  readonly transactionId?: string
  readonly coupon?: string
  readonly searchTerm?: string
  readonly listId?: string
  readonly listName?: string
  readonly ref?: Ref
  /** The shop's own name of a `custom` event. */
  readonly name?: string
  /** Further flat parameters the shop sent, at most 30. */
  readonly data?: Readonly<Record<string, string | number | boolean>>
}

/** The product an event line is about: its group where it has one, else the variant itself. */
export function productIdOf(item: Pick<EventItem, 'itemId' | 'itemGroupId'>): string {
  return item.itemGroupId ?? item.itemId
}
