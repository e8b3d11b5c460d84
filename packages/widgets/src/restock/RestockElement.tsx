import type { ComponentChild } from 'preact'
import { asNumber, asText, type WidgetProperties } from '../base/defineWidget.ts'
import { watchImpressions } from '../base/watchImpressions.ts'
import { CardsElement } from '../card/CardsElement.ts'
import type { CarouselItem } from '../carousel/events.ts'
import { showable } from '../carousel/showable.ts'
import { sayer } from '../texts/sayer.ts'
import type { Say } from '../texts/texts.ts'
import type { RestockEventMap, RestockIntents } from './events.ts'
import { RESTOCK_TEXTS, type RestockTextKey } from './restockTexts.ts'
import { signupForm } from './signupForm.tsx'

/** How far a signup is: not begun, on its way, taken (the address is not yet confirmed), or not taken. */
export type RestockStatus = 'idle' | 'sending' | 'pending' | 'failed'

/** The properties of `<vitrine-restock>` and where each lives. */
export const RESTOCK_PROPERTIES = {
  placement: asText,
  variant: asText,
  product: asText,
  heading: asText,
  level: asNumber,
  status: attribute => attribute || 'idle',
  problem: asText,
  marketing: attribute => attribute !== null,
  reserve: asText,
  locale: asText,
  currency: asText,
  substitute: undefined,
  texts: undefined
} satisfies WidgetProperties

/**
 * `<vitrine-restock>`: asks for an address to write to when a variant can be bought again. It sends nothing itself, and
 * remembers no address once somebody has taken it. In its shadow root it is a form of its own, wherever it stands.
 */
export class RestockElement extends CardsElement {
  static readonly observedAttributes: readonly string[] = Object.keys(RESTOCK_PROPERTIES)

  /** The variant that cannot be bought, by the feed's id. Without one, what the page put into the element is shown. */
  declare variant: string
  /** What the product is called. */
  declare product: string
  declare heading: string
  /** Of the heading, 1 to 6; 2 when absent. */
  declare level: number | undefined
  /** `sending` is set here, the rest by whoever hears the intent; another variant begins anew. */
  declare status: RestockStatus
  /** What went wrong and what to do, where `status` is `failed`; a sentence of ours when empty. */
  declare problem: string
  /** Whether news are offered as well, by a box of their own. */
  declare marketing: boolean
  /** A CSS length: the least height, from the start and whatever happens. */
  declare reserve: string
  /** What can be bought instead. */
  declare substitute: CarouselItem | undefined

  #form: HTMLFormElement | null = null
  #error: '' | 'missing' | 'invalid' = ''
  #isTried = false
  #drawnAs: unknown
  /** Variants and substitutes, by id. */
  readonly #seen = new Set<string>()

  override attributeChangedCallback(name?: string, before?: string | null, now?: string | null): void {
    if (name === 'variant' && before && before !== now) {
      this.status = 'idle'
      this.#forget()
    }
    this.draw()
  }

