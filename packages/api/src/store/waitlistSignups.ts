import { randomUUID } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import { addJob } from './jobs.ts'
import { type Sql, type SqlDatabase, text, whole } from './sql.ts'
import { askForClaim, endWish, parseWish, type Wish, wishOf } from './waitlistRows.ts'

/** A wish as it is asked for. */
export interface Signup {
  readonly item: string
  readonly email: string
  /** The address as it is compared, hashed. */
  readonly person: string
  /** The mailbox behind it, hashed: what is sent there is counted together. */
  readonly mailbox: string
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
   * Notes a wish and the mail that asks its mailbox to confirm it, both or neither. Signing up again renews it and never
   * doubles it. Whatever is known of the address, it takes the same steps and says nothing.
   */
  signUp(shop: string, signup: Signup, now: EpochMs): Promise<void>
  byToken(shop: string, hash: string): Promise<TokenOf | undefined>
  /** Puts a pending wish into the queue until `now + keepMs`; any other stays as it is. */
  confirm(shop: string, id: string, now: EpochMs, keepMs: number): Promise<void>
  /** Ends a wish; a unit set aside for it goes to the next. */
  leave(shop: string, id: string, now: EpochMs): Promise<void>
}

/** An unconfirmed wish is kept as long as its link holds, from the last mail on. */
export const CONFIRM_FOR_MS = 3 * 24 * 60 * 60 * 1000

const DAY_MS = 24 * 60 * 60 * 1000
/** Nobody waits for more things in a day; and nobody can be sent more mails by someone who only knows the address. */
const MAILS_A_DAY = 6
/** A second press of the button is no wish for a second mail; a mail that did not come may be asked for again. */
const AGAIN_AFTER_MS = 10 * 60 * 1000

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
      database.transaction(async sql => {
        const wish = await wishOf(sql, shop, id)
        if (wish?.state !== 'pending') return
        await sql.run(
          `UPDATE waitlist SET state = 'confirmed', place = $3, until = $4 WHERE shop = $1 AND id = $2`,
          [shop, id, now, now + keepMs]
        )
        // It may have come back in the meantime.
        await askForClaim(sql, shop, wish.item, now)
      }),
    leave: (shop, id, now) =>
      database.transaction(async sql => {
        const wish = await wishOf(sql, shop, id)
        if (!wish || wish.email === undefined) return
        await endWish(sql, shop, id, { state: 'unsubscribed', now })
        if (wish.state === 'claimed') await askForClaim(sql, shop, wish.item, now)
      })
  }
}

async function signUp(sql: Sql, shop: string, signup: Signup, now: EpochMs): Promise<void> {
  const [row] = await sql.all('SELECT * FROM waitlist WHERE shop = $1 AND item = $2 AND person = $3', [
    ...[shop, signup.item, signup.person]
  ])
  const known = row && parseWish(row)
  const id = known?.id ?? randomUUID()
  const mails = await mayMail(sql, shop, signup.mailbox, known, now)
  if (mails && (known === undefined || known.state === 'pending' || known.state === 'notified'))
    await putPending(sql, shop, id, signup, now)
  if (mails) {
    const job = { shop, id: `restock-mail:${randomUUID()}`, kind: 'restock-mail', subject: id, runAt: now }
    await addJob(sql, job, now)
  }
  await sql.run(
    'INSERT INTO waitlist_ask (shop, mailbox, id, entry, at, mails) VALUES ($1, $2, $3, $4, $5, $6)',
    [shop, signup.mailbox, randomUUID(), id, now, mails ? 1 : 0]
  )
}

/** A pending wish may be reminded of every ten minutes, one that is in the queue is told so once a day, a mailbox six times a day. */
async function mayMail(
  sql: Sql,
  shop: string,
  mailbox: string,
  known: Wish | undefined,
  now: EpochMs
): Promise<boolean> {
  const [row] = await sql.all(
    `SELECT COUNT(*) AS n, COALESCE(MAX(CASE WHEN entry = $4 THEN at ELSE 0 END), 0) AS last FROM waitlist_ask
     WHERE shop = $1 AND mailbox = $2 AND mails = 1 AND at > $3`,
    [shop, mailbox, now - DAY_MS, known?.id ?? '']
  )
  const isInQueue = known?.state === 'confirmed' || known?.state === 'claimed'
  const isAgain = now - whole(row, 'last') >= (isInQueue ? DAY_MS : AGAIN_AFTER_MS)
  return isAgain && whole(row, 'n') < MAILS_A_DAY
}

function putPending(sql: Sql, shop: string, id: string, signup: Signup, now: EpochMs): Promise<number> {
  const { item, email, person, consent, marketing, locale, page } = signup
  return sql.run(
    // A hold that still runs stays: the unit is promised whoever asks again.
    `INSERT INTO waitlist (shop, id, item, person, email, state, asked, until, round, doubts, consent, marketing, locale, page)
     VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, 0, 0, $8, $9, $10, $11)
     ON CONFLICT (shop, id) DO UPDATE SET email = excluded.email, state = 'pending', asked = excluded.asked,
       until = excluded.until, consent = excluded.consent, marketing = excluded.marketing, locale = excluded.locale,
       page = excluded.page`,
    [
      ...[shop, id, item, person, email, now, now + CONFIRM_FOR_MS],
      ...[consent, marketing ? 1 : 0, locale ?? null, page ?? null]
    ]
  )
}
