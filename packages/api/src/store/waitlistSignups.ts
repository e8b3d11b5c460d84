import { createHash, randomUUID } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import { mailboxOf, personOf } from '../restock/tokens.ts'
import {
  AGAIN_AFTER_MS,
  isMailWaiting,
  leaveAlone,
  mailMoment,
  planSignupMail,
  wasMailed
} from './signupMails.ts'
import { type Sql, type SqlDatabase, text, whole } from './sql.ts'
import { askForClaim, endWish, parseWish, type Wish, wishOf } from './waitlistRows.ts'

/** A wish as it is asked for. */
export interface Signup {
  readonly item: string
  readonly email: string
  readonly consent: string
  readonly marketing: boolean
  readonly locale?: string
  readonly page?: string
}

/** What a link in a mail is for. */
export type Purpose = 'confirm' | 'leave'

/** A token that was sent, with its wish. */
export interface TokenOf {
  readonly purpose: Purpose
  readonly until: EpochMs
  readonly wish: Wish
}

/** The part of the waiting list that shoppers reach. */
export interface Signups {
  /**
   * Notes a wish and the mail that asks its mailbox to confirm it, both or neither; a mailbox that had its mails of the day
   * gets it later. Signing up again to the same words renews the wish and never doubles it; to other words it is a wish of
   * its own until one of their links is pressed, so that nobody changes what another's link agrees to.
   */
  signUp(shop: string, signup: Signup, now: EpochMs): Promise<void>
  byToken(shop: string, hash: string): Promise<TokenOf | undefined>
  /** Puts a pending wish into the queue until `now + keepMs`, or what it agrees to into the wish that is there; any other stays as it is. */
  confirm(shop: string, id: string, now: EpochMs, keepMs: number): Promise<void>
  /**
   * Ends a wish; a unit set aside for it goes to the next. Who leaves what was never confirmed is not written to for thirty
   * days, whoever asks for it.
   */
  leave(shop: string, id: string, now: EpochMs): Promise<void>
  /** Removes every wish of an address, and what is kept beside it. @returns How many. */
  erase(shop: string, email: string, now: EpochMs): Promise<number>
}

/** An unconfirmed wish is kept as long as its link holds, from the last mail on. */
export const CONFIRM_FOR_MS = 3 * 24 * 60 * 60 * 1000

/** Signups in tables. */
export function sqlSignups(database: SqlDatabase): Signups {
  return {
    signUp: (shop, signup, now) => database.transaction(sql => signUp(sql, shop, signup, now)),
    async byToken(shop, hash) {
      const [row] = await database.all('SELECT * FROM waitlist_token WHERE shop = $1 AND hash = $2', [
        shop,
        hash
      ])
      const wish = row && (await wishOf(database, shop, text(row, 'entry')))
      return wish && { purpose: text(row, 'purpose') as Purpose, until: whole(row, 'until'), wish }
    },
    confirm: (shop, id, now, keepMs) =>
      database.transaction(sql => confirm(sql, shop, id, { now, until: now + keepMs })),
    leave: (shop, id, now) => database.transaction(sql => leave(sql, shop, id, now)),
    erase: (shop, email, now) => database.transaction(sql => erase(sql, shop, email, now))
  }
}

async function signUp(sql: Sql, shop: string, signup: Signup, now: EpochMs): Promise<void> {
  const { item, email } = signup
  const about = { mailbox: mailboxOf(email), item, now }
  const queued = await wishFor(sql, shop, item, personOf(email))
  const isInQueue = queued?.state === 'confirmed' || queued?.state === 'claimed'
  // Whoever is in the queue is told so once a day.
  if (isInQueue && (await wasMailed(sql, shop, about))) return
  const at = await mailMoment(sql, shop, about)
  if (at === undefined) return
  const mail = { mailbox: about.mailbox, asked: now, at }
  if (isInQueue) {
    if (at === now) await planSignupMail(sql, shop, { ...mail, entry: queued.id })
    return
  }
  const known = await wishFor(sql, shop, item, agreementOf(signup))
  if (known && (await isMailOnItsWay(sql, shop, known, now))) return
  const entry = known?.id ?? randomUUID()
  await putPending(sql, shop, entry, signup, { now, until: at + CONFIRM_FOR_MS })
  await planSignupMail(sql, shop, { ...mail, entry })
}

/** Its mail waits for its moment or its server, or left so recently that it may not have been seen. */
async function isMailOnItsWay(sql: Sql, shop: string, { id, asked, until }: Wish, now: EpochMs) {
  return now - (until - CONFIRM_FOR_MS) < AGAIN_AFTER_MS || (await isMailWaiting(sql, shop, id, asked))
}

