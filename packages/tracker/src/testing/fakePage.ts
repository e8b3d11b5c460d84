import type { TrackedWindow } from '../world.ts'

/** A document that knows what our readers ask of one. */
class FakeDocument extends EventTarget {
  title = 'A page'
  referrer = ''
  readyState = 'complete'
  visibilityState = 'visible'
  prerendering = false
  body = { dataset: {} as Record<string, string>, className: '' }
  documentElement = { dataset: {} as Record<string, string> }
  jsonLd: string[] = []
  pageMeta: string | undefined

  querySelectorAll(): { textContent: string }[] {
    return this.jsonLd.map(textContent => ({ textContent }))
  }

  querySelector(selector: string): { content?: string } | null {
    if (selector.startsWith('script')) return this.jsonLd.length > 0 ? {} : null
    return this.pageMeta === undefined ? null : { content: this.pageMeta }
  }
}

/** What a page is made of, with a past to go back to. */
export class FakePage extends EventTarget {
  readonly document = new FakeDocument()
  readonly location: { href: string; pathname: string; search: string }
  readonly history: { pushState: History['pushState']; replaceState: History['replaceState']; back(): void }
  readonly navigator: {
    globalPrivacyControl?: boolean
    locks?: LockManager
    sendBeacon?: (url: string, body: string) => boolean
  } = { locks: globalThis.navigator.locks }
  readonly navigation: EventTarget | undefined
  dataLayer: unknown
  readonly listening: string[] = []
  readonly observers = new Set<() => void>()
  readonly MutationObserver: unknown

  constructor(url = 'https://shop.example/', { hasNavigation = true } = {}) {
    super()
    const past = [url]
    this.location = { href: url, pathname: new URL(url).pathname, search: new URL(url).search }
    const navigation = hasNavigation ? new EventTarget() : undefined
    this.navigation = navigation
    const go = (to: string | URL | null | undefined) => {
      const next = new URL(String(to ?? this.location.href), this.location.href)
      Object.assign(this.location, { href: next.href, pathname: next.pathname, search: next.search })
      navigation?.dispatchEvent(new Event('currententrychange'))
    }
    this.history = Object.create({
      pushState: (_state: unknown, _title: string, to?: string | URL | null) => {
        past.push(new URL(String(to ?? ''), this.location.href).href)
        go(to)
      },
      replaceState: (_state: unknown, _title: string, to?: string | URL | null) => {
        past[past.length - 1] = new URL(String(to ?? ''), this.location.href).href
        go(to)
      },
      back: () => {
        past.pop()
        go(past.at(-1))
        this.dispatchEvent(new Event('popstate'))
      }
    }) as typeof this.history
    const { observers } = this
    this.MutationObserver = class {
      readonly changed: () => void
      constructor(changed: () => void) {
        this.changed = changed
      }
      observe() {
        observers.add(this.changed)
      }
      disconnect() {
        observers.delete(this.changed)
      }
    }
    for (const target of [this, this.document, navigation]) if (target) this.#watch(target)
  }

  /** Notes who listens, so that a test can see that nobody does any more. */
  #watch(target: EventTarget) {
    const { addEventListener, removeEventListener } = target
    target.addEventListener = (...call: Parameters<EventTarget['addEventListener']>) => {
      this.listening.push(call[0])
      addEventListener.apply(target, call)
    }
    target.removeEventListener = (...call: Parameters<EventTarget['removeEventListener']>) => {
      this.listening.splice(this.listening.indexOf(call[0]), 1)
      removeEventListener.apply(target, call)
    }
  }

  /** Replaces the page's structured data, as a router or a script does. */
  draw(...jsonLd: unknown[]) {
    this.document.jsonLd = jsonLd.map(data => (typeof data === 'string' ? data : JSON.stringify(data)))
    for (const changed of this.observers) changed()
  }

  hide() {
    this.document.visibilityState = 'hidden'
    this.document.dispatchEvent(new Event('visibilitychange'))
  }

  show() {
    this.document.visibilityState = 'visible'
    this.document.dispatchEvent(new Event('visibilitychange'))
  }

  leave() {
    this.dispatchEvent(new Event('pagehide'))
    this.hide()
  }

  restore() {
    this.document.visibilityState = 'visible'
    this.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  }

  get window(): TrackedWindow {
    return this as unknown as TrackedWindow
  }
}
