import { type EpochMs, mayPersonalise, type ShopEvent } from '@vitrine/protocol'
import type { Journal } from './journal.ts'
import { type Answer, post } from './post.ts'
import { HISTORY, rowsOf, UNSENT } from './rowsOf.ts'
import { halves, parked, replace, type Sealed, sealNext } from './seal.ts'
import type { Row } from './shelf.ts'
import type { Core } from './tracker.ts'

/** A batch refused for what it is (a wrong key, a wrong origin) is shown again when somebody may have mended that. */
const PARK_MS = 3_600_000
/** Rows read to fill one batch: enough for a burst, few enough to be quick after a day offline. */
const ROWS_READ = 60

/** What sending needs. */
export interface Sending {
  readonly core: Core
  readonly url: string
  readonly maySend: () => boolean
  readonly bodyOf: (batch: Omit<Sealed, 'key'>) => string
  /** A batch is on its way, or has been answered. */
  readonly onFlight: (batch: Sealed | undefined) => void
  /** The API has these. */
  readonly onSent: (events: readonly ShopEvent[]) => void
  /** So many are given up. */
  readonly drop: (reason: string, count: number) => void
}

/** How sending ended: nothing is left, another tab is sending, or the wait the server asks for before the next try (ms, 0 for none). */
export type SendingEnd = 'sent' | 'elsewhere' | EpochMs

/** Sends everything unsent, oldest first, each batch until it is answered. One tab at a time. */
export async function sendAll(sending: Sending): Promise<SendingEnd> {
  const { locks } = sending.core.world.window.navigator
  // Without locks two tabs may send the same batch; the API keeps each event once.
  if (!locks) return drain(sending)
  // Held only while sending, so that no frozen page keeps it.
  const options = { ifAvailable: true }
  return locks.request(`vitrine-${sending.core.options.shop}`, options, lock =>
    lock ? drain(sending) : 'elsewhere'
  )
}

async function drain(sending: Sending): Promise<SendingEnd> {
  const { core, url, maySend, bodyOf, onFlight } = sending
  const { world, journal } = core
  while (maySend()) {
    const batch = await journal.ask(UNSENT, sealNext(world.now(), core.visitor()), ROWS_READ)
    if (!batch) {
      // Nothing on the shelf is unsent any more, whoever sent it.
      settled(
        journal,
        [...journal.unsent.values()].filter(event => !journal.unsaved.has(event))
      )
      break
    }
    onFlight(batch)
    const answer = await post(world, url, bodyOf(batch))
    onFlight(undefined)
    const rows = heed(sending, batch, answer)
    if (!rows) return answer.retryAfterMs ?? 0
    await journal.ask(batch.key, replace(rows))
  }
  return 'sent'
}

/** What comes in the batch's place after this answer; nothing when it is to be tried again as it is. */
function heed(sending: Sending, batch: Sealed, { status, body }: Answer): readonly Row[] | undefined {
  const { world, journal, complain } = sending.core
  const { length } = batch.events
  if (status >= 200 && status < 300) return end(sending, batch, [])
  if (status === 413 && length > 1) return halves(batch)
  if (status === 413 || status === 422) {
    const refused = status === 413 ? [0] : refusedOf(body, length)
    complain('VT-07', `refused: ${JSON.stringify(body)}`)
    sending.drop(status === 413 ? 'too_large' : 'refused', refused.length)
    return end(sending, batch, refused)
  }
  if (status < 400 || status >= 500 || status === 408 || status === 429) return undefined
  complain('VT-07', `answered by ${status}: ${JSON.stringify(body)}`)
  sending.drop('parked', length)
  settled(journal, batch.events)
  return [parked(batch, world.now() + PARK_MS)]
}

/** A batch that need not be sent again: what of it is worth remembering here. */
function end({ core, onSent }: Sending, { events }: Sealed, refused: readonly number[]) {
  const taken = events.filter((_, at) => !refused.includes(at))
  onSent(taken)
  settled(core.journal, events)
  return mayPersonalise(core.desk.state()) ? rowsOf(HISTORY, taken) : []
}

/** The places a 422 names; one that names none refuses everything. */
function refusedOf(body: unknown, count: number): readonly number[] {
  const list: unknown =
    typeof body === 'object' && body !== null && 'refused' in body ? body.refused : undefined
  return Array.isArray(list)
    ? list.map((one: { index?: number } | null) => one?.index ?? -1)
    : [...Array(count).keys()]
}

/** These need no further sending. */
export function settled({ unsent }: Journal, events: readonly ShopEvent[]): void {
  for (const { id } of events) unsent.delete(id)
}
