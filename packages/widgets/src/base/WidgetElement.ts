import { type ComponentChild, render } from 'preact'

/**
 * A custom element drawn by Preact into an open shadow root. What it drew stays while it is moved about in the page,
 * properties that were set before the element was defined are kept, and changes made together are drawn once.
 */
export abstract class WidgetElement extends HTMLElement {
  /** Properties that are not attributes. `defineWidget` lays the accessors on. */
  readonly data: Record<string, unknown> = {}
  /** The one sheet of the class: constructed, so that a strict content security policy has nothing to refuse. */
  declare readonly sheet: CSSStyleSheet
  readonly #root = this.attachShadow({ mode: 'open' })
  #isQueued = false
  #hasFailed = false
  #watched: unknown
  #unwatch = (): void => {}

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [this.sheet]
  }

  /** What is shown, from the element's own properties. Null shows nothing. */
  protected abstract view(): ComponentChild

  /** Called when the view has been drawn, and when the element has left the page: whatever listens must close then. */
  protected abstract hasDrawn(): void

  connectedCallback(): void {
    // Set on the bare element before its class came, these hide the accessors.
    for (const [name, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, value)
    }
    this.draw()
  }

  disconnectedCallback(): void {
    this.draw()
  }

  attributeChangedCallback(): void {
    this.draw()
  }

  /** Sends an intent out of the element, through any shadow root around it. False when somebody prevented it. */
  protected emit(name: string, detail: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail })
    )
  }

  /** Keeps open what watches over a drawn element, until that has left the page or `what` it shows is another or nothing. */
  protected watch<Drawn extends Element>(
    drawn: Drawn | null,
    what: unknown,
    open: (drawn: Drawn) => () => void
  ): void {
    const watched = drawn?.isConnected && what
    if (this.#watched === watched) return
    this.#watched = watched
    this.#unwatch()
    this.#unwatch = watched && drawn ? open(drawn) : () => {}
  }

  /** Draws before the next paint, once for all that has changed until then. */
  draw(): void {
    if (this.#isQueued) return
    this.#isQueued = true
    queueMicrotask(() => {
      this.#isQueued = false
      if (this.isConnected && !this.#hasFailed) this.#drawNow()
      this.hasDrawn()
    })
  }

  /** Where drawing fails, what the page itself put into the element is shown from then on. */
  #drawNow(): void {
    try {
      render(this.view(), this.#root)
    } catch (error) {
      this.#hasFailed = true
      this.#root.replaceChildren(document.createElement('slot'))
      console.error('[vitrine VT-06]', error)
    }
  }
}
