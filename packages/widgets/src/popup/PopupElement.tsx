import type { ComponentChild } from 'preact'
import { asText, type WidgetProperties } from '../base/defineWidget.ts'
import { WidgetElement } from '../base/WidgetElement.ts'
import type { CloseReason } from '../promo/events.ts'
import { hasWords, linkOf, type Promo } from '../promo/Promo.ts'
import { picture } from '../promo/picture.tsx'
import { why } from '../promo/why.tsx'
import { sayer } from '../texts/sayer.ts'
import type { Texts } from '../texts/texts.ts'
import { offerOf, type PopupOffer } from './offerOf.tsx'
import { openCorner } from './openCorner.ts'
import { openModal, showModal } from './openModal.ts'
import { POPUP_TEXTS } from './texts.ts'

/** The properties of `<vitrine-popup>` and where each lives. */
export const POPUP_PROPERTIES = {
  placement: asText,
  reason: asText,
  open: attribute => attribute !== null,
  content: undefined,
  offer: undefined,
  texts: undefined
} satisfies WidgetProperties

/** Narrower, a window is a phone's, and a dialog over all of it would be an interstitial. */
const PHONE = '(width < 600px)'

/** A live region is listened to from when it was noticed, and that takes a moment. */
const NEWS_AFTER_MS = 200

/** Popups that are open, the newest last: Escape closes one at a time. */
const OPEN: PopupElement[] = []

/**
 * `<vitrine-popup>`: a few words that come by themselves, on the browser's own `<dialog>`. It decides nothing about
 * when: whoever calls `show` does. Closed, it is not there.
 */
export class PopupElement extends WidgetElement {
  static readonly observedAttributes: readonly string[] = Object.keys(POPUP_PROPERTIES)

  /** Which of the shop's placements this is; comes back in every event. */
  declare placement: string
  /** Why the shopper sees it, in their words; empty says nothing. */
  declare reason: string
  /** Whether it is shown. */
  declare open: boolean
  /** What it says. Its layout is `modal` (also when absent) or `corner`; a phone has only the latter. */
  declare content: Promo | undefined
  declare offer: PopupOffer | undefined
  /** Own wording by key of `POPUP_TEXTS`. */
  declare texts: Texts | undefined

  /** Undoes all that showing it did to the page. Set while it is shown. */
  #undo: (() => void) | undefined
  /** It was to be open, and nobody was told yet that it is not any more: also of what never came to be drawn. */
  #isAsked = false
  #isModal = false
  /** What screen readers are told of a popup that does not take the focus. */
  #news = ''
  #isCopied = false
  /** Where a press began: a selection that ends outside is no press on the backdrop. */
  #pressed: unknown

  /** Shows the content, if there is any. Shown already, nothing happens. */
  show(): void {
    if (hasWords(this.content)) this.open = true
  }

