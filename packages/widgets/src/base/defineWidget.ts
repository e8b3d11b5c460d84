import type { WidgetElement } from './WidgetElement.ts'

/**
 * Reads a property from the attribute of its name, which is where it lives, as the platform's own do. Without a reader
 * a property has no attribute and keeps what it was given.
 */
export type ReadProperty = ((attribute: string | null) => unknown) | undefined

/** A widget's properties by name: single lower-case words, since attributes know no capitals. */
export type WidgetProperties = Readonly<Record<string, ReadProperty>>

/** Text, empty when absent. */
export const asText = (attribute: string | null): string => attribute ?? ''
/** A number other than 0, undefined when absent or none. */
export const asNumber = (attribute: string | null): number | undefined => Number(attribute) || undefined

/** What a widget is defined by. */
export type WidgetDefinition = {
  readonly tag: `vitrine-${string}`
  readonly element: { new (): WidgetElement; readonly prototype: WidgetElement }
  readonly properties: WidgetProperties
  readonly css: string
}

/** Defines an element once, with its properties: a second copy of the script changes nothing and throws nothing. */
export function defineWidget(widget: WidgetDefinition, registry: CustomElementRegistry): void {
  const { tag, element, properties, css } = widget
  if (registry.get(tag)) return
  for (const [name, read] of Object.entries(properties)) {
    Object.defineProperty(element.prototype, name, {
      get(this: WidgetElement) {
        return read ? read(this.getAttribute(name)) : this.data[name]
      },
      set(this: WidgetElement, value: unknown) {
        if (!read) {
          this.data[name] = value
          this.draw()
        } else if (value === undefined || value === null || value === false) this.removeAttribute(name)
        else this.setAttribute(name, value === true ? '' : String(value))
      }
    })
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  Object.assign(element.prototype, { sheet })
  registry.define(tag, element)
}
