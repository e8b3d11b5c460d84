declare global {
  interface Window {
    dataLayer?: unknown[]
  }
}

/** Pushes an event to the page's `dataLayer`, as any shop with Google's tag does. */
export function tell(event: Readonly<Record<string, unknown>>): void {
  window.dataLayer ??= []
  if ('ecommerce' in event) window.dataLayer.push({ ecommerce: null })
  window.dataLayer.push(event)
}
