import { randomUUID } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import { peopleToTell } from '../restock/peopleToTell.ts'
import type { Policy } from '../restock/policyOf.ts'
import { addJob } from './jobs.ts'
import { isAwaited } from './restocked.ts'
import { type Sql, type SqlDatabase, text, whole } from './sql.ts'
import { askForClaim, endWish, stockOf, type Wish, wishOf } from './waitlistRows.ts'
import { CONFIRM_FOR_MS } from './waitlistSignups.ts'

/** A wish at one round: what a unit was set aside for. */
export interface Turn {
  readonly shop: string
  readonly id: string
  readonly round: number
}

/** Who may be written to now, by which policy. */
export interface SendTerms {
  readonly policy: Policy
  readonly now: EpochMs
  /** Hash of the token with which this mail's reader can leave. */
  readonly leaveHash: string
}

/** The part of the waiting list that jobs work through. Each step is one transaction. */
export interface Sends {
  /** Sets the units that are there aside, a job for each person to be told. @returns How many people. */
  claim(shop: string, item: string, policy: Policy, now: EpochMs): Promise<number>
  /**
   * Begins to tell somebody, after another look at the stock: the wish, with a mark that a mail is on its way; `out` when
   * nothing is left, and they are back in the queue at their place; `over` when there is nobody to tell any more.
   */
  begin(turn: Turn, terms: SendTerms): Promise<Wish | 'out' | 'over'>
  /** They were told; a unit is theirs until `holdUntil`. */
  told(turn: Turn, now: EpochMs, holdUntil: EpochMs): Promise<void>
  /** The mail was surely not taken. */
  notTaken(turn: Turn): Promise<void>
  /** Nothing can be sent to them: the unit goes to the next. */
  bounced(turn: Turn, now: EpochMs): Promise<void>
  /** Keeps the tokens of a mail about a signup. */
  addTokens(
    shop: string,
    id: string,
    hashes: { confirm?: string; leave: string },
    now: EpochMs
  ): Promise<void>
}

/** Sends in tables. */
export function sqlSends(database: SqlDatabase): Sends {
  return {
    claim: (shop, item, policy, now) => database.transaction(sql => claim(sql, shop, item, policy, now)),
    begin: (turn, terms) => database.transaction(sql => begin(sql, turn, terms)),
    async told({ shop, id, round }, now, holdUntil) {
      await database.run(
        `UPDATE waitlist SET state = 'notified', told = $4, hold_until = $5, attempt = NULL
         WHERE shop = $1 AND id = $2 AND round = $3 AND state = 'claimed'`,
        [shop, id, round, now, holdUntil]
      )
    },
    async notTaken({ shop, id, round }) {
      await database.run('UPDATE waitlist SET attempt = NULL WHERE shop = $1 AND id = $2 AND round = $3', [
        shop,
        id,
        round
      ])
    },
    bounced: (turn, now) =>
      database.transaction(async sql => {
        const wish = await atTurn(sql, turn)
        if (!wish) return
        await endWish(sql, turn.shop, turn.id, { state: 'bounced', now })
        await askForClaim(sql, turn.shop, wish.item, now)
      }),
    addTokens: (shop, id, { confirm, leave }, now) =>
      database.transaction(async sql => {
        await addToken(sql, { shop, id, hash: leave, purpose: 'leave', until: now })
        if (confirm === undefined) return
        const until = now + CONFIRM_FOR_MS
        await addToken(sql, { shop, id, hash: confirm, purpose: 'confirm', until })
        // The mail may have waited for its server: from now on there are three days to confirm.
        await sql.run(`UPDATE waitlist SET until = $3 WHERE shop = $1 AND id = $2 AND state = 'pending'`, [
          shop,
          id,
          until
        ])
      })
  }
}

async function claim(sql: Sql, shop: string, item: string, policy: Policy, now: EpochMs): Promise<number> {
  const stock = await stockOf(sql, shop, item)
  const promised = await promisedOf(sql, shop, item, now)
  const free = peopleToTell(stock, promised, policy)
  const next = await sql.all(
    `SELECT id, round FROM waitlist WHERE shop = $1 AND state = 'confirmed' AND item = $2 AND until > $3
     ORDER BY place ${policy.order === 'newest' ? 'DESC' : 'ASC'}, id LIMIT $4`,
    [shop, item, now, free]
  )
  let people = 0
  for (const [at, row] of next.entries()) {
    const [id, round] = [text(row, 'id'), whole(row, 'round') + 1]
    const isTaken = await sql.run(
      `UPDATE waitlist SET state = 'claimed', claimed = $3, round = $4, attempt = NULL
       WHERE shop = $1 AND id = $2 AND state = 'confirmed' AND round = $4 - 1`,
      [shop, id, now, round]
    )
    // Left since, or taken by another process, where an engine lets one in between.
    if (isTaken === 0) continue
    people++
    // Jobs of one moment are done by id; the wish's own id would stand in the log.
    const order = `${now}-${String(at).padStart(5, '0')}-${randomUUID()}`
    const job = { id: `restock-send:${order}`, kind: 'restock-send', subject: `${id}/${round}`, runAt: now }
    await addJob(sql, { shop, ...job }, now)
  }
  await planNextClaim(sql, shop, item, { now, holdMs: policy.holdMs })
  return people
}

