import type { ConsentSignal, ShopEvent } from '@vitrine/protocol'
import { addCounts, type Counts } from './addCounts.ts'
import type { Complain } from './complaint.ts'
import { memoryRows } from './memoryRows.ts'
import { openShelf, type Sealed, type Shelf } from './shelf.ts'
import { MAX_EVENTS } from './tidy.ts'
import { isMoney, weightOf } from './weight.ts'
import type { WholeWorld } from './world.ts'

/** Events kept in memory before anyone has agreed that they may be kept elsewhere. */
const MAX_UNAGREED = 200
/** Writes are at least this far apart, money excepted. The first of a burst is not held back. */
const WRITE_EVERY_MS = 200
/** A store that does not open in this time is taken for refused: some browsers never answer. */
const OPEN_LIMIT_MS = 1000

/** What the journal asks of its surroundings. */
export interface JournalParts {
  readonly world: WholeWorld
  /** Name of the database. */
  readonly name: string
  /** Whether the API is to be told of what is added now. */
  readonly isToSend: () => boolean
  readonly complain: Complain
  /** Another tab has erased everything. */
  readonly onGone: () => void
}

/** The memory of the device: events at once in memory, and soon after on disk where that is allowed. */
export interface Journal {
  /** Remembers an event. With an open shelf it is on disk in at most 200 ms, money at once. */
  add(event: ShopEvent): void
  /** Everything remembered, oldest first. */
  events(): readonly ShopEvent[]
  has(id: string): boolean
  /** Events the API has not confirmed. */
  unsent(): readonly ShopEvent[]
  isUnsent(id: string): boolean
  dropped(): Counts
  /** Opens the shelf and puts what is in memory on it; in memory only where the browser refuses. */
  open(): Promise<void>
  storage(): Shelf['kind']
  /** Starts the write of what is only in memory. */
  write(): Promise<void>
  /** Reads what other tabs have added. */
  refresh(): Promise<void>
  /** Adds events that came from the API: remembered, not posted again. */
  merge(events: readonly ShopEvent[]): Promise<number>
  visitor(fresh: string): Promise<string>
  consent(granted?: ConsentSignal): Promise<ConsentSignal | undefined>
  nextBatch(visitor: string | undefined): Promise<Sealed | undefined>
  settle(batch: Sealed, isKept: boolean, refused?: readonly number[]): Promise<void>
  settleEvents(events: readonly ShopEvent[], isKept: boolean): Promise<void>
  split(batch: Sealed): Promise<void>
  park(batch: Sealed, retryAt: number): Promise<void>
  drop(counts: Counts): void
  /** Nothing on the shelf is unsent any more, whoever sent it. */
  allSent(): void
  /** Forgets everything, here and on disk. */
  wipe(): Promise<void>
  /** Forgets what is in memory; the disk is somebody else's business. */
  forgetMemory(): void
  close(): void
}

