import { type ComponentChild, render } from 'preact'
import { attributeName } from './attributeName.ts'
import { Boundary } from './Boundary.tsx'
import { sheetOf } from './sheetOf.ts'

/**
 * Where a property lives. `text`, `number` and `flag` are their attribute, read and written as the platform's own are
 * (absent: `''`, `undefined`, `false`); `data` has no attribute and keeps what it was given.
 */
export type PropertyKind = 'text' | 'number' | 'flag' | 'data'

/** A widget's properties by name. */
export type PropertyKinds = Readonly<Record<string, PropertyKind>>

/**
 * A custom element drawn by Preact into an open shadow root. What it drew stays while it is moved about in the page,
 * properties that were set before the element was defined are kept, and changes made together are drawn once.
 */
export abstract class WidgetElement extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #data = new Map<string, unknown>()
  #isQueued = false
  #hasFailed = false

  /** What is shown, from the element's own properties. An empty answer shows nothing. */
  protected abstract view(): ComponentChild
  /** The text of the sheet that all elements of the class share. */
  protected abstract css(): string

  constructor() {
    super()
    this.#root.adoptedStyleSheets = [sheetOf(this.css())]
  }

  connectedCallback(): void {
    // Set on the bare element before its class came, these hide the accessors.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, value)
    }
    this.#draw()
  }

  disconnectedCallback(): void {
    this.#draw()
  }

  /** `moveBefore` keeps everything alive: there is nothing to do, and without this it would count as leaving. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#draw()
  }

  /** Sends an intent out of the element, through any shadow root around it. False when somebody prevented it. */
  protected emit(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }))
  }

  /** Answers for the accessors that `defineWidget` lays on. */
  readProperty(name: string, kind: PropertyKind): unknown {
    if (kind === 'data') return this.#data.get(name)
    const text = this.getAttribute(attributeName(name))
    if (kind === 'flag') return text !== null
    if (kind === 'text') return text ?? ''
    const number = Number.parseFloat(text ?? '')
    return Number.isFinite(number) ? number : undefined
  }

  /** Answers for the accessors that `defineWidget` lays on. `null` and `undefined` take an attribute away. */
  writeProperty(name: string, kind: PropertyKind, value: unknown): void {
    if (kind === 'data') {
      if (Object.is(this.#data.get(name), value)) return
      this.#data.set(name, value)
      this.#draw()
      return
    }
    const attribute = attributeName(name)
    if (kind === 'flag') this.toggleAttribute(attribute, Boolean(value))
    else if (value === undefined || value === null) this.removeAttribute(attribute)
    else this.setAttribute(attribute, String(value))
  }

  #draw(): void {
    if (this.#isQueued) return
    this.#isQueued = true
    queueMicrotask(() => {
      this.#isQueued = false
      // Never in a page: nothing to draw yet. No longer in one: drawn once more, so that observers are closed.
      if (!this.isConnected && !this.#root.hasChildNodes()) return
      render(<Boundary onError={this.#fail}>{this.view()}</Boundary>, this.#root)
    })
  }

  readonly #fail = (error: unknown): void => {
    // One report for an element is enough to find the bug, and a page's console is not ours to fill.
    if (this.#hasFailed) return
    this.#hasFailed = true
    if (this.emit('vitrine:error', { error }, true)) console.error('vitrine: WIDGET_FAILED', error)
  }
}