  /** Closes it and leaves the page as it was. Closed already, nothing happens. */
  close(reason: CloseReason = 'page'): void {
    this.open = false
    if (!this.#isAsked) return
    this.#isAsked = false
    const undo = this.#undo
    undo?.()
    this.#undo = undefined
    this.#isCopied = false
    const detail = { placement: this.placement, reason }
    if (undo && reason !== 'select' && reason !== 'page') this.emit('vitrine:dismiss', detail)
    this.emit('vitrine:close', detail)
  }

  override attributeChangedCallback(): void {
    this.#isAsked ||= this.open
    this.draw()
  }

  protected override view(): ComponentChild {
    const { content } = this
    const said = this.open && hasWords(content) && content
    return [
      // Screen readers miss a region that comes together with its words: this one is always here.
      <p key="news" class="sr" role="status">
        {said && this.#news}
      </p>,
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape.
      <dialog
        key="dialog"
        part="dialog"
        aria-label={said ? said.title || said.text : undefined}
        onClose={({ currentTarget }) => this.#undo && !currentTarget.open && this.close('escape')}
        onPointerDown={event => {
          this.#pressed = event.target
        }}
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget && this.#pressed === target) this.close('backdrop')
        }}
      >
        {said && this.#inside(said)}
      </dialog>
    ]
  }

  #inside({ image, title, text, decline, ...promo }: Promo) {
    const { offer, reason } = this
    const copied = this.#isCopied && this.#say('popup.copied')
    return (
      <>
        {this.#button('close', '×', 'close', this.#say('popup.close'))}
        <div part="body">
          {picture(image)}
          <div part="words">
            <div part="message">
              {title && (
                <h2 part="heading" tabIndex={-1}>
                  {title}
                </h2>
              )}
              {text && <p part="text">{text}</p>}
              {offer &&
                offerOf({
                  offer,
                  name: this.#say('popup.code'),
                  copy: copied || this.#say('popup.copy'),
                  onCopied: () => {
                    this.#isCopied = true
                    this.draw()
                  }
                })}
            </div>
            <div part="actions">
              {this.#action(promo)}
              {decline && this.#button('decline', decline, 'decline')}
            </div>
            {why(reason, this.#say('popup.why'))}
          </div>
        </div>
        <p class="sr" role="status">
          {copied}
        </p>
      </>
    )
  }

  /** A real link; without one, a button that takes the shopper back to the page they are on. */
  #action(promo: Promo) {
    const href = linkOf(promo)
    if (!promo.button) return null
    const select = (event: Event) => {
      if (!this.emit('vitrine:select', { placement: this.placement })) event.preventDefault()
      this.close('select')
    }
    return href ? (
      <a part="button" href={href} onClick={select}>
        {promo.button}
      </a>
    ) : (
      // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
      <button part="button" onClick={select}>
        {promo.button}
      </button>
    )
  }

  #button(part: string, text: string, reason: CloseReason, label?: string) {
    return (
      // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
      <button part={part} aria-label={label} onClick={() => this.close(reason)}>
        {text}
      </button>
    )
  }

  #say(key: keyof typeof POPUP_TEXTS): string {
    return sayer(POPUP_TEXTS, this.texts)(key)
  }

  protected override hasDrawn(): void {
    const dialog = this.shadowRoot?.querySelector('dialog')
    if (!dialog || !this.isConnected || !this.open || !hasWords(this.content)) this.close()
    else if (!this.#undo) this.#open(dialog, this.content)
    else if (this.#isModal && !dialog.matches(':modal')) showModal(dialog)
  }

  #open(dialog: HTMLDialogElement, { layout, title, text }: Promo): void {
    this.#isModal = layout !== 'corner' && !matchMedia(PHONE).matches
    dialog.dataset['form'] = this.#isModal ? 'modal' : 'corner'
    const stop = this.#isModal ? openModal(dialog) : this.#openBeside(dialog, [title, text])
    OPEN.push(this)
    this.#undo = () => {
      OPEN.splice(OPEN.indexOf(this), 1)
      stop()
    }
    this.emit('vitrine:impression', { placement: this.placement, items: [] })
  }

  #openBeside(dialog: HTMLDialogElement, words: readonly (string | undefined)[]): () => void {
    const stop = openCorner(dialog)
    const tell = (news: string) => {
      this.#news = news
      this.draw()
    }
    const timer = setTimeout(() => tell(words.filter(Boolean).join('. ')), NEWS_AFTER_MS)
    const onKey = (event: KeyboardEvent) => this.#closeByKey(event)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      clearTimeout(timer)
      this.#news = ''
      stop()
    }
  }

  /** The browser closes modal dialogs by itself, the page's among them. */
  #closeByKey(event: KeyboardEvent): void {
    const isInModal = event.composedPath().some(node => node instanceof Element && node.matches(':modal'))
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isInModal) return
    if (OPEN.at(-1) !== this) return
    event.preventDefault()
    this.close('escape')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-popup': PopupElement
  }
}
