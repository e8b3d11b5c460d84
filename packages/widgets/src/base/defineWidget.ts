import type { PropertyKinds, WidgetElement } from './WidgetElement.tsx'

/** What a widget is defined by. */
export type WidgetDefinition = {
  readonly tag: `vitrine-${string}`
  readonly element: { new (): WidgetElement; readonly prototype: WidgetElement }
  readonly properties: PropertyKinds
}

/** Defines an element once, with its properties: a second copy of the script changes nothing and throws nothing. */
export function defineWidget(widget: WidgetDefinition, registry: CustomElementRegistry): void {
  const { tag, element, properties } = widget
  if (registry.get(tag)) return
  for (const [name, kind] of Object.entries(properties)) {
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: WidgetElement) {
        return this.readProperty(name, kind)
      },
      set(this: WidgetElement, value: unknown) {
        this.writeProperty(name, kind, value)
      }
    })
  }
  registry.define(tag, element)
}
