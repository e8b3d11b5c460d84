/** Jobs that are done beside other jobs, so that a training of minutes holds up no mail. */
export interface Lane {
  readonly kinds: readonly string[]
  /** How many at once. */
  readonly width: number
  /** Whoever died is relieved after this long; whoever lives says so three times in it. */
  readonly leaseMs: number
  /** When a job that failed for the `tries`th time is tried again; never when `undefined`. */
  retryAfterMs(tries: number): number | undefined
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** A training of a large shop takes minutes; what fails five times will fail for ever. */
const TRAINING: Lane = {
  kinds: ['train'],
  width: 1,
  leaseMs: 15 * MINUTE_MS,
  retryAfterMs: tries => (tries < 5 ? 10 * SECOND_MS * 2 ** (tries - 1) : undefined)
}

/** Deciding who is told: a transaction each, and never behind a mail server that does not answer. */
const CLAIMING: Lane = {
  kinds: ['restock-claim', 'restock-tidy'],
  width: 1,
  leaseMs: 10 * SECOND_MS,
  retryAfterMs: tries => (tries < MAIL_TRIES ? mailWaitMs(tries) : undefined)
}

/** Mails: a mail server that is down for a night costs nobody their place. */
const MAILING: Lane = {
  kinds: ['restock-mail', 'restock-send'],
  width: 4,
  leaseMs: 10 * SECOND_MS,
  retryAfterMs: tries => (tries < MAIL_TRIES ? mailWaitMs(tries) : undefined)
}

/** The lanes of the API. */
export const LANES: readonly Lane[] = [TRAINING, CLAIMING, MAILING]

/** With the waits below some 26 hours. */
export const MAIL_TRIES = 60

/** From five seconds, which forgives a dropped connection, doubling to half an hour, which a greylist is long past. */
function mailWaitMs(tries: number): number {
  return Math.min(5 * SECOND_MS * 2 ** (tries - 1), 30 * MINUTE_MS)
}
