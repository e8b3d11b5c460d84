import type { Services } from '../services.ts'
import type { Shop } from '../store/shops.ts'
import { maskEmail } from './maskEmail.ts'
import { peopleToTell } from './peopleToTell.ts'
import { policyOf } from './policyOf.ts'

/** Rows of one answer. */
const MAX_WISHES = 500

/** The waiting list by variant: how many stand where, what is there for them, and what happens next. */
export async function queueReport({ store, now }: Services, shop: Shop) {
  const queues = await store.waitlist.queues(shop.id, now())
  const policy = policyOf((await store.configs.current(shop.id))?.config.restock)
  const items = await store.catalog.byIds(
    shop.id,
    queues.map(({ item }) => item)
  )
  return {
    variants: queues.map(({ item, stock, promised, counts, ...rest }) => ({
      itemId: item,
      title: items.get(item)?.title ?? item,
      ...(stock && !stock.gone && { availability: stock.availability }),
      ...(stock?.quantity !== undefined && { quantity: stock.quantity }),
      /** People who could be told now, beyond those to whom a unit is promised. */
      tellable: peopleToTell(stock, promised, policy),
      promised,
      counts,
      ...rest
    })),
    possibleDuplicates: queues.reduce((sum, { possibleDuplicates }) => sum + possibleDuplicates, 0),
    mail: await store.waitlist.troubles(shop.id)
  }
}

/** Who waits for a variant, in the order of the queue; no address in full. */
export async function queueWishes({ store }: Services, shop: Shop, item: string) {
  const wishes = await store.waitlist.wishes(shop.id, item, MAX_WISHES)
  return {
    itemId: item,
    people: wishes.map(({ email, state, asked, place, told, holdUntil, doubts, ...rest }) => ({
      ...(email !== undefined && { address: maskEmail(email) }),
      ...{ state, askedAt: asked, marketing: rest.marketing },
      ...(rest.consent !== undefined && { consent: rest.consent }),
      ...(rest.page !== undefined && { page: rest.page }),
      ...(place !== undefined && { confirmedAt: place }),
      ...(told !== undefined && { toldAt: told }),
      ...(holdUntil !== undefined && { holdUntil }),
      possibleDuplicates: doubts
    }))
  }
}
