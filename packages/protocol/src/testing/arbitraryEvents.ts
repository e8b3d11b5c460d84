import fc from 'fast-check'
import type { EventItem, Page, Ref, ShopEvent } from '../event.ts'
import { eventId, MAX_SEQ } from '../eventId.ts'
import { AVAILABILITIES, EVENT_TYPES, PAGE_TYPES } from '../words.ts'

/** Text as it is after reading: trimmed, not empty. */
const text = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .map(value => value.trim())
  .filter(value => value !== '')
const minor = fc.integer({ min: -1e12, max: 1e12 })
const count = fc.integer({ min: -100, max: 1000 })
const url = fc.constantFrom('/', '/p/lantern?x=1#y', 'https://shop.example/a:b', 'a/b:c', '?q=1')

const optional = { requiredKeys: [] as never[] }

const item = fc.record(
  {
    itemId: text,
    itemGroupId: text,
    name: text,
    brand: text,
    category: fc.array(text, { minLength: 1, maxLength: 5 }),
    variant: text,
    color: text,
    size: text,
    material: text,
    price: minor,
    listPrice: minor,
    quantity: count,
    index: count,
    coupon: text,
    sku: text,
    url,
    image: url,
    availability: fc.constantFrom(...AVAILABILITIES)
  },
  { requiredKeys: ['itemId'] }
) as fc.Arbitrary<EventItem>

const page = fc.record(
  { url, type: fc.constantFrom(...PAGE_TYPES), referrer: url, title: text },
  { requiredKeys: ['url', 'type'] }
) as fc.Arbitrary<Page>

const ref = fc
  .record(
    {
      placement: text,
      campaign: text,
      variant: text,
      resultId: text,
      position: count,
      holdout: fc.boolean()
    },
    optional
  )
  .filter(value => Object.keys(value).length > 0) as fc.Arbitrary<Ref>

const data = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,20}$/), fc.oneof(text, fc.integer(), fc.boolean()), {
  minKeys: 1,
  maxKeys: 30,
  noNullPrototype: true
})

const body = fc.record(
  {
    type: fc.constantFrom(...EVENT_TYPES.filter(type => type !== 'custom')),
    heard: fc.record({ adapter: text, confidence: fc.constantFrom(0, 0.5, 1) }),
    page,
    items: fc.array(item, { maxLength: 4 }),
    currency: fc.constantFrom('GBP', 'JPY', 'KWD', 'CLF'),
    value: minor,
    tax: minor,
    shipping: minor,
    transactionId: text,
    coupon: text,
    searchTerm: text,
    listId: text,
    listName: text,
    ref,
    data
  },
  { requiredKeys: ['type', 'currency'] }
)

const moment = fc.record({
  at: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
  seq: fc.integer({ min: 0, max: MAX_SEQ })
})

/** Twelve lower-case hex digits. */
export const arbitraryTab = fc.stringMatching(/^[0-9a-f]{12}$/)

/** Events of one tab, in any order, each of them valid. */
export const arbitraryEvents: fc.Arbitrary<readonly ShopEvent[]> = fc
  .tuple(arbitraryTab, fc.array(fc.tuple(moment, body), { minLength: 1, maxLength: 6 }))
  .map(([tab, list]) =>
    list.map(
      ([{ at, seq }, rest]) => ({ id: eventId({ at, tab, seq }), at, source: 'web', ...rest }) as ShopEvent
    )
  )
