import type { EventStore, StoredEvent } from '../store/events.ts'

/** The way of events into the store. */
export interface Ingest {
  /**
   * Keeps events; resolves when they are on the disk.
   *
   * @param bytes - What they weigh while they wait.
   * @returns `undefined` at once when too much waits already.
   */
  add(events: readonly StoredEvent[], bytes: number): Promise<void> | undefined
  /** Resolves when nothing waits any more. */
  drain(): Promise<void>
  waitingBytes(): number
}

interface Waiting {
  readonly events: readonly StoredEvent[]
  readonly bytes: number
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/** Events in one commit at most: a commit of this size takes some 50 ms, in which nobody else is answered. */
const MAX_EVENTS_PER_COMMIT = 5000

/**
 * Group commit: what requests bring in one turn of the event loop is written in one transaction, one at a time.
 *
 * @param maxBytes - What may wait; beyond it callers are told to come again, so that memory stays bounded.
 * @param onWritten - Told after each commit how many events were new, and how many were known.
 */
export function openIngest(
  store: Pick<EventStore, 'append'>,
  maxBytes: number,
  onWritten: (added: number, known: number) => void = () => {}
): Ingest {
  const waiting: Waiting[] = []
  let bytes = 0
  let flushing: Promise<void> | undefined

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      await new Promise(setImmediate)
      const group = takeGroup()
      try {
        const events = group.flatMap(one => one.events)
        const added = await store.append(events)
        onWritten(added, events.length - added)
        for (const { done } of group) done()
      } catch (error) {
        for (const { failed } of group) failed(error)
      }
      bytes -= group.reduce((sum, one) => sum + one.bytes, 0)
    }
    flushing = undefined
  }

  function takeGroup(): Waiting[] {
    let count = 0
    let end = 0
    for (const { events } of waiting) {
      count += events.length
      if (end > 0 && count > MAX_EVENTS_PER_COMMIT) break
      end++
    }
    return waiting.splice(0, end)
  }

  return {
    add(events, size) {
      if (bytes + size > maxBytes && bytes > 0) return undefined
      bytes += size
      const kept = new Promise<void>((done, failed) => {
        waiting.push({ events, bytes: size, done, failed })
      })
      flushing ??= flushAll()
      return kept
    },
    drain: async () => {
      while (flushing) await flushing
    },
    waitingBytes: () => bytes
  }
}
