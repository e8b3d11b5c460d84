/** Jobs that are done beside other jobs, so that a training of minutes holds up no mail. */
export interface Lane {
  readonly kinds: readonly string[]
  /** How many at once. */
  readonly width: number
  /** Whoever died is relieved after this long; whoever lives says so three times in it. */
  readonly leaseMs: number
  /** How long a process that ends waits for what is under way. */
  readonly patienceMs: number
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
  // It would take minutes, and loses nothing: the next process trains again.
  patienceMs: 5 * SECOND_MS,
  retryAfterMs: tries => (tries < 5 ? 10 * SECOND_MS * 2 ** (tries - 1) : undefined)
}

/** What all lanes of the waiting list share. */
const OF_THE_LIST = {
  // Far longer than a statement waits for the disk or a laptop's lid takes to be opened: whoever is relieved while alive
  // sends a mail a second time.
  leaseMs: MINUTE_MS,
  // Longer than a mail takes; a mail cut off after it was handed over is sent again by the next process.
  patienceMs: 30 * SECOND_MS,
  retryAfterMs: (tries: number) => (tries < MAIL_TRIES ? mailWaitMs(tries) : undefined)
}

/** Deciding who is told: a transaction each, and never behind a mail server that does not answer. */
const CLAIMING: Lane = { kinds: ['restock-claim', 'restock-tidy'], width: 1, ...OF_THE_LIST }

/** Somebody looks into their mailbox for the link to confirm: not behind thousands who are told that something is back. */
const ANSWERING: Lane = { kinds: ['restock-mail'], width: 2, ...OF_THE_LIST }

/** Telling: a mail server that is down for a night costs nobody their place. */
const TELLING: Lane = { kinds: ['restock-send'], width: 4, ...OF_THE_LIST }

/** The lanes of the API. */
export const LANES: readonly Lane[] = [TRAINING, CLAIMING, ANSWERING, TELLING]

/** With the waits below some 26 hours. */
export const MAIL_TRIES = 60

/** From five seconds, which forgives a dropped connection, doubling to half an hour, which a greylist is long past. */
function mailWaitMs(tries: number): number {
  return Math.min(5 * SECOND_MS * 2 ** (tries - 1), 30 * MINUTE_MS)
}
