import type { TrackedWindow } from '../world.ts'

/** A page as the senses know it: something that is looked at, scrolled and pointed at. */
export class FakeGlass {
  readonly document = {
    hidden: false,
    activeElement: null,
    documentElement: { scrollHeight: 4400 },
    querySelectorAll: (): Element[] => []
  }
  readonly innerWidth = 1280
  readonly innerHeight = 800
  readonly AbortController = AbortController
  readonly IntersectionObserver: unknown
  readonly MutationObserver: unknown
  scrollY = 0
  /** Observers that have something to observe. */
  observing = 0
  areAllPassive = true
  #listeners: { name: string; heard: (event: object) => void }[] = []

  constructor() {
    const glass = this
    this.MutationObserver = class {
      observe() {
        glass.observing++
      }
      disconnect() {
        glass.observing--
      }
    }
    this.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    }
  }

  addEventListener(name: string, heard: (event: object) => void, how: AddEventListenerOptions) {
    const listener = { name, heard }
    this.areAllPassive &&= how.passive === true
    this.#listeners.push(listener)
    how.signal?.addEventListener('abort', () => {
      this.#listeners = this.#listeners.filter(one => one !== listener)
    })
  }

  /** Names of what is listened to. */
  get listening(): readonly string[] {
    return this.#listeners.map(({ name }) => name)
  }

  /** Something happens, as the browser would tell it. */
  fire(name: string, event: object = {}) {
    for (const listener of [...this.#listeners]) if (listener.name === name) listener.heard(event)
  }

  scrollTo(y: number) {
    this.scrollY = y
    this.fire('scroll', { target: this.document })
  }

  hide() {
    this.document.hidden = true
    this.fire('visibilitychange')
  }

  show() {
    this.document.hidden = false
    this.fire('visibilitychange')
  }

  get window(): TrackedWindow {
    return this as unknown as TrackedWindow
  }
}
