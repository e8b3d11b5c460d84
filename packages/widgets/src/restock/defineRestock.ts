/// <reference path="../css.d.ts" />

import { defineWidget } from '../base/defineWidget.ts'
import card from '../card/card.css?inline'
import { RESTOCK_PROPERTIES, RestockElement } from './RestockElement.tsx'
import css from './restock.css?inline'

/** Registers `<vitrine-restock>`. Where somebody has already registered it, nothing happens. */
export function defineRestock(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-restock'
  defineWidget({ tag, element: RestockElement, properties: RESTOCK_PROPERTIES, css: card + css }, registry)
}
