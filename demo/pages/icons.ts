import { type Html, html, raw } from './html.ts'

/** Lines in a box of 24, drawn in the colour of the text around them. */
const LINES = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.6-4 3.7-6 8-6s7.4 2 8 6',
  basket: 'M3 9h18l-2 11H5L3 9ZM8 9l3-6M16 9l-3-6',
  leaf: 'M5 20C4 10 10 4 20 4c0 10-5 15-13 14M5 20c2-5 5-8 9-10',
  check: 'M4 12.5 10 18 20 6',
  arrow: 'M5 12h14M13 6l6 6-6 6'
} as const

/** A small drawing beside words that say the same; it is hidden from screen readers. */
export function icon(name: keyof typeof LINES): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="${raw(LINES[name])}" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
