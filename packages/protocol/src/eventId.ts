import type { EpochMs } from './words.ts'

/** Sequence numbers of one tab run from 0 to this (26 bits): 67 million events in a tab's life. */
export const MAX_SEQ = 2 ** 26 - 1

/** The last time a UUIDv7 can hold: 48 bits of epoch ms, the year 10889. */
export const MAX_TIME = 2 ** 48 - 1
const TAB = /^[0-9a-f]{12}$/
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What an event id is made of. */
export interface EventIdParts {
  readonly at: EpochMs
  /** The tab's random 48 bits, 12 lower-case hex digits. */
  readonly tab: string
  /** The event's number within its tab, from 0, without holes. */
  readonly seq: number
}

/**
 * The id of an event: a UUIDv7 (RFC 9562) whose time is `at` and whose 74 random bits are the tab's 48 and `seq`'s 26.
 * So a batch carries one tab and contiguous numbers instead of 36 characters an event, and a hole is provable loss.
 *
 * @throws {RangeError} When a part is out of range: a bug in the caller, not bad data.
 */
export function eventId({ at, tab, seq }: EventIdParts): string {
  if (!Number.isInteger(at) || at < 0 || at > MAX_TIME) throw new RangeError(`at must be epoch ms, got ${at}`)
  if (!TAB.test(tab)) throw new RangeError(`tab must be 12 hex digits, got ${tab}`)
  if (!Number.isInteger(seq) || seq < 0 || seq > MAX_SEQ)
    throw new RangeError(`seq must be 0 … 2^26-1, got ${seq}`)

  const time = at.toString(16).padStart(12, '0')
  // 74 bits in order: 12 in rand_a, then after the two variant bits 62 in rand_b (RFC 9562 §5.7).
  const bits = BigInt(`0x${tab}`) * 2n ** 26n + BigInt(seq)
  const high = (bits >> 62n).toString(16).padStart(3, '0')
  const low = ((bits & (2n ** 62n - 1n)) | (2n ** 63n)).toString(16).padStart(16, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`
}

/** Whether a text is a UUIDv7 in lower case, as ids are kept. */
export function isEventId(text: string): boolean {
  return UUID_V7.test(text)
}

/**
 * Takes an event id apart. Of an imported event, tab and seq are a hash and mean nothing.
 *
 * @returns `undefined` when the text is no UUIDv7.
 */
export function partsOfEventId(id: string): EventIdParts | undefined {
  if (!isEventId(id)) return undefined
  const hex = id.replaceAll('-', '')
  const bits = (BigInt(`0x${hex.slice(13, 16)}`) << 62n) | (BigInt(`0x${hex.slice(16)}`) & (2n ** 62n - 1n))
  return {
    at: Number.parseInt(hex.slice(0, 12), 16),
    tab: (bits >> 26n).toString(16).padStart(12, '0'),
    seq: Number(bits & (2n ** 26n - 1n))
  }
}
