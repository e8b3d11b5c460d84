import type { ComponentChild } from 'preact'
import { asNumber, asText, type WidgetProperties } from '../base/defineWidget.ts'
import { WidgetElement } from '../base/WidgetElement.ts'
import { watchImpressions } from '../base/watchImpressions.ts'
import { hasWords, linkOf, type Promo } from '../promo/Promo.ts'
import { picture } from '../promo/picture.tsx'
import { why } from '../promo/why.tsx'
import { sayer } from '../texts/sayer.ts'
import type { Texts } from '../texts/texts.ts'
import { BANNER_TEXTS } from './texts.ts'

/** The properties of `<vitrine-banner>` and where each lives. */
export const BANNER_PROPERTIES = {
  placement: asText,
  level: asNumber,
  reserve: asText,
  reason: asText,
  locale: asText,
  content: undefined,
  shown: undefined,
  texts: undefined
} satisfies WidgetProperties

/**
 * `<vitrine-banner>`: a few words, a picture, a link. Without content it shows what the page put into it, and changes
 * nothing about how that looks: what was painted first must not move when this script comes.
 */
export class BannerElement extends WidgetElement {
  static readonly observedAttributes: readonly string[] = Object.keys(BANNER_PROPERTIES)

  /** Which of the shop's placements this is; comes back in every event. */
  declare placement: string
  /** Of the heading, 1 to 6; 2 when absent. */
  declare level: number | undefined
  /** A CSS length: the least height, whatever is shown. */
  declare reserve: string
  /** Why the shopper sees it, in their words; empty says nothing. */
  declare reason: string
  /** BCP 47, of the content, where that is not the page's. */
  declare locale: string
  /** What it says. Give a new object to change it; what is seen of that is told anew. */
  declare content: Promo | undefined
  /** Names what the page itself put in as one of the shop's variants (`campaign/variant`): it counts as content. */
  declare shown: string | undefined
  /** Own wording by key of `BANNER_TEXTS`. */
  declare texts: Texts | undefined

  /** The content that the shopper closed. */
  #closed: unknown
  #seen: unknown

  protected override view(): ComponentChild {
    const { content, reserve, reason, shown } = this
    // Where pages reserve room themselves, too: a box inside would push the margins of what the page put in out of it.
    if (reserve) this.style.minBlockSize = reserve
    if (!hasWords(content))
      return (
        <div part={shown && 'base'} data-layout="own">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears of the links in it, which are the page's own. */}
          <slot onClick={event => shown && this.#selectWithin(event)} />
          {shown && why(reason, this.#say('banner.why'))}
        </div>
      )
    if (content === this.#closed) return null
    const { layout = '', title, text } = content
    return (
      <section
        part="base"
        aria-label={title || text}
        lang={this.locale || undefined}
        data-layout={layout === 'hero' || layout === 'bar' ? layout : 'inline'}
        style={{ minBlockSize: reserve }}
      >
        {layout === 'bar' ? this.#bar(content) : this.#card(content)}
      </section>
    )
  }

  #card(promo: Promo) {
    const { image, title, text, button } = promo
    return (
      <div part="body">
        {picture(image)}
        <div part="words">
          <div part="message">
            {title && (
              <h2 part="heading" aria-level={this.level}>
                {button ? title : this.#link(promo, title)}
              </h2>
            )}
            {text && <p part="text">{button || title ? text : this.#link(promo, text)}</p>}
          </div>
          <div part="actions">
            {button && this.#link(promo, button, 'button')}
            {why(this.reason, this.#say('banner.why'))}
          </div>
        </div>
      </div>
    )
  }

  /** No heading: a line that stands above the page's own would come before its first. */
  #bar(promo: Promo) {
    const { title, text, button } = promo
    return (
      <div part="body">
        <p part="message">
          {title && <strong part="heading">{button ? title : this.#link(promo, title)}</strong>}{' '}
          {text && <span part="text">{button || title ? text : this.#link(promo, text)}</span>}{' '}
          {button && this.#link(promo, button)}
        </p>
        <div part="actions">
          {why(this.reason, this.#say('banner.why'))}
          {/* biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root. */}
          <button part="close" aria-label={this.#say('banner.close')} onClick={() => this.#close()}>
            ×
          </button>
        </div>
      </div>
    )
  }

  /** A real link where the promo has one; a name that leads nowhere is left out, other words stand for themselves. */
  #link(promo: Promo, text: string, part = 'link') {
    const href = linkOf(promo)
    if (!href) return text !== promo.button && text
    return (
      <a part={part} href={href} onClick={event => this.#select(event)}>
        {text}
      </a>
    )
  }

  #say(key: keyof typeof BANNER_TEXTS): string {
    return sayer(BANNER_TEXTS, this.texts)(key)
  }

  #select(event: Event): void {
    if (!this.emit('vitrine:select', { placement: this.placement })) event.preventDefault()
  }

  #selectWithin(event: Event): void {
    const path = event.composedPath()
    const within = path.slice(0, path.indexOf(this))
    if (within.some(node => node instanceof Element && node.matches('a[href]'))) this.#select(event)
  }

  #close(): void {
    this.#closed = this.content
    this.emit('vitrine:dismiss', { placement: this.placement, reason: 'close' })
    this.draw()
  }

  protected override hasDrawn(): void {
    const { content, shown } = this
    const showing = hasWords(content) ? content : shown
    const isClosed = !!showing && showing === this.#closed
    // The room that the page keeps for it goes too: the shopper asked for it.
    this.toggleAttribute('data-closed', isClosed)
    // Moving the element about is no new showing; emptying it ends one.
    if (this.isConnected && !showing) this.#seen = undefined
    this.watch(this, !isClosed && showing !== this.#seen && showing, () =>
      watchImpressions([this], seen => {
        if (!seen[0]) return
        this.#seen = showing
        this.draw()
        this.emit('vitrine:impression', { placement: this.placement, items: [] })
      })
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-banner': BannerElement
  }
}