  protected override view(): ComponentChild {
    const { variant, reserve } = this
    const style = { display: 'flow-root', minBlockSize: reserve }
    if (!variant) return <slot style={style} />
    const say = sayer(RESTOCK_TEXTS, this.texts)
    return (
      <section part="base" aria-labelledby="heading" style={style}>
        <div part="content">
          <div part="signup" data-status={this.status}>
            {this.#drawForm(say)}
            {this.#drawMessage(say)}
          </div>
          {this.#drawSubstitute(say)}
        </div>
      </section>
    )
  }

  #drawForm(say: Say<RestockTextKey>) {
    const { heading, level, status, problem } = this
    const { purpose, news } = this.#asked(say)
    const failed = status === 'failed' && (problem || say('restock.failed'))
    return signupForm({
      say,
      heading: heading || say('restock.heading'),
      level,
      purpose,
      news,
      problem: this.#error ? say(`restock.${this.#error}`) : failed || '',
      isInvalid: !!this.#error,
      isSending: status === 'sending',
      onForm: form => {
        this.#form = form
      },
      onSubmit: event => this.#submit(event),
      // Only who has tried is corrected: nobody likes to be told while they are still writing.
      onLeave: () => this.#isTried && this.#check()
    })
  }

  /** What the shopper is asked, word for word. */
  #asked(say: Say<RestockTextKey>) {
    const product = this.product || say('restock.product')
    return { purpose: say('restock.purpose', { product }), news: this.marketing && say('restock.news') }
  }

  /** Lies where the form was, so that nothing moves. The region is there before it says anything: else it is not heard. */
  #drawMessage(say: Say<RestockTextKey>) {
    const { status } = this
    const isDone = status === 'pending'
    return (
      <div part={isDone ? 'done' : undefined} class={isDone ? undefined : 'sr'}>
        <p role="status">
          {isDone ? (
            <>
              <strong part="title">{say('restock.pending')}</strong> {say('restock.confirm')}
            </>
          ) : status === 'sending' ? (
            say('restock.sending')
          ) : (
            this.spoken
          )}
        </p>
        {isDone && (
          // biome-ignore lint/a11y/useButtonType: it is outside the form.
          <button part="again" onClick={() => this.#again()}>
            {say('restock.again')}
          </button>
        )}
      </div>
    )
  }

  #drawSubstitute(say: Say<RestockTextKey>) {
    const shown = this.#shownSubstitute()
    return (
      shown[0] && (
        <div part="substitute">
          <p part="title" id="substitute">
            {say('restock.substitute')}
          </p>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none. */}
          <ul role="list" aria-labelledby="substitute">
            {this.cards(shown, say)}
          </ul>
        </div>
      )
    )
  }

  #shownSubstitute(): readonly CarouselItem[] {
    const { substitute } = this
    return showable(substitute ? [substitute] : [])
  }

  #field<Name extends 'email' | 'news'>(name: Name): HTMLInputElement | null {
    return this.#form?.querySelector<HTMLInputElement>(`[name=${name}]`) ?? null
  }

  /** Whether the address can be one. Says what is wrong with it until it is not. */
  #check(): boolean {
    const validity = this.#field('email')?.validity
    this.#error = validity?.valueMissing ? 'missing' : validity?.valid ? '' : 'invalid'
    this.draw()
    return !this.#error
  }

  #submit(event: Event): void {
    event.preventDefault()
    if (this.status === 'sending') return
    this.#isTried = true
    this.problem = ''
    const email = this.#field('email')
    if (!this.#check()) {
      this.status = 'idle'
      email?.focus()
      return
    }
    // Before anybody hears of it, so that they may answer at once, and a second press finds it under way.
    this.status = 'sending'
    const { purpose, news } = this.#asked(sayer(RESTOCK_TEXTS, this.texts))
    const marketing = !!news && this.#field('news')?.checked === true
    this.emit('vitrine:restock', {
      placement: this.placement,
      itemId: this.variant,
      email: email?.value ?? '',
      marketing,
      consent: marketing ? `${purpose}\n${news}` : purpose
    } satisfies RestockIntents['vitrine:restock'])
  }

  #again(): void {
    this.status = 'idle'
    // Microtasks keep their order: by then it is drawn.
    queueMicrotask(() => this.#field('email')?.focus())
  }

  #forget(): void {
    this.problem = ''
    this.#error = ''
    this.#isTried = false
  }

  protected override hasDrawn(): void {
    this.#afterStatus()
    const [substitute] = this.#shownSubstitute()
    this.watch(this.#form, `${this.variant} ${substitute?.card.id}`, form =>
      this.#watchSeen(form, substitute)
    )
  }

  /** What was taken is nobody's business any more, not even of whoever uses this browser next. */
  #afterStatus(): void {
    const { status } = this
    if (this.#drawnAs === status) return
    this.#drawnAs = status
    if (status !== 'pending') return
    const hadFocus = this.#form?.matches(':focus-within')
    this.#form?.reset()
    this.#forget()
    if (hadFocus) this.shadowRoot?.querySelector<HTMLElement>('[part=again]')?.focus()
  }

  #watchSeen(form: Element, substitute: CarouselItem | undefined): () => void {
    const card = this.shadowRoot?.querySelector('li')
    return watchImpressions(card ? [form, card] : [form], elements => {
      const ids = elements.map(element => (element === form ? this.variant : (substitute?.card.id ?? '')))
      const isNew = ids.some(id => !this.#seen.has(id))
      for (const id of ids) this.#seen.add(id)
      const items = substitute && card && elements.includes(card) ? [substitute] : []
      if (isNew) this.emit('vitrine:impression', { placement: this.placement, items })
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-restock': RestockElement
  }
  interface HTMLElementEventMap extends RestockEventMap {}
  interface DocumentEventMap extends RestockEventMap {}
  interface WindowEventMap extends RestockEventMap {}
}