/** Whoever is left waits for the end of a hold, if there is one; without stock they wait for the next delivery. */
async function planNextClaim(
  sql: Sql,
  shop: string,
  item: string,
  { now, holdMs }: { readonly now: EpochMs; readonly holdMs: number }
): Promise<void> {
  if (!(await isAwaited(sql, shop, item))) return
  const [row] = await sql.all(
    `SELECT (SELECT MIN(hold_until) FROM waitlist WHERE shop = $1 AND item = $2 AND hold_until > $3) AS freed,
       (SELECT COUNT(*) FROM waitlist WHERE shop = $1 AND item = $2 AND state = 'claimed') AS claimed`,
    [shop, item, now]
  )
  const freed = row?.['freed']
  if (typeof freed === 'number') await askForClaim(sql, shop, item, now, freed)
  else if (whole(row, 'claimed') > 0) await askForClaim(sql, shop, item, now, now + holdMs)
}

/** Units thought of as taken: set aside for a mail under way, or for somebody told within the hold. */
export function promisedOf(sql: Sql, shop: string, item: string, now: EpochMs): Promise<number> {
  return heldOf(sql, shop, item, { now, claimed: `state = 'claimed'` })
}

interface Held {
  readonly now: EpochMs
  /** Which wishes with a unit set aside count, beside those told within the hold. */
  readonly claimed: `state = 'claimed'${'' | ' AND attempt IS NOT NULL'}`
}

/** Two counts, each by its own index: one with OR would look at everybody who waits. */
async function heldOf(sql: Sql, shop: string, item: string, { now, claimed }: Held): Promise<number> {
  const [row] = await sql.all(
    `SELECT (SELECT COUNT(*) FROM waitlist WHERE shop = $1 AND item = $2 AND ${claimed})
       + (SELECT COUNT(*) FROM waitlist WHERE shop = $1 AND item = $2 AND hold_until > $3 AND NOT (${claimed})) AS n`,
    [shop, item, now]
  )
  return whole(row, 'n')
}

async function begin(
  sql: Sql,
  turn: Turn,
  { policy, now, leaveHash }: SendTerms
): Promise<Wish | 'out' | 'over'> {
  const { shop, id } = turn
  const wish = await atTurn(sql, turn)
  if (!wish) return 'over'
  const isLeft = peopleToTell(
    await stockOf(sql, shop, wish.item),
    await aheadOf(sql, shop, wish, now),
    policy
  )
  // Whoever may have been told already is told again all the same, now or when more comes: better twice than never.
  const doubts = wish.doubts + (wish.attempt === undefined ? 0 : 1)
  if (isLeft === 0) {
    await sql.run(
      `UPDATE waitlist SET state = 'confirmed', claimed = NULL, attempt = NULL, doubts = $3
       WHERE shop = $1 AND id = $2`,
      [shop, id, doubts]
    )
    await planNextClaim(sql, shop, wish.item, { now, holdMs: policy.holdMs })
    return 'out'
  }
  await sql.run('UPDATE waitlist SET attempt = $3, doubts = $4 WHERE shop = $1 AND id = $2', [
    ...[shop, id, now, doubts]
  ])
  await addToken(sql, { shop, id, hash: leaveHash, purpose: 'leave', until: now })
  return { ...wish, attempt: now, doubts }
}

/** The wish, as long as the unit is set aside for it in this round. */
async function atTurn(sql: Sql, { shop, id, round }: Turn): Promise<Wish | undefined> {
  const wish = await wishOf(sql, shop, id)
  return wish?.state === 'claimed' && wish.round === round ? wish : undefined
}

/** People told within the hold, and mails that may have been taken: they come before a mail not begun. */
async function aheadOf(sql: Sql, shop: string, wish: Wish, now: EpochMs): Promise<number> {
  const held = await heldOf(sql, shop, wish.item, {
    now,
    claimed: `state = 'claimed' AND attempt IS NOT NULL`
  })
  const isOneOfThem = wish.attempt !== undefined || (wish.holdUntil !== undefined && wish.holdUntil > now)
  return isOneOfThem ? held - 1 : held
}

interface NewToken {
  readonly shop: string
  readonly id: string
  readonly hash: string
  readonly purpose: 'confirm' | 'leave'
  readonly until: EpochMs
}

async function addToken(sql: Sql, { shop, id, hash, purpose, until }: NewToken): Promise<void> {
  await sql.run(
    'INSERT INTO waitlist_token (shop, hash, entry, purpose, until) VALUES ($1, $2, $3, $4, $5)',
    [shop, hash, id, purpose, until]
  )
}
