import { type Html, html } from '../pages/html.ts'
import type { Share } from './readDesk.ts'

/** Ends of a scale that a person reads easily. */
const ENDS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1]

/** Where a scale from nothing ends that holds all these shares. */
export function scaleOf(shares: readonly Share[]): number {
  const highest = Math.max(0, ...shares.map(({ interval }) => interval[1]))
  return ENDS.find(end => end >= highest) ?? 1
}

/**
 * A share as a dot and its 95 % interval as a line through it. It says nothing that does not stand beside it in figures,
 * so readers of the page's words are not bothered with it.
 *
 * @param end - Of the scale, so that what stands above one another can be compared.
 */
export function whisker({ share, interval: [low, high] }: Share, end: number): Html {
  // Room for half a dot at both ends.
  const at = (value: number) => `${(2 + (96 * Math.min(value, end)) / end).toFixed(2)}%`
  return html`<svg class="whisker" width="100%" height="16" aria-hidden="true" focusable="false">
      <line class="scale" x1="2%" x2="98%" y1="8" y2="8"></line>
      <line class="range" x1="${at(low)}" x2="${at(high)}" y1="8" y2="8"></line>
      <line class="stop" x1="${at(low)}" x2="${at(low)}" y1="4" y2="12"></line>
      <line class="stop" x1="${at(high)}" x2="${at(high)}" y1="4" y2="12"></line>
      <circle cx="${at(share)}" cy="8" r="4.5"></circle>
    </svg>`
}

/** "4.2 %", to a tenth where that says something. */
export function percent(share: number): string {
  const hundredths = share * 100
  const isWhole = Number.isInteger(Math.round(hundredths * 10) / 10) || hundredths >= 99.95
  return `${hundredths.toFixed(isWhole ? 0 : 1)} %`
}
