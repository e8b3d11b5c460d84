/// <reference path="../css.d.ts" />
import { CARD_SHEET } from '../card/cardSheet.ts'
import { defineWidget } from '../base/defineWidget.ts'
import { RESTOCK_PROPERTIES, RestockElement } from './RestockElement.tsx'
import css from './restock.css?inline'

/** Registers `<vitrine-restock>`. Where somebody has already registered it, nothing happens. */
export function defineRestock(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-restock'
  defineWidget(
    { tag, element: RestockElement, properties: RESTOCK_PROPERTIES, css: CARD_SHEET + css },
    registry
  )
}
