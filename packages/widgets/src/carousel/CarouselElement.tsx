/// <reference path="../css.d.ts" />
import type { ComponentChild } from 'preact'
import { attributesOf } from '../base/attributeName.ts'
import { type PropertyKinds, WidgetElement } from '../base/WidgetElement.tsx'
import type { Texts } from '../texts/texts.ts'
import { Carousel } from './Carousel.tsx'
import css from './carousel.css?inline'
import type { CarouselEventMap, CarouselItem, EmitIntent } from './events.ts'

/** The properties of `<vitrine-carousel>` and where each lives. */
export const CAROUSEL_PROPERTIES = {
  placement: 'text',
  strategy: 'text',
  itemId: 'text',
  limit: 'number',
  heading: 'text',
  headingLevel: 'number',
  layout: 'text',
  reserve: 'text',
  collapse: 'flag',
  locale: 'text',
  currency: 'text',
  items: 'data',
  texts: 'data'
} as const satisfies PropertyKinds

/** `<vitrine-carousel>`: a row or grid of products. It fetches and remembers nothing; what the shopper does comes out as events. */
export class CarouselElement extends WidgetElement {
  static readonly observedAttributes = attributesOf(CAROUSEL_PROPERTIES)

  /** Which of the shop's placements this is; comes back in impressions. */
  declare placement: string
  /** For whoever fills the element: how to choose the products. The element itself does not read it. */
  declare strategy: string
  /** For whoever fills the element: the product to start from. */
  declare itemId: string
  /** At most so many products; as many blanks are drawn before. */
  declare limit: number | undefined
  declare heading: string
  /** 1 to 6; 2 when absent. */
  declare headingLevel: number | undefined
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

  protected override css(): string {
    return css
  }

  protected override view(): ComponentChild {
    return (
      <Carousel
        heading={this.heading}
        headingLevel={this.headingLevel}
        items={this.items ?? undefined}
        limit={this.limit}
        layout={this.layout}
        reserve={this.reserve}
        collapse={this.collapse}
        texts={this.texts}
        locale={this.locale || (this.closest<HTMLElement>('[lang]')?.lang ?? '')}
        currency={this.currency}
        placement={this.placement}
        isConnected={this.isConnected}
        isBelowView={this.#isBelowView}
        emit={this.#emit}
      />
    )
  }

  readonly #isBelowView = (): boolean => this.getBoundingClientRect().top >= innerHeight

  readonly #emit: EmitIntent = (name, detail, isCancelable) => this.emit(name, detail, isCancelable)
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-carousel': CarouselElement
  }
  interface HTMLElementEventMap extends CarouselEventMap {}
  interface DocumentEventMap extends CarouselEventMap {}
  interface WindowEventMap extends CarouselEventMap {}
}
