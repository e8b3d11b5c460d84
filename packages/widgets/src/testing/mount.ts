import type { CarouselElement } from '../carousel/CarouselElement.tsx'
import { defineCarousel } from '../carousel/defineCarousel.ts'

/** Resolves after the browser has painted so many times; observers have told by the third. */
export async function frames(count = 3): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(resolve => requestAnimationFrame(resolve))
}

/** A carousel in the page, drawn. */
export async function mount(properties: Partial<CarouselElement> = {}): Promise<CarouselElement> {
  defineCarousel()
  const element = document.createElement('vitrine-carousel')
  Object.assign(element, { heading: 'For you', locale: 'en-GB', currency: 'GBP', ...properties })
  document.body.append(element)
  await frames()
  return element
}

/** All that a selector finds inside an element's shadow root. */
export function all(element: Element, selector: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]
}

/**
 * The one that a selector finds inside an element's shadow root.
 *
 * @throws {Error} When it finds none.
 */
export function one(element: Element, selector: string): HTMLElement {
  const [found] = all(element, selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}

/** What the element says to screen readers. */
export function statusOf(element: Element): string {
  return one(element, '[role=status]').textContent ?? ''
}

/** Empties the page and gives it a title and language, as a page that is tested for accessibility needs. */
export function emptyPage(): void {
  document.body.replaceChildren()
  document.title = 'A shop'
  document.documentElement.lang = 'en'
  document.documentElement.dir = 'ltr'
  document.documentElement.style.colorScheme = 'light'
  document.body.style.margin = '16px'
  // axe takes a page without a background for white, even where the browser draws it dark.
  document.body.style.background = 'Canvas'
}
