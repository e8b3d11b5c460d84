import type { ShopEvent } from '@vitrine/protocol'
import { addCounts, type Counts } from './addCounts.ts'
import type { Complain } from './complaint.ts'
import type { LoadLater } from './loadLater.ts'
import { memoryShelf } from './memoryShelf.ts'
import { MAX_EVENTS, type Recalled, recall } from './recall.ts'
import { DROPPED, HISTORY, rowsOf, WAITING } from './rowsOf.ts'
import type { Shelf, Step } from './shelf.ts'
import { isMoney, weightOf } from './weight.ts'
import type { WholeWorld } from './world.ts'

/** Events kept in memory before anyone has agreed that they may be kept elsewhere. */
const MAX_UNAGREED = 200
/** Writes are at least this far apart, money excepted. The first of a burst is not held back. */
const WRITE_EVERY_MS = 200
/** A store that does not open in this time is taken for refused: some browsers never answer. */
const OPEN_LIMIT_MS = 1000
/** A store that has opened is given longer: the machine may only be busy. */
const ANSWER_LIMIT_MS = 10_000

/** What the journal asks of its surroundings. */
export interface JournalParts {
  readonly world: WholeWorld
  /** Name of the database. */
  readonly name: string
  /** Whether the device may remember. */
  readonly mayStore: () => boolean
  /** Whether the API is to be told of what is added now. */
  readonly isToSend: () => boolean
  readonly complain: Complain
  readonly load: LoadLater
  /** Another tab has erased everything. */
  readonly onGone: () => void
}

/** The memory of the device: events at once in memory and, where that is allowed, soon after on the shelf. */
export class Journal {
  readonly #parts: JournalParts
  #events = new Map<string, ShopEvent>()
  /** The same in order; absent when something was added since. */
  #sorted: readonly ShopEvent[] | undefined
  #unsent = new Map<string, ShopEvent>()
  /** Not known to be on the shelf: to be written, or being written. */
  #unsaved = new Set<ShopEvent>()
  #buffer: ShopEvent[] = []
  #dropped: Counts = {}
  #shelf: Shelf | undefined
  #isLoading = false
  #isOpen = false
  #isUntidy = false
  #undoTimer: (() => void) | undefined
  #wroteAt = 0
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** Everything remembered, oldest first. */
  get events(): readonly ShopEvent[] {
    this.#sorted ??= [...this.#events.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return this.#sorted
  }

  /** Events that the API has not confirmed. */
  get unsent(): ReadonlyMap<string, ShopEvent> {
    return this.#unsent
  }

  /** Events given up before they were delivered, by reason. */
  get dropped(): Counts {
    return this.#dropped
  }