/** Opens a journal that is in memory until `open()` is called. */
export function openJournal(parts: JournalParts): Journal {
  const { world, name, complain, isToSend } = parts
  let events: ShopEvent[] = []
  let isSorted = true
  let snapshot: readonly ShopEvent[] | undefined
  const ids = new Set<string>()
  const unsent = new Map<string, ShopEvent>()
  /** Not known to be on the shelf: to be written, or being written. */
  const unsaved = new Set<ShopEvent>()
  let buffer: ShopEvent[] = []
  let dropped: Counts = {}
  let shelf: Shelf | undefined
  let undoTimer: (() => void) | undefined
  let wroteAt = 0
  let isLoading = false
  let isTidying = false
  let lastWrite: Promise<void> = Promise.resolve()

  function insert(event: ShopEvent): boolean {
    if (ids.has(event.id)) return false
    ids.add(event.id)
    const last = events.at(-1)
    events.push(event)
    if (last && last.at > event.at) isSorted = false
    snapshot = undefined
    return true
  }

  function remove(event: ShopEvent) {
    events = events.filter(one => one !== event)
    buffer = buffer.filter(one => one !== event)
    unsaved.delete(event)
    unsent.delete(event.id)
    ids.delete(event.id)
    snapshot = undefined
  }

  function dropOne() {
    const [worst] = [...events].sort((a, b) => weightOf(a) - weightOf(b) || a.at - b.at)
    if (!worst) return
    remove(worst)
    dropped = addCounts(dropped, { memory_full: 1 })
  }

  function schedule(event: ShopEvent) {
    if (isLoading) return // The end of loading writes.
    if (isMoney(event)) void write()
    else if (!undoTimer)
      undoTimer = world.setTimer(() => void write(), Math.max(0, wroteAt + WRITE_EVERY_MS - world.now()))
  }

  function write(): Promise<void> {
    undoTimer?.()
    undoTimer = undefined
    if (!shelf || buffer.length === 0) return lastWrite
    const [to, batch] = [shelf, buffer]
    buffer = []
    wroteAt = world.now()
    const waiting = batch.filter(({ id }) => unsent.has(id))
    const known = batch.filter(({ id }) => !unsent.has(id))
    const landed = Promise.all([to.append(waiting), to.append(known, false)]).then(
      () => batch.forEach(event => void unsaved.delete(event)),
      error => fall(to, error)
    )
    lastWrite = landed
    return landed
  }

  /** A shelf that refuses a write twice is left for memory; what it had not confirmed goes along. */
  async function fall(from: Shelf, error: unknown) {
    if (from !== shelf) return
    complain('VT-04', String(error))
    from.close()
    shelf = openShelf(memoryRows())
    unsaved.clear()
    buffer = []
    await shelf.append([...unsent.values()])
    await shelf.append(
      events.filter(({ id }) => !unsent.has(id)),
      false
    )
  }

  /** Every use of the shelf: if it fails, memory takes over and is asked the same. */
  async function ask<Answer>(question: (shelf: Shelf) => Promise<Answer>): Promise<Answer | undefined> {
    const asked = shelf
    if (!asked) return undefined
    try {
      return await question(asked)
    } catch (error) {
      await fall(asked, error)
      return shelf && shelf !== asked ? question(shelf) : undefined
    }
  }

  function within<Answer>(work: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const undo = world.setTimer(() => reject(new Error('timed out')), OPEN_LIMIT_MS)
      work.then(resolve, reject).finally(undo)
    })
  }

  async function load(from: Shelf, work: Promise<Awaited<ReturnType<Shelf['load']>>>) {
    const loaded = await work
    if (from !== shelf) return
    dropped = addCounts(dropped, loaded.dropped)
    const orders = new Set(loaded.events.flatMap(event => orderOf(event) ?? []))
    // The thank-you page was opened again before we had read that we know this order.
    for (const event of [...buffer]) {
      const order = orderOf(event)
      if (order && orders.has(order) && !loaded.events.some(({ id }) => id === event.id)) remove(event)
    }
    const fresh = [...unsaved]
    if (loaded.events.length + fresh.length < events.length) {
      events = []
      ids.clear()
    }
    for (const event of [...loaded.events, ...fresh]) insert(event)
    unsent.clear()
    for (const event of loaded.unsent) unsent.set(event.id, event)
    for (const event of fresh) if (isToSend()) unsent.set(event.id, event)
  }

  async function open() {
    if (shelf) return
    const rows = world.openRows(name, () => {
      if (shelf === first) parts.onGone()
    })
    const first = openShelf(rows)
    const early = dropped
    shelf = first
    isLoading = true
    if (!isToSend()) unsent.clear()
    try {
      await load(first, within(first.load(world.now())))
    } catch (error) {
      await fall(first, error)
    }
    isLoading = false
    if (Object.keys(early).length > 0) await ask(on => on.countDropped(early))
    await write()
  }

  async function refresh() {
    await write()
    const from = shelf
    if (from && !isLoading) await ask(() => load(from, from.load(world.now())))
  }

  function forgetMemory() {
    undoTimer?.()
    undoTimer = undefined
    events = []
    buffer = []
    snapshot = undefined
    dropped = {}
    for (const set of [ids, unsent, unsaved]) set.clear()
    shelf?.close()
    shelf = undefined
  }

  return {
    add(event) {
      if (!insert(event)) return
      buffer.push(event)
      unsaved.add(event)
      if (!shelf || isToSend()) unsent.set(event.id, event)
      if (shelf) schedule(event)
      else if (events.length > MAX_UNAGREED) dropOne()
      if (shelf && !isTidying && events.length > MAX_EVENTS * 1.1) {
        isTidying = true
        void refresh().finally(() => {
          isTidying = false
        })
      }
    },
    events() {
      if (!isSorted) events.sort((a, b) => a.at - b.at)
      isSorted = true
      snapshot ??= [...events]
      return snapshot
    },
    has: id => ids.has(id),
    unsent: () => [...unsent.values()],
    isUnsent: id => unsent.has(id),
    dropped: () => dropped,
    open,
    storage: () => shelf?.kind ?? 'memory',
    write,
    refresh,
    async merge(imported) {
      const fresh = imported.filter(insert)
      await ask(on => on.append(fresh, false))
      return fresh.length
    },
    visitor: async fresh => (await ask(on => on.visitor(fresh))) ?? fresh,
    consent: granted => ask(on => on.consent(granted)),
    nextBatch: visitor => ask(on => on.nextBatch({ now: world.now(), visitor })),
    async settle(batch, isKept, refused = []) {
      for (const { id } of batch.events) unsent.delete(id)
      const kept = isKept ? batch.events.filter((_, at) => !refused.includes(at)) : []
      await ask(on => on.settle(batch, kept))
    },
    async settleEvents(settled, isKept) {
      for (const { id } of settled) unsent.delete(id)
      await ask(on => on.settleEvents(new Set(settled.map(({ id }) => id)), isKept))
    },
    split: async batch => void (await ask(on => on.split(batch))),
    async park(batch, retryAt) {
      for (const { id } of batch.events) unsent.delete(id)
      await ask(on => on.park(batch, retryAt))
    },
    drop(counts) {
      dropped = addCounts(dropped, counts)
    },
    allSent() {
      for (const event of unsent.values()) if (!unsaved.has(event)) unsent.delete(event.id)
    },
    async wipe() {
      const wiped = shelf
      shelf = undefined
      forgetMemory()
      await within((wiped ?? openShelf(world.openRows(name, () => {}))).destroy()).catch(error =>
        complain('VT-04', String(error))
      )
    },
    forgetMemory,
    close() {
      undoTimer?.()
      shelf?.close()
    }
  }
}

function orderOf({ type, transactionId }: ShopEvent): string | undefined {
  return type === 'purchase' ? transactionId : undefined
}
