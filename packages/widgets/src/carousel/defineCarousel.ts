/// <reference path="../css.d.ts" />
import { CARD_SHEET } from '../card/cardSheet.ts'
import { defineWidget } from '../base/defineWidget.ts'
import { CAROUSEL_PROPERTIES, CarouselElement } from './CarouselElement.tsx'
import css from './carousel.css?inline'

/** Registers `<vitrine-carousel>`. Where somebody has already registered it, nothing happens. */
export function defineCarousel(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-carousel'
  defineWidget(
    { tag, element: CarouselElement, properties: CAROUSEL_PROPERTIES, css: CARD_SHEET + css },
    registry
  )
}