  /** Whether the shelf has been read. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  get storage(): Shelf['kind'] {
    return this.#shelf?.kind ?? 'memory'
  }

  /** Remembers an event. With an open shelf it is on disk in at most 200 ms, money at once. */
  add(event: ShopEvent): void {
    this.#insert(event)
    this.#buffer.push(event)
    this.#unsaved.add(event)
    if (!this.#shelf || this.#parts.isToSend()) this.#unsent.set(event.id, event)
    if (this.#shelf) this.#schedule(event)
    else if (this.#events.size > MAX_UNAGREED && !this.#parts.mayStore()) this.#dropOne()
    // A page that stays open for weeks.
    if (this.#shelf && this.#events.size > MAX_EVENTS * 1.1) void this.tidy()
  }

  /** Opens the shelf and puts what is in memory on it; where the browser refuses, memory stays the shelf. */
  async open(): Promise<void> {
    if (this.#shelf) return
    const { world, name, isToSend, onGone } = this.#parts
    const shelf = world.openShelf(name, () => {
      if (this.#shelf === shelf) onGone()
    })
    const early = this.#dropped
    this.#shelf = shelf
    this.#isLoading = true
    if (!isToSend()) this.#unsent.clear()
    try {
      await this.#load(shelf, this.#within(shelf.change('', recall(world.now()))))
    } catch (error) {
      await this.#fall(shelf, error)
    }
    this.#isLoading = false
    this.#isOpen = true
    if (Object.keys(early).length > 0) {
      const put = ([before]: readonly { dropped?: Counts }[]) => [
        { key: DROPPED, dropped: addCounts(before?.dropped, early) }
      ]
      await this.ask(DROPPED, rows => ({ put: put(rows), answer: undefined }))
    }
    await this.write()
    if (this.#isUntidy) void this.tidy()
  }

  /** Starts the write of what is only in memory. */
  write(): Promise<unknown> {
    this.#undoTimer?.()
    this.#undoTimer = undefined
    const shelf = this.#shelf
    if (!shelf || this.#buffer.length === 0) return this.#lastWrite
    const batch = this.#buffer
    this.#buffer = []
    this.#wroteAt = this.#parts.world.now()
    const isWaiting = ({ id }: ShopEvent) => this.#unsent.has(id)
    const known = batch.filter(event => !isWaiting(event))
    const rows = [...rowsOf(WAITING, batch.filter(isWaiting)), ...rowsOf(HISTORY, known)]
    this.#lastWrite = this.#within(shelf.write(rows), ANSWER_LIMIT_MS).then(
      () => {
        for (const event of batch) this.#unsaved.delete(event)
      },
      error => this.#fall(shelf, error)
    )
    return this.#lastWrite
  }

  /** Reads what other tabs have added. */
  refresh(): Promise<void> {
    return this.#reload(recall(this.#parts.world.now()))
  }

  /** Keeps the whole in bounds: lets go of what is too old or too much, and counts it. */
  async tidy(): Promise<void> {
    const later = await this.#parts.load()
    if (!later) return
    const step = later.tidy(this.#parts.world.now())
    await this.#reload(rows => {
      const change = step(rows)
      this.#dropped = addCounts(this.#dropped, change.answer.dropped)
      return change
    })
  }

  async #reload(step: Step<Recalled>) {
    const shelf = this.#shelf
    if (!shelf || this.#isLoading) return
    this.#isLoading = true
    await this.write()
    await this.#load(shelf, this.ask('', step)).catch(() => {}) // Another time.
    this.#isLoading = false
    await this.write()
  }

  /** Adds events that came from the API: remembered, not posted again. Answers how many were new. */
  async merge(imported: readonly ShopEvent[]): Promise<number> {
    const fresh = imported.filter(({ id }) => !this.#events.has(id))
    for (const event of fresh) this.#insert(event)
    const shelf = this.#shelf
    await shelf?.write(rowsOf(HISTORY, fresh)).catch(error => this.#fall(shelf, error))
    return fresh.length
  }

  /** Changes the shelf; if it fails, memory takes over and is asked the same. Without a shelf there is no answer. */
  async ask<Answer>(prefix: string, step: Step<Answer>, most?: number): Promise<Answer | undefined> {
    const shelf = this.#shelf
    try {
      return shelf && (await this.#within(shelf.change(prefix, step, most), ANSWER_LIMIT_MS))
    } catch (error) {
      await this.#fall(shelf, error)
      return this.#shelf === shelf ? undefined : this.#shelf?.change(prefix, step, most)
    }
  }

  /** These need no further sending. */
  confirm(events: readonly ShopEvent[]): void {
    for (const { id } of events) this.#unsent.delete(id)
  }

  /** Nothing on the shelf is unsent any more, whoever sent it. */
  allSent(): void {
    this.confirm([...this.#unsent.values()].filter(event => !this.#unsaved.has(event)))
  }

  /** Counts events as given up. */
  drop(reason: string, count = 1): void {
    this.#dropped = addCounts(this.#dropped, { [reason]: count })
  }

  /** Forgets everything, in memory at once, then on the device. */
  wipe(): Promise<void> {
    const shelf = this.#shelf
    this.forgetMemory()
    return this.emptyDevice(shelf)
  }

  /** Deletes what is on the device, of this visit or an earlier one. */
  async emptyDevice(shelf?: Shelf): Promise<void> {
    const { world, name, complain } = this.#parts
    const doomed = shelf ?? world.openShelf(name, () => {})
    await this.#within(doomed.destroy()).catch(error => complain('VT-04', String(error)))
  }

  /** Forgets what is in memory and lets go of the shelf. */
  forgetMemory(): void {
    this.#undoTimer?.()
    this.#undoTimer = undefined
    this.#shelf = undefined
    this.#isOpen = false
    this.#sorted = undefined
    this.#buffer = []
    this.#dropped = {}
    for (const memory of [this.#events, this.#unsent, this.#unsaved]) memory.clear()
  }

  /** Writes what is in memory and lets go of the shelf. */
  close(): void {
    const shelf = this.#shelf
    void this.write().finally(() => shelf?.close())
  }

  #insert(event: ShopEvent) {
    this.#events.set(event.id, event)
    this.#sorted = undefined
  }

  #dropOne() {
    const [worst] = [...this.events].sort((a, b) => weightOf(a) - weightOf(b))
    if (worst) this.#forget(worst)
    this.drop('memory_full')
  }

  #forget(event: ShopEvent) {
    this.#events.delete(event.id)
    this.#unsent.delete(event.id)
    this.#unsaved.delete(event)
    this.#buffer = this.#buffer.filter(one => one !== event)
    this.#sorted = undefined
  }

  #schedule(event: ShopEvent) {
    if (this.#isLoading) return // The end of loading writes.
    const { world } = this.#parts
    if (isMoney(event)) void this.write()
    else
      this.#undoTimer ??= world.setTimer(
        () => void this.write(),
        Math.max(0, this.#wroteAt + WRITE_EVERY_MS - world.now())
      )
  }

  async #load(shelf: Shelf, work: Promise<Recalled | undefined>) {
    const loaded = await work
    if (shelf !== this.#shelf || !loaded) return
    const { isToSend } = this.#parts
    const orders = new Map(loaded.events.map(event => [orderOf(event), event.id]))
    // The thank-you page was opened again before we had read that we know this order.
    for (const event of [...this.#buffer]) {
      const known = orderOf(event) && orders.get(orderOf(event))
      if (known && known !== event.id) this.#forget(event)
    }
    this.#events = new Map([...loaded.events, ...this.#unsaved].map(event => [event.id, event]))
    const unsent = [...loaded.unsent, ...(isToSend() ? this.#unsaved : [])]
    this.#unsent = new Map(unsent.map(event => [event.id, event]))
    this.#sorted = undefined
    this.#isUntidy = loaded.isUntidy
  }

  /** A shelf that refuses twice is left for memory; what it had not confirmed goes along. */
  async #fall(from: Shelf | undefined, error: unknown) {
    if (!from || from !== this.#shelf) return
    this.#parts.complain('VT-04', String(error))
    from.close()
    this.#shelf = memoryShelf()
    this.#buffer = []
    this.#unsaved.clear()
    this.#lastWrite = Promise.resolve()
    const told = this.events.filter(({ id }) => !this.#unsent.has(id))
    await this.#shelf.write([...rowsOf(WAITING, [...this.#unsent.values()]), ...rowsOf(HISTORY, told)])
  }

  #within<Answer>(work: Promise<Answer>, ms = OPEN_LIMIT_MS): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const undo = this.#parts.world.setTimer(() => reject(new Error('timed out')), ms)
      work.then(resolve, reject).finally(undo)
    })
  }
}

function orderOf({ type, transactionId }: ShopEvent): string | undefined {
  return type === 'purchase' ? transactionId : undefined
}
