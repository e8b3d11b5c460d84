/** A clock that stands until it is told to go. */
export class FakeClock {
  #now: number
  #timers: { at: number; work: () => void }[] = []

  constructor(now = Date.UTC(2026, 10, 21, 12)) {
    this.#now = now
  }

  now = (): number => this.#now

  setTimer = (work: () => void, ms: number): (() => void) => {
    const timer = { at: this.#now + ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter(one => one !== timer)
    }
  }

  /** Timers that are set and not yet run. */
  get waiting(): number {
    return this.#timers.length
  }

  /** Lets time pass, and between timers lets promises and storage come to rest. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers = this.#timers.filter(one => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.work()
      await settled()
    }
    this.#now = end
  }
}

/** Lets everything already under way finish: fake-indexeddb answers by setImmediate, one turn for each request. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 400; turn++) await new Promise<void>(resolve => setImmediate(resolve))
}
