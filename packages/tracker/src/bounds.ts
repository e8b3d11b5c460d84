import { mayStore } from '@vitrine/protocol'
import { addCounts, type Counts } from './addCounts.ts'
import { isUntidy, MAX_EVENTS } from './isUntidy.ts'
import { DROPPED } from './rowsOf.ts'
import type { Core } from './tracker.ts'
import { weightOf } from './weight.ts'

/** Events kept in memory before anyone has agreed that they may be kept elsewhere. */
const MAX_UNAGREED = 200

/** Keeps the journal in bounds, and counts what it gives up. */
export class Bounds {
  readonly #core: Core
  /** Events given up before they were delivered, by reason. */
  dropped: Counts = {}
  /** Of them, what the shelf has not been told. */
  #untold: Counts = {}

  constructor(core: Core) {
    this.#core = core
    this.added()
  }

  /** Something was added. */
  added(): void {
    const { journal, desk } = this.#core
    // Else a page that stays open for weeks.
    if (!mayStore(desk.state())) while (journal.size > MAX_UNAGREED) this.#dropOne()
    else if (journal.isOpen && journal.size > MAX_EVENTS * 1.1) void this.#tidy()
  }

  /** The shelf has been read. */
  async opened(): Promise<void> {
    const { journal } = this.#core
    const early = this.#untold
    this.#untold = {}
    if (Object.keys(early).length > 0)
      await journal.ask(DROPPED, ([before]) => ({
        put: [{ key: DROPPED, dropped: addCounts(before?.dropped, early) }],
        answer: undefined
      }))
  }

  /** Puts the shelf in order when it is time to; answers whether it was. */
  async tidied(): Promise<boolean> {
    const { journal, world } = this.#core
    const isTime = isUntidy(journal.rows, world.now())
    if (isTime) await this.#tidy()
    return isTime
  }

  /** Counts events as given up. */
  drop(reason: string, count = 1): void {
    this.dropped = addCounts(this.dropped, { [reason]: count })
  }

  /** Everything is forgotten, and how much was forgotten too. */
  wiped(): void {
    this.dropped = this.#untold = {}
  }

  #dropOne() {
    const { journal } = this.#core
    const [worst] = [...journal.events].sort((a, b) => weightOf(a) - weightOf(b))
    if (worst) journal.forget(worst)
    this.drop('memory_full')
    this.#untold = addCounts(this.#untold, { memory_full: 1 })
  }

  async #tidy() {
    const { journal, world, seldom } = this.#core
    const part = await seldom.load()
    if (!part) return
    const step = part.tidy(world.now())
    await journal.reload(rows => {
      const { answer, ...change } = step(rows)
      this.dropped = addCounts(this.dropped, answer.dropped)
      return { ...change, answer: answer.rows }
    })
  }
}
