import type { EpochMs } from '@vitrine/protocol'
import type { Metrics } from '../http/openMetrics.ts'
import { MAIL_TRIES } from '../jobs/lanes.ts'
import type { Handler } from '../jobs/openWorker.ts'
import { RetryError } from '../jobs/RetryError.ts'
import type { Delivery } from '../mail/mailer.ts'
import type { Shops } from '../shops/openShops.ts'
import type { Job } from '../store/jobs.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { Wish } from '../store/waitlistRows.ts'
import type { Turn } from '../store/waitlistSends.ts'
import { linkOf, type MailSettings, post, type Scene, sceneOf } from './openPost.ts'
import { policyOf } from './policyOf.ts'
import { hashOfToken, newToken } from './tokens.ts'

/** What the jobs of the waiting list work with. */
export interface RestockParts {
  readonly store: Store
  readonly shops: Shops
  readonly mail: MailSettings
  readonly now: () => EpochMs
  readonly metrics: Metrics
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A mail that lies in a folder holds an address; a month is long enough for whoever picks mails up there. */
const MAILS_KEPT_MS = 30 * DAY_MS

/** Copies of one mail that may all have arrived: whoever has not seen any of three will not see a fourth. */
const COPIES_IN_DOUBT = 2

/**
 * Waits after a no for ever that is not about the address. Some such servers think better of it within the hour; else only
 * the merchant can help, and each try makes the sender look worse.
 */
const NO_FOR_EVER_MS: readonly number[] = [1, 4, 16, 64].map(minutes => minutes * MINUTE_MS)

/** The jobs of the waiting list, by kind. */
export function restockHandlers(parts: RestockParts): Readonly<Record<string, Handler>> {
  const { store, now, mail } = parts
  return {
    'restock-claim': async job => ({
      people: await store.waitlist.claim(job.shop, subjectOf(job), await policyFor(store, job.shop), now())
    }),
    'restock-tidy': async job => {
      const tidied = await store.waitlist.tidy(job.shop, (await policyFor(store, job.shop)).holdMs, now())
      return { ...tidied, swept: (await mail.mailer.sweep?.(now() - MAILS_KEPT_MS)) ?? 0 }
    },
    'restock-mail': job => answerSignup(parts, job),
    'restock-send': job => tellOne(parts, job)
  }
}

/** Makes sure that the waiting list is tidied once an hour; the hour is in the job's id, so it is made once. */
export async function planTidying(store: Store, shop: string, now: EpochMs): Promise<void> {
  const hour = Math.floor(now / 3_600_000) + 1
  await store.jobs.add(
    { shop, id: `restock-tidy:${hour}`, kind: 'restock-tidy', runAt: hour * 3_600_000 },
    now
  )
}

/** Asks a mailbox to confirm a new wish, or tells whoever is in the queue that they are. */
async function answerSignup(parts: RestockParts, job: Job): Promise<string> {
  const { store, now, mail } = parts
  const wish = await store.waitlist.find(job.shop, subjectOf(job))
  // Whoever was told in the meantime knows more than this mail would say.
  if (wish?.email === undefined || wish.state === 'notified') return 'over'
  const shop = await shopOf(parts, job.shop)
  const scene = await sceneOf(store, shop, wish)
  const [confirmToken, leaveToken] = [newToken(), newToken()]
  const isPending = wish.state === 'pending'
  const hashes = {
    leave: hashOfToken(leaveToken),
    ...(isPending && { confirm: hashOfToken(confirmToken) })
  }
  await store.waitlist.addTokens(shop.id, wish.id, hashes, now())
  const url = isPending ? linkOf(mail.publicUrl(), 'confirm', shop.id, confirmToken) : scene.productUrl
  const kind = isPending ? 'confirm' : 'known'
  const delivery = await post(mail, shop.id, scene, {
    ...{ kind, leaveToken, to: wish.email, at: now(), id: `${kind}-${wish.id}-${job.created}` },
    ...(url !== undefined && { url })
  })
  count(parts, kind, delivery)
  // Whoever cannot be written to never confirms: the wish goes by itself. What may have been taken is not sent again:
  // a server that takes mails and cuts the line would be handed copies without end, and the shopper can ask again.
  if (delivery.outcome !== 'later') return delivery.outcome
  throw laterOf(delivery, job)
}

/** Tells one person that a variant is back: looks at the stock, marks the attempt, sends, and notes what became of it. */
async function tellOne(parts: RestockParts, job: Job): Promise<string> {
  const { store, now } = parts
  const [id = '', round] = subjectOf(job).split('/')
  const turn = { shop: job.shop, id, round: Number(round) }
  const known = await store.waitlist.find(job.shop, id)
  if (!known) return 'over'
  const shop = await shopOf(parts, job.shop)
  const scene = await sceneOf(store, shop, known)
  const { policy } = scene
  const leaveToken = newToken()
  // From here on to the mail server nothing may fail, or an attempt would be counted that never was.
  const wish = await store.waitlist.begin(turn, { policy, now: now(), leaveHash: hashOfToken(leaveToken) })
  if (wish === 'out' || wish === 'over') return wish
  const delivery = await sendBack(parts, shop, { wish, scene, leaveToken })
  count(parts, 'back', delivery)
  return settle(parts, { job, turn, wish, delivery, holdMs: policy.holdMs })
}

interface Back {
  readonly wish: Wish
  readonly scene: Scene
  readonly leaveToken: string
}

function sendBack(
  { mail, now }: RestockParts,
  shop: Shop,
  { wish, scene, leaveToken }: Back
): Promise<Delivery> {
  return post(mail, shop.id, scene, {
    ...{ kind: 'back', leaveToken, to: wish.email ?? '', at: now(), id: `back-${wish.id}-${wish.round}` },
    ...(scene.productUrl !== undefined && { url: scene.productUrl })
  })
}

interface Outcome {
  readonly job: Job
  readonly turn: Turn
  readonly wish: Wish
  readonly delivery: Delivery
  readonly holdMs: number
}

/** @throws {Error} When it is to be tried again; what is not known to have been taken keeps its mark. */
async function settle(
  { store, now }: RestockParts,
  { job, turn, wish, delivery, holdMs }: Outcome
): Promise<string> {
  const isTold = delivery.outcome === 'unknown' && wish.doubts >= COPIES_IN_DOUBT
  if (delivery.outcome === 'taken' || isTold) {
    await store.waitlist.told(turn, now(), now() + holdMs)
    return isTold ? 'told, in doubt' : 'told'
  }
  const isAboutThem = delivery.outcome === 'later' && delivery.isOfAddress === true
  if (delivery.outcome === 'refused' || (job.tries >= MAIL_TRIES && isAboutThem)) {
    await store.waitlist.bounced(turn, now())
    return 'bounced'
  }
  if (delivery.outcome === 'later') await store.waitlist.notTaken(turn)
  throw laterOf(delivery, job)
}

/** When a mail that was not taken is tried again: by its lane, unless its server said no for ever. */
function laterOf(delivery: Exclude<Delivery, { outcome: 'taken' }>, { tries }: Job): Error {
  const { outcome, problem } = delivery
  if (outcome !== 'later' || !delivery.isForEver) return new Error(problem)
  return new RetryError(problem, NO_FOR_EVER_MS[tries - 1])
}

function count({ metrics }: RestockParts, kind: string, { outcome }: Delivery): void {
  metrics.count('mails_total', { kind, outcome })
}

async function policyFor(store: Store, shop: string) {
  return policyOf((await store.configs.current(shop))?.config.restock)
}

async function shopOf({ shops }: RestockParts, id: string): Promise<Shop> {
  const shop = await shops.byId(id)
  if (!shop) throw new Error(`no shop ${id}`)
  return shop
}

/** @throws {TypeError} When a job does not say what it is about: a bug. */
function subjectOf({ id, subject }: Job): string {
  if (subject === undefined) throw new TypeError(`${id} has no subject`)
  return subject
}
