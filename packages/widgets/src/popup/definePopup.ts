/// <reference path="../css.d.ts" />
import { defineWidget } from '../base/defineWidget.ts'
import { POPUP_PROPERTIES, PopupElement } from './PopupElement.tsx'
import css from './popup.css?inline'

/** Registers `<vitrine-popup>`. Where somebody has already registered it, nothing happens. */
export function definePopup(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-popup'
  defineWidget({ tag, element: PopupElement, properties: POPUP_PROPERTIES, css }, registry)
}
