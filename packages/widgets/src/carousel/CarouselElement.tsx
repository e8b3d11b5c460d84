/// <reference path="../css.d.ts" />
import type { ComponentChild } from 'preact'
import { asFlag, asNumber, asText, type WidgetProperties } from '../base/defineWidget.ts'
import { WidgetElement } from '../base/WidgetElement.ts'
import { watchImpressions } from '../base/watchImpressions.ts'
import { moneyIn } from '../card/money.ts'
import { productCard } from '../card/productCard.tsx'
import type { CardState, Shop } from '../card/Shop.ts'
import { sayer } from '../texts/sayer.ts'
import type { Say, Texts } from '../texts/texts.ts'
import { blanks } from './blanks.ts'
import css from './carousel.css?inline'
import type { CarouselEventMap, CarouselItem } from './events.ts'
import { showable } from './showable.ts'
import { turnPage } from './turnPage.ts'
import { watchWhole } from './watchWhole.ts'

/** The properties of `<vitrine-carousel>` and where each lives. */
export const CAROUSEL_PROPERTIES = {
  placement: asText,
  limit: asNumber,
  heading: asText,
  level: asNumber,
  layout: asText,
  reserve: asText,
  collapse: asFlag,
  locale: asText,
  currency: asText,
  items: undefined,
  texts: undefined
} satisfies WidgetProperties

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** As many blanks as the widest row shows. */
const BLANKS = 8

let shared: CSSStyleSheet | undefined

/**
 * `<vitrine-carousel>`: a row or grid of products. It fetches and remembers nothing; what the shopper does comes out as
 * events. Scrolling is the browser's own; nothing moves by itself, nothing repeats.
 */
export class CarouselElement extends WidgetElement {
  static readonly observedAttributes: readonly string[] = Object.keys(CAROUSEL_PROPERTIES)

  /** Which of the shop's placements this is; comes back in impressions. */
  declare placement: string
  /** At most so many products; as many blanks are drawn before. */
  declare limit: number | undefined
  declare heading: string
  /** Of the heading, 1 to 6; 2 when absent. */
  declare level: number | undefined
  /** `row` (also when absent) or `grid`. */
  declare layout: string
  /** A CSS length: the least height, kept whatever happens. */
  declare reserve: string
  /** Gives its room up at once when there is nothing to show, even in view. */
  declare collapse: boolean
  /** BCP 47; the language of the page when absent. */
  declare locale: string
  /** ISO 4217. Without it no price is shown. */
  declare currency: string
  /** The products, undefined until they are known. Give a new list to change it. */
  declare items: readonly CarouselItem[] | undefined
  /** Own wording by key of `TEXTS`. */
  declare texts: Texts | undefined

  readonly #seen = new Set<string>()
  readonly #states = new Map<string, CardState>()
  #list: HTMLUListElement | null = null
  #status = ''
  /** For each card, whether the row shows it wholly. */
  #isWhole: readonly boolean[] = []
  /** How many cards or blanks were drawn last: the room an empty answer may have to keep. */
  #count = 0
  #watched: unknown
  #unwatch = (): void => {}

  protected override sheet(): CSSStyleSheet {
    if (!shared) {
      shared = new CSSStyleSheet()
      shared.replaceSync(css)
    }
    return shared
  }

