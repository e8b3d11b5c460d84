import type { EventItem, Page, Ref, ShopEvent } from './event.ts'

/** How a field's value is read from a stranger and written for one. */
export type FieldKind =
  | 'text'
  | 'url'
  | 'currency'
  | 'money'
  | 'count'
  | 'path'
  | 'flag'
  | 'availability'
  | 'pageType'

/** A field's letter in the compact form, its name in code and in GA4's form, and its kind. */
export type Field<Of> = readonly [letter: string, code: keyof Of & string, ga4: string, kind: FieldKind]

/** No honest name, id or title is longer; GA4's form is cut to it, the compact form refused. */
export const MAX_TEXT = 1000
/** Levels of a category path; GA4 has `item_category` … `item_category5`. */
export const MAX_LEVELS = 5
/** Further parameters kept of an event; GA4 takes 25 to 27. */
export const MAX_DATA = 30

/**
 * The one table of an item's names. GA4's and Google Merchant's names on the wire (conventions.md §1.8),
 * camelCase in code, a letter in batches. `path` is GA4's `item_category` … `item_category5`.
 */
export const ITEM_FIELDS: readonly Field<EventItem>[] = [
  ['i', 'itemId', 'item_id', 'text'],
  ['g', 'itemGroupId', 'item_group_id', 'text'],
  ['n', 'name', 'item_name', 'text'],
  ['b', 'brand', 'item_brand', 'text'],
  ['c', 'category', 'item_category', 'path'],
  ['v', 'variant', 'item_variant', 'text'],
  ['o', 'color', 'color', 'text'],
  ['z', 'size', 'size', 'text'],
  ['m', 'material', 'material', 'text'],
  ['p', 'price', 'price', 'money'],
  ['l', 'listPrice', 'list_price', 'money'],
  ['q', 'quantity', 'quantity', 'count'],
  ['x', 'index', 'index', 'count'],
  ['k', 'coupon', 'coupon', 'text'],
  ['s', 'sku', 'sku', 'text'],
  ['u', 'url', 'url', 'url'],
  ['a', 'image', 'image', 'url'],
  ['y', 'availability', 'availability', 'availability']
]

/** The one table of an event's flat names; `e t s p r h i d` are taken by the compact event itself. */
export const EVENT_FIELDS: readonly Field<ShopEvent>[] = [
  ['c', 'currency', 'currency', 'currency'],
  ['v', 'value', 'value', 'money'],
  ['x', 'tax', 'tax', 'money'],
  ['g', 'shipping', 'shipping', 'money'],
  ['o', 'transactionId', 'transaction_id', 'text'],
  ['k', 'coupon', 'coupon', 'text'],
  ['q', 'searchTerm', 'search_term', 'text'],
  ['l', 'listId', 'item_list_id', 'text'],
  ['m', 'listName', 'item_list_name', 'text'],
  ['n', 'name', 'custom_name', 'text']
]

/** The one table of a page's names. */
export const PAGE_FIELDS: readonly Field<Page>[] = [
  ['u', 'url', 'page_location', 'url'],
  ['k', 'type', 'page_type', 'pageType'],
  ['r', 'referrer', 'page_referrer', 'url'],
  ['t', 'title', 'page_title', 'text']
]

/** What an event answers to, in GA4's promotion words: the campaign is the promotion, the variant its creative. */
export const REF_FIELDS: readonly Field<Ref>[] = [
  ['p', 'placement', 'creative_slot', 'text'],
  ['c', 'campaign', 'promotion_id', 'text'],
  ['v', 'variant', 'creative_name', 'text'],
  ['r', 'resultId', 'result_id', 'text'],
  ['x', 'position', 'position', 'count'],
  ['h', 'holdout', 'holdout', 'flag'],
  ['o', 'overlay', 'overlay', 'flag']
]
