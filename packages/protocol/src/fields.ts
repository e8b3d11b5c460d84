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

/** A field's name in code, in GA4's form and in the compact form, and its kind. */
export type Field<Of> = readonly [code: keyof Of & string, ga4: string, compact: string, kind: FieldKind]

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
  ['itemId', 'item_id', 'i', 'text'],
  ['itemGroupId', 'item_group_id', 'g', 'text'],
  ['name', 'item_name', 'n', 'text'],
  ['brand', 'item_brand', 'b', 'text'],
  ['category', 'item_category', 'c', 'path'],
  ['variant', 'item_variant', 'v', 'text'],
  ['color', 'color', 'o', 'text'],
  ['size', 'size', 'z', 'text'],
  ['material', 'material', 'm', 'text'],
  ['price', 'price', 'p', 'money'],
  ['listPrice', 'list_price', 'l', 'money'],
  ['quantity', 'quantity', 'q', 'count'],
  ['index', 'index', 'x', 'count'],
  ['coupon', 'coupon', 'k', 'text'],
  ['sku', 'sku', 's', 'text'],
  ['url', 'url', 'u', 'url'],
  ['image', 'image', 'a', 'url'],
  ['availability', 'availability', 'y', 'availability']
]

/** The one table of an event's flat names; `e t s p r h i d` are taken by the compact event itself. */
export const EVENT_FIELDS: readonly Field<ShopEvent>[] = [
  ['currency', 'currency', 'c', 'currency'],
  ['value', 'value', 'v', 'money'],
  ['tax', 'tax', 'x', 'money'],
  ['shipping', 'shipping', 'g', 'money'],
  ['transactionId', 'transaction_id', 'o', 'text'],
  ['coupon', 'coupon', 'k', 'text'],
  ['searchTerm', 'search_term', 'q', 'text'],
  ['listId', 'item_list_id', 'l', 'text'],
  ['listName', 'item_list_name', 'm', 'text'],
  ['name', 'custom_name', 'n', 'text']
]

/** The one table of a page's names. */
export const PAGE_FIELDS: readonly Field<Page>[] = [
  ['url', 'page_location', 'u', 'url'],
  ['type', 'page_type', 'k', 'pageType'],
  ['referrer', 'page_referrer', 'r', 'url'],
  ['title', 'page_title', 't', 'text']
]

/** What an event answers to, in GA4's promotion words: the campaign is the promotion, the variant its creative. */
export const REF_FIELDS: readonly Field<Ref>[] = [
  ['placement', 'creative_slot', 'p', 'text'],
  ['campaign', 'promotion_id', 'c', 'text'],
  ['variant', 'creative_name', 'v', 'text'],
  ['resultId', 'result_id', 'r', 'text'],
  ['position', 'position', 'x', 'count'],
  ['holdout', 'holdout', 'h', 'flag']
]
