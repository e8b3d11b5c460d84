import { type EpochMs, known, partsOfEventId, type ShopEvent } from '@vitrine/protocol'
import { BATCH_EVENTS, DROPPED, HISTORY, PARKED, rowsOf, SEALED, WAITING } from './rowsOf.ts'
import type { Row, Step } from './shelf.ts'

/** A batch that has been given its final form: whoever sends it, sends the same. It is a row of its own. */
export interface Sealed extends Row {
  readonly events: readonly ShopEvent[]
  readonly sent: EpochMs
}

/** The sealed batch that is oldest; without one, seals what waits of one tab, oldest first. Over the unsent rows. */
export function sealNext(sent: EpochMs, visitor: string | undefined): Step<Sealed | undefined> {
  return unsent => {
    const sealed = unsent.find(isSealed)
    if (sealed) return { answer: sealed }
    let tab: string | undefined
    let count = 0
    const chosen = unsent.filter(({ key, events = [] }) => {
      const [first] = events
      if (!key.startsWith(WAITING) || !first) return false
      tab ??= tabOf(first)
      if (tabOf(first) !== tab || (count > 0 && count + events.length > BATCH_EVENTS)) return false
      count += events.length
      return true
    })
    const events = chosen.flatMap(row => row.events ?? []).sort((a, b) => seqOf(a) - seqOf(b))
    if (!events[0]) return { answer: undefined }
    const counted = unsent.filter(({ key }) => key === DROPPED)
    const dropped = counted[0]?.dropped
    const batch: Sealed = known({ key: SEALED + events[0].id, events, sent, visitor, dropped })
    return { put: [batch], del: [...counted, ...chosen].map(({ key }) => key), answer: batch }
  }
}

/** Puts other rows in a batch's place, unless somebody else has done so. Over the batch's own row. */
export function replace(put: readonly Row[]): Step<void> {
  return there => ({ del: there.map(({ key }) => key), put: there.length > 0 ? put : [], answer: undefined })
}

/** A batch as its two halves, event ids unchanged. */
export function halves({ events, dropped, ...head }: Sealed): readonly Row[] {
  const middle = Math.ceil(events.length / 2)
  const half = (part: readonly ShopEvent[]) => ({ ...head, key: SEALED + part[0]?.id, events: part })
  return [known({ ...half(events.slice(0, middle)), dropped }), half(events.slice(middle))]
}

/** A batch set aside until `retryAt`, so that others pass. */
export function parked(batch: Sealed, retryAt: EpochMs): Row {
  return { ...batch, key: PARKED + batch.key, retryAt }
}

/** Ends the sending of single events, in whichever rows they are. Over the unsent rows. */
export function settleEvents(ids: ReadonlySet<string>, isKept: boolean): Step<void> {
  return unsent => {
    const touched = unsent.filter(row => row.events?.some(({ id }) => ids.has(id)))
    const all = touched.flatMap(row => row.events ?? [])
    const rest = touched.map(row => ({ ...row, events: row.events?.filter(({ id }) => !ids.has(id)) ?? [] }))
    return {
      del: touched.map(({ key }) => key),
      put: [
        ...rest.filter(({ events }) => events.length > 0),
        ...(isKept
          ? rowsOf(
              HISTORY,
              all.filter(({ id }) => ids.has(id))
            )
          : [])
      ],
      answer: undefined
    }
  }
}

function isSealed(row: Row): row is Sealed {
  return row.key.startsWith(SEALED)
}

function tabOf({ id }: ShopEvent): string | undefined {
  return partsOfEventId(id)?.tab
}

function seqOf({ id }: ShopEvent): number {
  return partsOfEventId(id)?.seq ?? 0
}
