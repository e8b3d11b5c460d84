import type { ComponentChild } from 'preact'
import { asNumber, asText, type WidgetProperties } from '../base/defineWidget.ts'
import { watchImpressions } from '../base/watchImpressions.ts'
import { watchView } from '../base/watchView.ts'
import { CardsElement } from '../card/CardsElement.ts'
import { sayer } from '../texts/sayer.ts'
import type { Say } from '../texts/texts.ts'
import { blanks } from './blanks.ts'
import { TEXTS, type TextKey } from './carouselTexts.ts'
import type { CarouselEventMap, CarouselItem } from './events.ts'
import { showable } from './showable.ts'
import { turnPage } from './turnPage.ts'

/** The properties of `<vitrine-carousel>` and where each lives. */
export const CAROUSEL_PROPERTIES = {
  placement: asText,
  limit: asNumber,
  heading: asText,
  level: asNumber,
  layout: asText,
  reserve: asText,
  locale: asText,
  currency: asText,
  items: undefined,
  texts: undefined
} satisfies WidgetProperties

/** Layout rounds to fractions of a pixel: a card that lacks less than a fiftieth is whole. */
const WHOLE = 0.98

/**
 * `<vitrine-carousel>`: a row or grid of products. It fetches and remembers nothing; what the shopper does comes out as
 * events. Scrolling is the browser's own; nothing moves by itself, nothing repeats.
 */
export class CarouselElement extends CardsElement {
  static readonly observedAttributes: readonly string[] = Object.keys(CAROUSEL_PROPERTIES)

  /** At most so many products; as many blanks are drawn before. */
  declare limit: number | undefined
  declare heading: string
  /** Of the heading, 1 to 6; 2 when absent. */
  declare level: number | undefined
  /** `row` (also when absent) or `grid`. */
  declare layout: string
  /** A CSS length: the least height, from the start and whatever happens. `0` gives all room up when there is nothing to show. */
  declare reserve: string
  /** The products, undefined until they are known. Give a new list to change it; what is seen of that is told anew. */
  declare items: readonly CarouselItem[] | undefined

  /** By product id, of the list that was watched last. */
  readonly #seen = new Set<string>()
  #seenIn: unknown
  #list: HTMLUListElement | null = null
  /** For each card, whether the row shows it wholly. */
  #isWhole: readonly boolean[] = []

  protected override view(): ComponentChild {
    const { items, limit, heading, layout, reserve } = this
    const shown = items && showable(items, limit)
    // A flow of its own, so that no margin of what the page put there adds to the room.
    if (shown?.length === 0)
      return <slot style={{ display: 'flow-root', minBlockSize: this.#roomToKeep() }} />
    const say = sayer(TEXTS, this.texts)
    return (
      <section
        part="base"
        class={layout === 'grid' ? layout : 'row'}
        aria-label={heading}
        style={{ minBlockSize: reserve }}
      >
        {this.#header(say)}
        {this.#cards(shown, say)}
        <p class="sr" role="status">
          {this.spoken}
        </p>
      </section>
    )
  }

  /** What was in view must not vanish under the shopper's eyes; what begins below it may. */
  #roomToKeep(): string {
    const { reserve } = this
    const box = this.shadowRoot?.firstElementChild?.getBoundingClientRect()
    return reserve !== '0' && box && box.top < innerHeight ? `${box.height}px` : reserve
  }

  #header(say: Say<TextKey>) {
    const { heading, level } = this
    return (
      <header part="header">
        {heading && (
          <h2 part="heading" aria-level={level}>
            {heading}
          </h2>
        )}
        <div part="navigation" inert={!this.#isWhole.includes(false)}>
          {this.#turner('previous', this.#isWhole[0], say)}
          {this.#turner('next', this.#isWhole.at(-1), say)}
        </div>
      </header>
    )
  }

  /** A real button, before the cards. At an end it can still be reached, and does nothing. */
  #turner(to: 'previous' | 'next', isAtEnd = true, say: Say<TextKey>) {
    return (
      // biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root.
      <button
        part={`button ${to}`}
        aria-label={say(`carousel.${to}`)}
        aria-disabled={isAtEnd}
        onClick={() => isAtEnd || this.#turn(to, say)}
      >
        {to === 'next' ? '›' : '‹'}
      </button>
    )
  }

  #cards(shown: readonly CarouselItem[] | undefined, say: Say<TextKey>) {
    return (
      <ul
        part="list"
        // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none.
        role="list"
        inert={!shown}
        ref={list => {
          this.#list = list
        }}
        onFocusIn={event => this.#reveal([...event.currentTarget.children])}
      >
        {this.cards(shown ?? blanks(this.limit), say)}
      </ul>
    )
  }

  /** A browser that moves the focus to what it shows a bit of leaves it at that. A press must not move what is pressed. */
  #reveal(cards: readonly Element[]): void {
    const at = cards.findIndex(card => card.matches(':has(:focus-visible)'))
    if (!this.#isWhole[at]) cards[at]?.scrollIntoView({ block: 'nearest', inline: 'start' })
  }

  protected override hasDrawn(): void {
    const { items = [] } = this
    this.watch(this.#list, this.items, list => {
      // A new list is a new showing, be it of the same products; moving the element about is none.
      if (this.#seenIn !== items) this.#seen.clear()
      this.#seenIn = items
      return this.#watchCards(list, showable(items, this.limit))
    })
  }

  #watchCards(list: HTMLElement, shown: readonly CarouselItem[]): () => void {
    const cards = [...list.children]
    const isWhole = cards.map(() => false)
    const forgetWhole = watchView(cards, { root: list, threshold: WHOLE }, entries => {
      for (const { target, intersectionRatio } of entries)
        isWhole[cards.indexOf(target)] = intersectionRatio >= WHOLE
      this.#isWhole = isWhole
      this.draw()
    })
    const forgetSeen = watchImpressions(cards, seen => {
      const items = shown.filter(
        ({ card }, at) => seen.includes(cards[at] ?? list) && !this.#seen.has(card.id)
      )
      for (const { card } of items) this.#seen.add(card.id)
      if (items[0]) this.emit('vitrine:impression', { placement: this.placement, items })
    })
    return () => {
      forgetWhole()
      forgetSeen()
    }
  }

  #turn(to: 'previous' | 'next', say: Say<TextKey>): void {
    const list = this.#list
    const { now, first, last } = turnPage(this.#isWhole, to === 'next' ? 1 : -1)
    // From card to card, so that the direction of writing is the browser's business.
    const left = (at: number) => list?.children[at]?.getBoundingClientRect().left ?? 0
    list?.scrollBy({ left: left(first) - left(now) })
    this.announce(say('carousel.range', { from: first + 1, to: last + 1, count: this.#isWhole.length }))
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
