import { randomUUID } from 'node:crypto'
import type { Availability, EpochMs } from '@vitrine/protocol'
import type { Stock } from '../restock/peopleToTell.ts'
import { addJob } from './jobs.ts'
import { type Sql, type SqlRow, text, textOrNone, whole } from './sql.ts'

/**
 * Where a wish stands. `pending`: its mailbox has not confirmed it. `confirmed`: in the queue. `claimed`: a unit is there
 * and the mail is on its way. `notified`: told. The others are over and hold no address.
 */
export type WishState =
  | 'pending'
  | 'confirmed'
  | 'claimed'
  | 'notified'
  | 'bounced'
  | 'unsubscribed'
  | 'expired'

/** Somebody who wants to be told when a variant can be bought again. */
export interface Wish {
  readonly id: string
  readonly item: string
  /** Absent once it is not needed any more. */
  readonly email?: string
  readonly state: WishState
  readonly asked: EpochMs
  /** Until then it is kept. */
  readonly until: EpochMs
  /** When it was confirmed: its place in the queue. */
  readonly place?: EpochMs
  readonly told?: EpochMs
  /** Until then a unit is thought of as theirs. */
  readonly holdUntil?: EpochMs
  /** How many times a unit was set aside for it. */
  readonly round: number
  /** When a mail was begun of which it is not known whether it was taken. */
  readonly attempt?: EpochMs
  /** Mails sent again though the one before may have been taken. */
  readonly doubts: number
  readonly marketing: boolean
  /** What they agreed to, as it stood beside the button. */
  readonly consent?: string
  /** Where it was asked for. */
  readonly page?: string
  readonly locale?: string
}

/** A wish that is over is counted for a month and then removed. */
const COUNTED_FOR_MS = 30 * 24 * 60 * 60 * 1000

/** A row as a wish. */
export function parseWish(row: SqlRow): Wish {
  const [email, locale] = [textOrNone(row, 'email'), textOrNone(row, 'locale')]
  const [consent, page] = [textOrNone(row, 'consent'), textOrNone(row, 'page')]
  const [place, told, holdUntil, attempt] = [row['place'], row['told'], row['hold_until'], row['attempt']]
  return {
    id: text(row, 'id'),
    item: text(row, 'item'),
    ...(email !== undefined && { email }),
    state: text(row, 'state') as WishState,
    asked: whole(row, 'asked'),
    until: whole(row, 'until'),
    ...(typeof place === 'number' && { place }),
    ...(typeof told === 'number' && { told }),
    ...(typeof holdUntil === 'number' && { holdUntil }),
    round: whole(row, 'round'),
    ...(typeof attempt === 'number' && { attempt }),
    doubts: whole(row, 'doubts'),
    marketing: row['marketing'] === 1,
    ...(consent !== undefined && { consent }),
    ...(page !== undefined && { page }),
    ...(locale !== undefined && { locale })
  }
}

/** A wish by its id. */
export async function wishOf(sql: Sql, shop: string, id: string): Promise<Wish | undefined> {
  const [row] = await sql.all('SELECT * FROM waitlist WHERE shop = $1 AND id = $2', [shop, id])
  return row && parseWish(row)
}

/** Ends a wish: what is left is one to count. Its links keep working until it is removed. */
export async function endWish(
  sql: Sql,
  shop: string,
  id: string,
  { state, now }: { readonly state: WishState; readonly now: EpochMs }
): Promise<void> {
  await sql.run(
    // By its own id a row keeps apart from all others where the address did.
    `UPDATE waitlist SET state = $3, until = $4, person = id, email = NULL, consent = NULL, locale = NULL, page = NULL,
       marketing = 0, attempt = NULL WHERE shop = $1 AND id = $2`,
    [shop, id, state, now + COUNTED_FOR_MS]
  )
}

/**
 * Asks, within a transaction, that it be decided who is told of a variant: now, a job each time, since one that runs may
 * have looked already; or at a later moment, one job however often it is asked for.
 */
export function askForClaim(sql: Sql, shop: string, item: string, now: EpochMs, at?: EpochMs): Promise<void> {
  const key = at === undefined ? randomUUID() : `${at}:${item}`
  const job = { shop, id: `restock-claim:${key}`, kind: 'restock-claim', subject: item, runAt: at ?? now }
  return addJob(sql, job, now)
}

/** What the catalogue says now. */
export async function stockOf(sql: Sql, shop: string, item: string): Promise<Stock | undefined> {
  const [row] = await sql.all(
    'SELECT availability, quantity, gone FROM catalog_item WHERE shop = $1 AND id = $2',
    [shop, item]
  )
  if (!row) return undefined
  const quantity = row['quantity']
  return {
    availability: text(row, 'availability') as Availability,
    ...(typeof quantity === 'number' && { quantity }),
    gone: row['gone'] === 1
  }
}
