/** A clock for tests in a browser: it stands until it is told to go, and then everything due runs at once. */
export class SkipClock {
  #now = Date.UTC(2026, 10, 22, 12)
  #timers: { readonly at: number; readonly work: () => void }[] = []

  now = (): number => this.#now

  setTimer = (work: () => void, ms: number): (() => void) => {
    const timer = { at: this.#now + ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter(one => one !== timer)
    }
  }

  pass(ms: number) {
    const end = this.#now + ms
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#timers = this.#timers.filter(one => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.work()
    }
    this.#now = end
  }
}
