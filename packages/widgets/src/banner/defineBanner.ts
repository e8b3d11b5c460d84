/// <reference path="../css.d.ts" />
import { defineWidget } from '../base/defineWidget.ts'
import { BANNER_PROPERTIES, BannerElement } from './BannerElement.tsx'
import css from './banner.css?inline'

/** Registers `<vitrine-banner>`. Where somebody has already registered it, nothing happens. */
export function defineBanner(registry: CustomElementRegistry = customElements): void {
  const tag = 'vitrine-banner'
  defineWidget({ tag, element: BannerElement, properties: BANNER_PROPERTIES, css }, registry)
}