  protected override view(): ComponentChild {
    const { items, limit, heading, layout, reserve } = this
    const shown = items && showable(items, limit)
    const isEmpty = shown?.length === 0
    if (isEmpty && !this.#mustKeepRoom()) return null
    if (!isEmpty) this.#count = shown?.length ?? limit ?? BLANKS
    const say = sayer(this.texts)
    return (
      <section
        part="base"
        aria-label={heading || say('carousel.label')}
        aria-busy={!items}
        data-layout={layout === 'grid' ? layout : 'row'}
        data-empty={isEmpty}
        style={{ minBlockSize: reserve }}
      >
        {this.#header(say)}
        {this.#cards(isEmpty ? undefined : shown, say)}
        <p class="sr" role="status">
          {this.#status}
        </p>
      </section>
    )
  }

  /** What was in view must not vanish under the shopper's eyes; what begins below it may. */
  #mustKeepRoom(): boolean {
    if (this.collapse || !(this.reserve || this.#count)) return false
    return this.getBoundingClientRect().top < innerHeight
  }

  #header(say: Say) {
    const Heading = HEADINGS[(this.level ?? 2) - 1] ?? 'h2'
    return (
      <header part="header">
        {this.heading && <Heading part="heading">{this.heading}</Heading>}
        <div part="navigation" data-still={!this.#isWhole.includes(false)}>
          {this.#turner('previous', say)}
          {this.#turner('next', say)}
        </div>
      </header>
    )
  }

  /** A real button, before the cards. At an end it can still be reached, and does nothing. */
  #turner(to: 'previous' | 'next', say: Say) {
    const isNext = to === 'next'
    const isAtEnd = this.#isWhole.at(isNext ? -1 : 0) ?? true
    return (
      // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
      <button
        part={`button ${to}`}
        aria-label={say(`carousel.${to}`)}
        aria-disabled={isAtEnd}
        onClick={() => isAtEnd || this.#turn(isNext ? 1 : -1, say)}
      >
        {isNext ? '›' : '‹'}
      </button>
    )
  }

  #cards(shown: readonly CarouselItem[] | undefined, say: Say) {
    const locale = this.locale || document.documentElement.lang
    const shop: Shop = {
      say,
      money: moneyIn(locale, this.currency),
      emit: (name, detail) => this.emit(name, detail),
      announce: text => this.#announce(text),
      change: (id, state, focus) => this.#change(id, state, focus)
    }
    return (
      <ul
        part="list"
        // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none.
        role="list"
        inert={!shown}
        ref={list => {
          this.#list = list
        }}
      >
        {(shown ?? blanks(this.#count)).map(item =>
          productCard(item, this.#states.get(item.card.id) ?? {}, shop)
        )}
      </ul>
    )
  }

  #change(id: string, state: CardState, focus?: string): void {
    this.#states.set(id, { ...this.#states.get(id), ...state })
    this.draw()
    const card = this.shadowRoot?.activeElement?.closest('li')
    // Microtasks keep their order: by then it is drawn.
    if (focus) queueMicrotask(() => card?.querySelector<HTMLElement>(focus)?.focus())
  }

  #announce(text: string): void {
    // The same words a second time would not be spoken: a space without width makes them other words.
    this.#status = this.#status === text ? `${text}\u200b` : text
    this.draw()
  }

  protected override hasDrawn(): void {
    const list = this.#list
    const watched = list?.isConnected && !list.inert && this.items
    if (this.#watched === watched) return
    this.#watched = watched
    this.#unwatch()
    this.#unwatch = () => {}
    if (list && watched) this.#watch(list, showable(watched, this.limit))
  }

  #watch(list: HTMLElement, shown: readonly CarouselItem[]): void {
    const cards = [...list.children]
    const forgetSeen = watchImpressions(cards, seen => {
      const items = shown.filter(
        ({ card }, at) => seen.includes(cards[at] ?? list) && !this.#seen.has(card.id)
      )
      for (const { card } of items) this.#seen.add(card.id)
      if (items.length > 0) this.emit('vitrine:impression', { placement: this.placement, items })
    })
    const forgetWhole = watchWhole(list, cards, isWhole => {
      this.#isWhole = isWhole
      this.draw()
    })
    this.#unwatch = () => {
      forgetSeen()
      forgetWhole()
    }
  }

  #turn(by: 1 | -1, say: Say): void {
    const cards = this.#list?.children
    const { now, first, last } = turnPage(this.#isWhole, by)
    // From card to card, so that the direction of writing is the browser's business.
    const left = (at: number) => cards?.[at]?.getBoundingClientRect().left ?? 0
    this.#list?.scrollBy({ left: left(first) - left(now) })
    this.#announce(say('carousel.range', { from: first + 1, to: last + 1, count: this.#count }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-carousel': CarouselElement
  }
  interface HTMLElementEventMap extends CarouselEventMap {}
  interface DocumentEventMap extends CarouselEventMap {}
  interface WindowEventMap extends CarouselEventMap {}
}
