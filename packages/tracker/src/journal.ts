import type { ShopEvent } from '@vitrine/protocol'
import type { Complain } from './complaint.ts'
import { memoryShelf } from './memoryShelf.ts'
import { eventsOf, HISTORY, rowsOf, UNSENT, WAITING } from './rowsOf.ts'
import type { Row, Shelf, Step } from './shelf.ts'
import type { WholeWorld } from './world.ts'

/** A store that does not open in this time is taken for refused: some browsers never answer. */
const OPEN_LIMIT_MS = 1000
/** A store that has opened is given longer: the machine may only be busy. */
const ANSWER_LIMIT_MS = 10_000

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

/** The memory of the device: events at once in memory and, where that is allowed, right after on the shelf. */
export class Journal {
  readonly #parts: JournalParts
  /** Events that the API has not confirmed, by id. */
  readonly unsent = new Map<string, ShopEvent>()
  /** Not known to be on the shelf: to be written, or being written. */
  readonly unsaved = new Set<ShopEvent>()
  /** The rows that were read last, for whoever tidies them. */
  rows: readonly Row[] = []
  /** Whether the shelf has been read. */
  isOpen = false
  readonly #events = new Map<string, ShopEvent>()
  /** The same in order; absent when something was added since. */
  #sorted: readonly ShopEvent[] | undefined
  #buffer: ShopEvent[] = []
  #shelf: Shelf | undefined
  /** Readings and writings under way. What comes meanwhile is written together afterwards. */
  #busy = 0
  #lastWrite = Promise.resolve()

  constructor(parts: JournalParts) {
    this.#parts = parts
  }

  /** Everything remembered, oldest first. */
  get events(): readonly ShopEvent[] {
    this.#sorted ??= [...this.#events.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return this.#sorted
  }

  /** How many that is. */
  get size(): number {
    return this.#events.size
  }

  get storage(): Shelf['kind'] {
    return this.#shelf?.kind ?? 'memory'
  }

