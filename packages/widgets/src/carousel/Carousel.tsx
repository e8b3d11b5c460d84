import { Component } from 'preact'
import { watchImpressions } from '../base/watchImpressions.ts'
import { moneyIn } from '../card/money.ts'
import { ProductCard } from '../card/ProductCard.tsx'
import { sayer } from '../texts/sayer.ts'
import type { Say, Texts } from '../texts/texts.ts'
import { blanks } from './blanks.ts'
import type { CarouselItem, EmitIntent } from './events.ts'
import { endsOf, type Track, turnPage } from './page.ts'
import { showable } from './showable.ts'

export type CarouselProps = {
  readonly heading: string
  readonly headingLevel: number | undefined
  /** Undefined while nobody knows yet. */
  readonly items: readonly CarouselItem[] | undefined
  readonly limit: number | undefined
  readonly layout: string
  readonly reserve: string
  readonly collapse: boolean
  readonly texts: Texts | undefined
  readonly locale: string
  readonly currency: string
  readonly placement: string
  /** False once the element has left the page: everything that listens is closed. */
  readonly isConnected: boolean
  /** Whether the element begins below what the shopper sees, where its room can go without anything moving. */
  readonly isBelowView: () => boolean
  readonly emit: EmitIntent
}

type CarouselState = {
  readonly isAtStart: boolean
  readonly isAtEnd: boolean
  readonly status: string
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** As many blanks as the widest row shows. */
const BLANKS = 8

/** A row or grid of products. Scrolling is the browser's own; nothing moves by itself, nothing repeats. */
export class Carousel extends Component<CarouselProps, CarouselState> {
  override state: CarouselState = { isAtStart: true, isAtEnd: true, status: '' }
  readonly #seen = new Set<string>()
  #list: HTMLUListElement | null = null
  #drawn = 0
  #stop = (): void => {}

  override componentDidMount(): void {
    this.#watch()
  }

  override componentDidUpdate({ items, isConnected, limit }: CarouselProps): void {
    const now = this.props
    if (items !== now.items || isConnected !== now.isConnected || limit !== now.limit) this.#watch()
  }

  override componentWillUnmount(): void {
    this.#stop()
  }

  #watch(): void {
    this.#stop()
    const { items = [], isConnected, limit } = this.props
    const list = this.#list
    const shown = showable(items, limit)
    if (!isConnected || !list || shown.length === 0) return
    const sizes = new ResizeObserver(this.#follow)
    sizes.observe(list)
    const elements = [...list.children]
    const forget = watchImpressions(elements, seen =>
      this.#report(seen.flatMap(element => shown[elements.indexOf(element)] ?? []))
    )
    this.#stop = () => {
      sizes.disconnect()
      forget()
      this.#stop = () => {}
    }
  }

  #report(seen: readonly CarouselItem[]): void {
    const items = seen.filter(({ card }) => !this.#seen.has(card.id))
    for (const { card } of items) this.#seen.add(card.id)
    if (items.length > 0) this.props.emit('vitrine:impression', { placement: this.props.placement, items })
  }

  #follow = (): void => {
    if (!this.#list) return
    const { isAtStart, isAtEnd } = endsOf(trackOf(this.#list))
    if (isAtStart !== this.state.isAtStart || isAtEnd !== this.state.isAtEnd) {
      this.setState({ isAtStart, isAtEnd })
    }
  }

  #turn(by: 1 | -1, say: Say): void {
    const list = this.#list
    if (!list || (by === 1 ? this.state.isAtEnd : this.state.isAtStart)) return
    const track = trackOf(list)
    const { scrollPx, from, to } = turnPage(track, by)
    const sign = getComputedStyle(list).direction === 'rtl' ? -1 : 1
    list.scrollTo({ left: sign * scrollPx })
    this.#announce(say('carousel.range', { from, to, count: track.count }))
  }

  #announce = (text: string): void => {
    // The same words a second time would not be spoken: a space without width makes them other words.
    this.setState(({ status }) => ({ status: status === text ? `${text}\u200b` : text }))
  }

  override render() {
    const { items, limit, texts } = this.props
    const say = sayer(texts)
    if (!items) {
      this.#drawn = limit ?? BLANKS
      return this.#section('loading', blanks(this.#drawn), say)
    }
    const shown = showable(items, limit)
    if (shown.length > 0) {
      this.#drawn = shown.length
      return this.#section('loaded', shown, say)
    }
    return this.#mustKeepRoom() ? this.#section('empty', blanks(this.#drawn), say) : null
  }

  #section(state: 'loading' | 'loaded' | 'empty', items: readonly CarouselItem[], say: Say) {
    const { layout, reserve, heading } = this.props
    return (
      <section
        part="base"
        aria-label={heading || say('carousel.label')}
        aria-busy={state === 'loading'}
        data-layout={layout === 'grid' ? 'grid' : 'row'}
        data-state={state}
        style={{ minBlockSize: reserve }}
      >
        {this.#header(say)}
        <ul
          part="list"
          // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none.
          role="list"
          inert={state !== 'loaded'}
          ref={list => {
            this.#list = list
          }}
          onScroll={this.#follow}
        >
          {this.#cards(items, say)}
        </ul>
        <p class="sr" role="status">
          {this.state.status}
        </p>
      </section>
    )
  }

  #mustKeepRoom(): boolean {
    const { reserve, collapse, isBelowView } = this.props
    return !collapse && (reserve !== '' || this.#drawn > 0) && !isBelowView()
  }

  #header(say: Say) {
    const { heading, headingLevel = 2, layout } = this.props
    const { isAtStart, isAtEnd } = this.state
    const Heading = HEADINGS[headingLevel - 1] ?? 'h2'
    return (
      <header part="header">
        {heading && <Heading part="heading">{heading}</Heading>}
        {layout !== 'grid' && (
          <div part="navigation" data-still={(isAtStart && isAtEnd) || undefined}>
            <button
              type="button"
              part="button previous"
              aria-label={say('carousel.previous')}
              aria-disabled={isAtStart}
              onClick={() => this.#turn(-1, say)}
            />
            <button
              type="button"
              part="button next"
              aria-label={say('carousel.next')}
              aria-disabled={isAtEnd}
              onClick={() => this.#turn(1, say)}
            />
          </div>
        )}
      </header>
    )
  }

  #cards(items: readonly CarouselItem[], say: Say) {
    const { locale, currency, emit } = this.props
    const money = moneyIn(locale, currency)
    return items.map(item => (
      <li key={item.card.id} part="item">
        <ProductCard item={item} say={say} money={money} emit={emit} announce={this.#announce} />
      </li>
    ))
  }
}

function trackOf(list: HTMLElement): Track {
  const [first, second] = list.children
  const step = first && second ? second.getBoundingClientRect().left - first.getBoundingClientRect().left : 0
  return {
    scrolledPx: Math.abs(list.scrollLeft),
    viewPx: list.clientWidth,
    contentPx: list.scrollWidth,
    stepPx: Math.abs(step) || list.clientWidth,
    count: list.children.length
  }
}
