import type { EpochMs } from './words.ts'

/** Sequence numbers of one tab run from 0 to this (26 bits): 67 million events in a tab's life. */
export const MAX_SEQ = 2 ** 26 - 1

/** The last time a UUIDv7 can hold: 48 bits of epoch ms, the year 10889. */
export const MAX_TIME = 2 ** 48 - 1
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** The part of a sequence number that the id's last six digits hold. */
const LOW = 2 ** 24

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
export function eventId(parts: EventIdParts): string {
  const { at, tab, seq } = parts
  if (!isWhole(at, MAX_TIME) || !/^[0-9a-f]{12}$/.test(tab) || !isWhole(seq, MAX_SEQ))
    throw new RangeError(`no id says ${at}, ${tab}, ${seq}`)
  return writeEventId(parts)
}

/** The same without a look at the parts, for a page that has made them itself and counts its bytes. */
export function writeEventId({ at, tab, seq }: EventIdParts): string {
  // 74 bits in order: 12 in rand_a, then after the two variant bits 62 in rand_b (RFC 9562 §5.7). The tab's first three
  // digits fill rand_a; its other 36 bits, with the variant before them and two of the number's behind, ten digits.
  const time = hex(at, 12)
  const middle = hex(2 ** 39 + 4 * hexOf(tab.slice(3)) + Math.floor(seq / LOW), 10)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tab.slice(0, 3)}-${middle.slice(0, 4)}-${middle.slice(4)}${hex(seq % LOW, 6)}`
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
  const digits = id.replaceAll('-', '')
  const middle = hexOf(digits.slice(16, 26)) - 2 ** 39
  return {
    at: hexOf(digits.slice(0, 12)),
    tab: digits.slice(13, 16) + hex(Math.floor(middle / 4), 9),
    seq: (middle % 4) * LOW + hexOf(digits.slice(26))
  }
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function hexOf(digits: string): number {
  return Number.parseInt(digits, 16)
}