/** Until it is confirmed a wish is told from others by its address and by what was agreed to. */
function agreementOf({ email, consent, marketing }: Signup): string {
  return createHash('sha256')
    .update(JSON.stringify([personOf(email), consent, marketing]))
    .digest('hex')
}

async function wishFor(sql: Sql, shop: string, item: string, person: string): Promise<Wish | undefined> {
  const [row] = await sql.all('SELECT * FROM waitlist WHERE shop = $1 AND item = $2 AND person = $3', [
    ...[shop, item, person]
  ])
  return row && parseWish(row)
}

interface Span {
  readonly now: EpochMs
  readonly until: EpochMs
}

function putPending(sql: Sql, shop: string, id: string, signup: Signup, { now, until }: Span) {
  const { item, email, consent, marketing, locale, page } = signup
  return sql.run(
    // What is known of a wish stays: whoever asks again may be somebody else.
    `INSERT INTO waitlist (shop, id, item, person, email, state, asked, until, round, doubts, consent, marketing, locale, page)
     VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, 0, 0, $8, $9, $10, $11)
     ON CONFLICT (shop, id) DO UPDATE SET asked = excluded.asked, until = excluded.until`,
    [
      ...[shop, id, item, agreementOf(signup), email, now, until],
      ...[consent, marketing ? 1 : 0, locale ?? null, page ?? null]
    ]
  )
}

async function confirm(sql: Sql, shop: string, id: string, { now, until }: Span): Promise<void> {
  const wish = await wishOf(sql, shop, id)
  if (wish?.state !== 'pending' || wish.email === undefined) return
  const person = personOf(wish.email)
  const before = await wishFor(sql, shop, wish.item, person)
  if (before?.state === 'confirmed' || before?.state === 'claimed') return renew(sql, shop, wish, before.id)
  if (before && before.id !== id) {
    // They were told and ask again. What was promised then is still counted; the links of its mails now end this wish.
    await endWish(sql, shop, before.id, { state: before.state, now })
    await moveTokens(sql, shop, before.id, id)
  }
  await sql.run(
    `UPDATE waitlist SET state = 'confirmed', person = $5, place = $3, until = $4 WHERE shop = $1 AND id = $2`,
    [shop, id, now, until, person]
  )
  // It may have come back in the meantime.
  await askForClaim(sql, shop, wish.item, now)
}

/** What was agreed to last holds for the wish that is in the queue, which keeps its place. */
async function renew(sql: Sql, shop: string, wish: Wish, queued: string): Promise<void> {
  const { id, consent, marketing, locale, page } = wish
  await sql.run(
    'UPDATE waitlist SET consent = $3, marketing = $4, locale = $5, page = $6 WHERE shop = $1 AND id = $2',
    [shop, queued, consent ?? null, marketing ? 1 : 0, locale ?? null, page ?? null]
  )
  await moveTokens(sql, shop, id, queued)
  await sql.run('UPDATE waitlist_ask SET entry = $3 WHERE shop = $1 AND entry = $2', [shop, id, queued])
  await sql.run('DELETE FROM waitlist WHERE shop = $1 AND id = $2', [shop, id])
}

function moveTokens(sql: Sql, shop: string, from: string, to: string): Promise<number> {
  return sql.run('UPDATE waitlist_token SET entry = $3 WHERE shop = $1 AND entry = $2', [shop, from, to])
}

async function leave(sql: Sql, shop: string, id: string, now: EpochMs): Promise<void> {
  const wish = await wishOf(sql, shop, id)
  if (!wish || wish.email === undefined) return
  await endWish(sql, shop, id, { state: 'unsubscribed', now })
  if (wish.state === 'claimed') await askForClaim(sql, shop, wish.item, now)
  if (wish.state !== 'pending') return
  for (const other of await leaveAlone(sql, shop, mailboxOf(wish.email), now)) {
    const asked = await wishOf(sql, shop, other)
    if (asked?.state === 'pending') await endWish(sql, shop, other, { state: 'unsubscribed', now })
  }
}

async function erase(sql: Sql, shop: string, email: string, now: EpochMs): Promise<number> {
  const rows = await sql.all('SELECT id, item FROM waitlist WHERE shop = $1 AND LOWER(email) = $2', [
    ...[shop, email.toLowerCase()]
  ])
  for (const row of rows) {
    const id = [shop, text(row, 'id')]
    await sql.run('DELETE FROM waitlist_token WHERE shop = $1 AND entry = $2', id)
    await sql.run('DELETE FROM waitlist_ask WHERE shop = $1 AND entry = $2', id)
    await sql.run('DELETE FROM waitlist WHERE shop = $1 AND id = $2', id)
  }
  // What was set aside for them goes to the next.
  for (const item of new Set(rows.map(row => text(row, 'item')))) await askForClaim(sql, shop, item, now)
  return rows.length
}
