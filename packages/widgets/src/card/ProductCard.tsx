import { safeUrl } from '@vitrine/protocol'
import { Component, type TargetedKeyboardEvent } from 'preact'
import type { CarouselItem, EmitIntent } from '../carousel/events.ts'
import type { Say } from '../texts/texts.ts'
import { Choices } from './Choices.tsx'
import { Facts } from './Facts.tsx'
import type { Money } from './money.ts'
import { Picture } from './Picture.tsx'
import { Price } from './Price.tsx'
import { isBuyable, onlyVariantId } from './variants.ts'

type ProductCardProps = {
  readonly item: CarouselItem
  readonly say: Say
  readonly money: Money
  readonly emit: EmitIntent
  /** Says something to those who cannot see it happen. */
  readonly announce: (text: string) => void
}

type ProductCardState = {
  readonly open: 'choices' | 'reason' | undefined
  readonly isAdded: boolean
  readonly isGone: boolean
}

const focus = (element: HTMLElement | null): void => element?.focus()

/** One product: a real link, its price, and what a shopper can do with it. What opens covers the picture and moves nothing. */
export class ProductCard extends Component<ProductCardProps, ProductCardState> {
  override state: ProductCardState = { open: undefined, isAdded: false, isGone: false }
  #dislike: HTMLElement | null = null
  #buy: HTMLElement | null = null

  #add(variantId: string): void {
    const { item, say, emit, announce } = this.props
    if (!emit('vitrine:add', { item, variantId, quantity: 1 }, true)) return
    if (this.state.open) focus(this.#buy)
    this.setState({ isAdded: true, open: undefined })
    announce(say('card.addedTitle', { title: item.card.title }))
  }

  #pressAdd = (): void => {
    const variantId = onlyVariantId(this.props.item.card)
    if (variantId === undefined) this.#toggle('choices')
    else this.#add(variantId)
  }

  #toggle(open: 'choices' | 'reason'): void {
    const isOpen = this.state.open === open
    this.setState({ open: isOpen ? undefined : open })
    if (open === 'reason' && !isOpen) this.props.emit('vitrine:why', { item: this.props.item })
  }

  #setGone(isGone: boolean): void {
    const { item, emit } = this.props
    this.setState({ isGone, open: undefined }, () => {
      if (!isGone) focus(this.#dislike)
    })
    emit(isGone ? 'vitrine:dislike' : 'vitrine:undo-dislike', { item })
  }

  /** Closes what is open and gives the focus back to what opened it, before it would be lost. */
  #close(card: ParentNode): void {
    focus(card.querySelector<HTMLElement>('[aria-expanded=true]'))
    this.setState({ open: undefined })
  }

  #pressKey = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || !this.state.open) return
    event.stopPropagation()
    this.#close(event.currentTarget)
  }

  #select = (event: Event): void => {
    const { item, emit } = this.props
    if (!emit('vitrine:select', { item, position: item.position }, true)) event.preventDefault()
  }

  override render() {
    const { item, say, money } = this.props
    const { card, reason } = item
    const { open, isAdded, isGone } = this.state
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the card's own buttons opened.
      <div part="card" data-gone={isGone || undefined} onKeyDown={this.#pressKey}>
        <div part="media">
          <Picture card={card} />
          <Facts card={card} say={say} isAdded={isAdded} />
        </div>
        <a part="link" href={safeUrl(card.link) ?? ''} onClick={this.#select}>
          {card.brand && <span part="brand">{card.brand} </span>}
          {card.title}
        </a>
        <Price card={card} say={say} money={money} />
        {this.#addButton()}
        {open === 'choices' && (
          <Choices
            label={`${this.#chooseText()}: ${card.title}`}
            variants={card.variants ?? []}
            price={card.price}
            say={say}
            money={money}
            onChoose={variantId => this.#add(variantId)}
          />
        )}
        {reason && (
          <button
            type="button"
            part="action why"
            aria-expanded={open === 'reason'}
            aria-label={`${say('card.why')} ${card.title}`}
            onClick={() => this.#toggle('reason')}
          >
            {say('card.why')}
          </button>
        )}
        {open === 'reason' && <p part="panel reason">{reason}</p>}
        <button
          type="button"
          part="action dislike"
          aria-label={`${say('card.dislike')}: ${card.title}`}
          ref={element => {
            this.#dislike = element
          }}
          onClick={() => this.#setGone(true)}
        >
          {say('card.dislike')}
        </button>
        {isGone && this.#note()}
      </div>
    )
  }

  #chooseText(): string {
    const isBySize = this.props.item.card.variants?.every(({ size }) => size)
    return this.props.say(isBySize ? 'card.chooseSize' : 'card.chooseOption')
  }

  #addButton() {
    const { item, say } = this.props
    const mustChoose = onlyVariantId(item.card) === undefined
    const canBuy = isBuyable(item.card)
    const text = canBuy ? (mustChoose ? this.#chooseText() : say('card.add')) : say('card.soldOut')
    return (
      <button
        type="button"
        part="button add"
        disabled={!canBuy}
        aria-expanded={mustChoose ? this.state.open === 'choices' : undefined}
        aria-label={`${text}: ${item.card.title}`}
        ref={element => {
          this.#buy = element
        }}
        onClick={this.#pressAdd}
      >
        {text}
      </button>
    )
  }

  #note() {
    const { item, say } = this.props
    return (
      <div part="note">
        <p>{say('card.disliked')}</p>
        <button
          type="button"
          part="button undo"
          aria-label={`${say('card.undo')}: ${item.card.title}`}
          ref={focus}
          onClick={() => this.#setGone(false)}
        >
          {say('card.undo')}
        </button>
      </div>
    )
  }
}
