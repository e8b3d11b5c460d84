import type { Consent } from '@vitrine/protocol'
import type { Journal } from './journal.ts'
import { CONSENT, VISITOR } from './rowsOf.ts'
import type { WholeWorld } from './world.ts'

/** The visitor's id: the one on the shelf, else a fresh one, whichever tab comes first. It means nothing outside this shop and browser. */
export async function visitorOf(journal: Journal, world: WholeWorld): Promise<string | undefined> {
  return journal.ask(VISITOR, ([row]) => {
    const visitor = row?.visitor ?? uuid(world.randomHex(16))
    return { put: row ? [] : [{ key: VISITOR, visitor }], answer: visitor }
  })
}

/** Keeps beside the data why it may be kept: who granted what, and when. */
export async function keepGrant(journal: Journal, consent: Consent): Promise<void> {
  await journal.ask(CONSENT, () => ({ put: [{ key: CONSENT, consent }], answer: undefined }))
}

/** Random digits in the form of a UUIDv4 (RFC 9562 §5.4). */
function uuid(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
