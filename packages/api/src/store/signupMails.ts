import { createHash, randomUUID } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import { addJob } from './jobs.ts'
import { type Sql, text, whole } from './sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Nobody can be sent more mails in a day by someone who only knows the address; what is more waits for the next day. */
const MAILS_A_DAY = 6
/** A mail that did not come may be asked for again; a second press of the button is no wish for a second mail. */
export const AGAIN_AFTER_MS = 10 * 60 * 1000
/** Mails for later: so many days of them, and a mailbox that strangers have written to is not written to for weeks. */
const MOST_AHEAD_MS = 3 * DAY_MS
/** How long a mailbox is left alone that unsubscribed from what it had not confirmed. */
const LEFT_ALONE_MS = 30 * DAY_MS
/** Beside its wishes' ids a mailbox has one mark under this word. */
const LEFT_ALONE = 'left alone'

/** A mail of a signup that is about to be planned: whose mailbox, about what. */
export interface SignupMail {
  readonly mailbox: string
  readonly item: string
  readonly now: EpochMs
}

/**
 * When a mailbox may be sent another mail: now, or when the sixth of the last ones is a day old and the last about the same
 * variant ten minutes.
 *
 * @returns `undefined` when it is to be left alone, or so many mails wait for it that this one's would come in three days.
 */
export async function mailMoment(
  sql: Sql,
  shop: string,
  { mailbox, item, now }: SignupMail
): Promise<EpochMs | undefined> {
  if (await isLeftAlone(sql, shop, mailbox, now)) return undefined
  // A left join, since whoever withdrew a wish altogether still had its mail.
  const rows = await sql.all(
    `SELECT a.at, w.item FROM waitlist_ask a LEFT JOIN waitlist w ON w.shop = a.shop AND w.id = a.entry
     WHERE a.shop = $1 AND a.mailbox = $2 AND a.mails = 1 AND a.at > $3 ORDER BY a.at DESC`,
    [shop, mailbox, now - DAY_MS]
  )
  const [sixth, same] = [rows[MAILS_A_DAY - 1], rows.find(row => row['item'] === item)]
  const at = Math.max(
    now,
    sixth ? whole(sixth, 'at') + DAY_MS : now,
    same ? whole(same, 'at') + AGAIN_AFTER_MS : now
  )
  return at - now > MOST_AHEAD_MS ? undefined : at
}

/** Whether a mailbox was, or is about to be, sent a mail about this variant within a day. */
export async function wasMailed(
  sql: Sql,
  shop: string,
  { mailbox, item, now }: SignupMail
): Promise<boolean> {
  const rows = await sql.all(
    `SELECT a.id FROM waitlist_ask a JOIN waitlist w ON w.shop = a.shop AND w.id = a.entry
     WHERE a.shop = $1 AND a.mailbox = $2 AND a.mails = 1 AND a.at > $3 AND w.item = $4 LIMIT 1`,
    [shop, mailbox, now - DAY_MS, item]
  )
  return rows.length > 0
}

/** A wish's mail: planned for a moment, and known by when it was asked for. */
export interface PlannedMail {
  readonly mailbox: string
  readonly entry: string
  readonly asked: EpochMs
  readonly at: EpochMs
}

/** Plans the mail of a signup and counts it for its mailbox, within a transaction. */
export async function planSignupMail(
  sql: Sql,
  shop: string,
  { mailbox, entry, asked, at }: PlannedMail
): Promise<void> {
  const id = signupMailId(entry, asked)
  await addJob(sql, { shop, id, kind: 'restock-mail', subject: entry, runAt: at }, asked)
  await sql.run(
    'INSERT INTO waitlist_ask (shop, mailbox, id, entry, at, mails) VALUES ($1, $2, $3, $4, $5, 1)',
    [shop, mailbox, randomUUID(), entry, at]
  )
}

/** Whether the mail of a wish that was asked for then has yet to leave. */
export async function isMailWaiting(sql: Sql, shop: string, entry: string, asked: EpochMs): Promise<boolean> {
  const [row] = await sql.all('SELECT state FROM job WHERE shop = $1 AND id = $2', [
    ...[shop, signupMailId(entry, asked)]
  ])
  return row?.['state'] === 'waiting' || row?.['state'] === 'running'
}

/** Leaves a mailbox alone for thirty days; all that is kept of it is its hash. @returns The wishes it was asked about of late. */
export async function leaveAlone(
  sql: Sql,
  shop: string,
  mailbox: string,
  now: EpochMs
): Promise<readonly string[]> {
  await sql.run(
    `INSERT INTO waitlist_ask (shop, mailbox, id, entry, at, mails) VALUES ($1, $2, $3, $3, $4, 0)
     ON CONFLICT (shop, mailbox, id) DO UPDATE SET at = excluded.at`,
    [shop, mailbox, LEFT_ALONE, now + LEFT_ALONE_MS]
  )
  const rows = await sql.all(
    'SELECT DISTINCT entry FROM waitlist_ask WHERE shop = $1 AND mailbox = $2 AND mails = 1',
    [shop, mailbox]
  )
  return rows.map(row => text(row, 'entry'))
}

async function isLeftAlone(sql: Sql, shop: string, mailbox: string, now: EpochMs): Promise<boolean> {
  const rows = await sql.all(
    'SELECT at FROM waitlist_ask WHERE shop = $1 AND mailbox = $2 AND id = $3 AND at > $4',
    [shop, mailbox, LEFT_ALONE, now]
  )
  return rows.length > 0
}

/** A wish's own id would stand in the log with it. */
function signupMailId(entry: string, asked: EpochMs): string {
  return `restock-mail:${createHash('sha256').update(`${entry} ${asked}`).digest('hex').slice(0, 32)}`
}
