/// <reference path="../css.d.ts" />

import { defineWidget } from '../base/defineWidget.ts'
import card from '../card/card.css?inline'
import { CAROUSEL_PROPERTIES, CarouselElement } from './CarouselElement.tsx'
import css from './carousel.css?inline'

/** Registers `<vitrine-carousel>`. Where somebody has already registered it, nothing happens. */
export function defineCarousel(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-carousel'
  defineWidget({ tag, element: CarouselElement, properties: CAROUSEL_PROPERTIES, css: card + css }, registry)
}