  /** Remembers an event. With an open shelf it is written at once, or as soon as what is being written has landed. */
  add(event: ShopEvent): void {
    this.#insert(event)
    this.#buffer.push(event)
    this.unsaved.add(event)
    if (!this.#shelf || this.#parts.isToSend()) this.unsent.set(event.id, event)
    if (!this.#busy) void this.write()
  }

  /** Opens the shelf and puts what is in memory on it; where the browser refuses, memory stays the shelf. */
  async open(): Promise<void> {
    if (this.#shelf) return
    const { world, name, isToSend, onGone } = this.#parts
    const shelf = world.openShelf(name, () => {
      if (this.#shelf === shelf) onGone()
    })
    this.#shelf = shelf
    if (!isToSend()) this.unsent.clear()
    await this.reload(rows => ({ answer: rows }), OPEN_LIMIT_MS)
    this.isOpen = !!this.#shelf
  }

  /** Starts the write of what is only in memory, and of `more`. Done when that and all that was begun before is. */
  write(more: readonly Row[] = []): Promise<void> {
    const shelf = this.#shelf
    const batch = this.#buffer
    if (!shelf || !(batch.length + more.length)) return this.#lastWrite
    this.#buffer = []
    const [waiting, told] = this.#parted(batch)
    this.#busy++
    this.#lastWrite = this.#within(shelf.write([...waiting, ...told, ...more]))
      .then(
        () => {
          for (const event of batch) this.unsaved.delete(event)
        },
        error => this.#fall(shelf, error)
      )
      .finally(() => this.#rest())
    return this.#lastWrite
  }

  /** Reads the whole shelf, as `step` leaves it. */
  async reload(step: Step<readonly Row[]>, limitMs?: number): Promise<void> {
    this.#busy++
    const asked = this.#shelf
    const rows = await this.ask('', step, undefined, limitMs)
    // Erased meanwhile: what was read is gone. A shelf that failed has left its place to memory, which knows as much.
    if (rows && this.#shelf && (asked === this.#shelf || this.storage === 'memory')) this.#take(rows)
    this.#rest()
  }

  /** Adds events that came from the API: remembered, not posted again. Answers how many were new. */
  async merge(imported: readonly ShopEvent[]): Promise<number> {
    const fresh = imported.filter(({ id }) => !this.#events.has(id))
    for (const event of fresh) this.#insert(event)
    await this.write(rowsOf(HISTORY, fresh))
    return fresh.length
  }

  /** Changes the shelf; if it fails, memory takes over and is asked the same. Without a shelf there is no answer. */
  async ask<Answer>(
    prefix: string,
    step: Step<Answer>,
    most?: number,
    limitMs?: number
  ): Promise<Answer | undefined> {
    const shelf = this.#shelf
    try {
      return shelf && (await this.#within(shelf.change(prefix, step, most), limitMs))
    } catch (error) {
      await this.#fall(shelf, error)
      return this.#shelf === shelf ? undefined : this.#shelf?.change(prefix, step, most)
    }
  }

  /** Forgets one event that has not been written. */
  forget(event: ShopEvent): void {
    this.#events.delete(event.id)
    this.unsent.delete(event.id)
    this.unsaved.delete(event)
    this.#buffer = this.#buffer.filter(one => one !== event)
    this.#sorted = undefined
  }

  /** Forgets everything, in memory at once, then on the device. */
  wipe(): Promise<void> {
    const shelf = this.#shelf
    this.forgetMemory()
    return this.emptyDevice(shelf)
  }

  /** Deletes what is on the device, of this visit or an earlier one. */
  emptyDevice(shelf?: Shelf): Promise<void> {
    const { world, name, complain } = this.#parts
    const doomed = shelf ?? world.openShelf(name, () => {})
    return this.#within(doomed.destroy(), OPEN_LIMIT_MS).catch(error => complain('VT-04', String(error)))
  }

  /** Forgets what is in memory and lets go of the shelf. */
  forgetMemory(): void {
    this.#shelf = this.#sorted = undefined
    this.isOpen = false
    this.rows = this.#buffer = []
    for (const memory of [this.#events, this.unsent, this.unsaved]) memory.clear()
  }

  /** Writes what is in memory and lets go of the shelf. */
  close(): void {
    const shelf = this.#shelf
    void this.write().finally(() => shelf?.close())
    this.#shelf = undefined
  }

  #insert(event: ShopEvent) {
    this.#events.set(event.id, event)
    this.#sorted = undefined
  }

  #parted(events: readonly ShopEvent[]): [waiting: Row[], told: Row[]] {
    const isWaiting = ({ id }: ShopEvent) => this.unsent.has(id)
    return [
      rowsOf(WAITING, events.filter(isWaiting)),
      rowsOf(
        HISTORY,
        events.filter(event => !isWaiting(event))
      )
    ]
  }

  #rest() {
    if (!--this.#busy) void this.write()
  }

  #take(rows: readonly Row[]) {
    this.rows = rows
    const known = rows.flatMap(eventsOf)
    // The thank-you page was opened again before we had read that we know this order.
    for (const event of this.#buffer) {
      if (known.some(one => isSameOrder(one, event.type, event.transactionId))) this.forget(event)
    }
    const waiting = rows.filter(({ key }) => key.startsWith(UNSENT)).flatMap(eventsOf)
    fill(this.#events, [...known, ...this.unsaved])
    fill(this.unsent, [...waiting, ...(this.#parts.isToSend() ? this.unsaved : [])])
    this.#sorted = undefined
  }

  /** A shelf that refuses twice is left for memory; what it had not confirmed goes along. */
  async #fall(from: Shelf | undefined, error: unknown) {
    if (!from || from !== this.#shelf) return
    this.#parts.complain('VT-04', String(error))
    from.close()
    this.#shelf = memoryShelf()
    this.#buffer = []
    this.unsaved.clear()
    await this.#shelf.write(this.#parted(this.events).flat())
  }

  #within<Answer>(work: Promise<Answer>, ms = ANSWER_LIMIT_MS): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const undo = this.#parts.world.setTimer(() => reject(new Error('timed out')), ms)
      work.then(resolve, reject).finally(undo)
    })
  }
}

/** Whether an event is the order of that number. */
export function isSameOrder({ type, transactionId }: ShopEvent, as: string, number: string | undefined) {
  return type === 'purchase' && type === as && number !== undefined && transactionId === number
}

function fill(memory: Map<string, ShopEvent>, events: readonly ShopEvent[]) {
  memory.clear()
  for (const event of events) memory.set(event.id, event)
}
