import type { PropertyKinds } from './WidgetElement.tsx'

/** The attribute of a property: `itemId` is written `item-id`. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

/** The attributes that a widget with these properties listens to. */
export function attributesOf(properties: PropertyKinds): readonly string[] {
  return Object.keys(properties)
    .filter(name => properties[name] !== 'data')
    .map(attributeName)
}
