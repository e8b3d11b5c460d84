/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/** What can happen in a shop: GA4's names where GA4 has one, ours beside them (`../../../docs/spec/protocol.md`). */
export const EVENT_TYPES = [
  'page_view',
  'view_item',
  'view_item_list',
  'select_item',
  'search',
  'add_to_cart',
  'remove_from_cart',
  'view_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
  'add_to_wishlist',
  'view_promotion',
  'select_promotion',
  'login',
  'sign_up',
  'share',
  'dismiss_promotion',
  'dislike',
  'undo_dislike',
  'compare',
  'read_reviews',
  'join_waitlist',
  'answer',
  'redeem_coupon',
  'contact_support',
  'visit_store',
  'custom'
] as const

/** One of {@link EVENT_TYPES}. */
export type EventType = (typeof EVENT_TYPES)[number]

/** The channels through which something can happen. */
export const SOURCES = ['web', 'pos', 'app', 'import', 'email', 'service'] as const

/** One of {@link SOURCES}. */
export type Source = (typeof SOURCES)[number]

/** The kinds of page a shop has. */
export const PAGE_TYPES = [
  'home',
  'category',
  'product',
  'search',
  'cart',
  'checkout',
  'order_confirmation',
  'account',
  'other'
] as const

/** One of {@link PAGE_TYPES}. */
export type PageType = (typeof PAGE_TYPES)[number]

/** schema.org ItemAvailability by name, as `conventions.md` §2 keeps it; Google Merchant's four come first. */
export const AVAILABILITIES = [
  'in_stock',
  'out_of_stock',
  'preorder',
  'backorder',
  'in_store_only',
  'online_only',
  'limited_availability',
  'made_to_order',
  'sold_out',
  'discontinued',
  'presale',
  'reserved'
] as const

/** One of {@link AVAILABILITIES}. */
export type Availability = (typeof AVAILABILITIES)[number]

/** The ways to choose products. */
export const STRATEGIES = [
  'recently_viewed',
  'also_viewed',
  'bought_together',
  'similar',
  'trending',
  'best_sellers',
  'new_arrivals',
  'for_you',
  'buy_again'
] as const

/** One of {@link STRATEGIES}. */
export type Strategy = (typeof STRATEGIES)[number]

/** The relations from a product to others that a model file can hold. */
export const RELATIONS = ['viewed', 'bought', 'similar'] as const

/** One of {@link RELATIONS}. */
export type Relation = (typeof RELATIONS)[number]

/** What a campaign's text can leave blank, `{gap}`, to be filled in for the shopper; without it the text is not shown. */
export const BLANKS = ['gap', 'department', 'size', 'item'] as const

/** One of {@link BLANKS}. */
export type Blank = (typeof BLANKS)[number]
