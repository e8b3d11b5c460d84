import { type Html, html } from '../pages/html.ts'
import type { Arm, CampaignFigures, Share } from './readDesk.ts'
import { percent, scaleOf, whisker } from './whisker.ts'

/** What a campaign did: a line a variant, and the holdout below. */
export function armTable({ variants, holdout }: CampaignFigures): Html {
  const arms = [...variants, ...(holdout ? [holdout] : [])]
  const clickEnd = scaleOf(variants.map(({ clickRate }) => clickRate))
  const orderEnd = scaleOf(arms.map(({ orderRate }) => orderRate))
  // A campaign of one variant has no name for it that says anything.
  const nameOf = ({ variant }: Arm) => (variants.length > 1 ? (variant ?? 'unnamed') : 'With it')
  return html`<table class="arms">
      <thead><tr>
        <th scope="col">Variant</th><th scope="col">Shown</th><th scope="col">Clicked</th><th scope="col">Dismissed</th>
        <th scope="col">Visitors</th>
        <th scope="col" class="chart">Visitors who clicked <small>0 to ${percent(clickEnd)}</small></th>
        <th scope="col" class="chart">Visitors who ordered <small>0 to ${percent(orderEnd)}</small></th>
      </tr></thead>
      <tbody>${arms.map(arm => armRow(arm, nameOf(arm), { clickEnd, orderEnd, isHoldout: arm === holdout }))}</tbody>
    </table>
    ${holdout ? '' : html`<p class="aside">No holdout, or nobody in it yet: what would have happened without it is not known.</p>`}`
}

interface Scales {
  readonly clickEnd: number
  readonly orderEnd: number
  readonly isHoldout: boolean
}

function armRow(arm: Arm, name: string, { clickEnd, orderEnd, isHoldout }: Scales): Html {
  const { shown, clicked, dismissed, visitors, ordered, clickRate, orderRate, lift } = arm
  const count = (label: string, value: number | string) => html`<td data-label="${label}">${value}</td>`
  return html`<tr class="${isHoldout ? 'holdout' : ''}">
      <th scope="row">${isHoldout ? html`Holdout <small>saw nothing of it</small>` : name}</th>
      ${count('Shown', shown)}
      ${count('Clicked', isHoldout ? '–' : clicked)}
      ${count('Dismissed', isHoldout ? '–' : dismissed)}
      ${count('Visitors', visitors)}
      <td class="chart" data-label="Visitors who clicked">${isHoldout ? '–' : shareCell(clickRate, clickEnd)}</td>
      <td class="chart" data-label="Visitors who ordered">${shareCell(orderRate, orderEnd, ordered)}${lift ? liftLine(lift) : ''}</td>
    </tr>`
}

function shareCell(share: Share, end: number, count?: number): Html {
  const [low, high] = share.interval
  const of = count === undefined ? '' : `${count}: `
  return html`<span class="share"><b>${of}${percent(share.share)}</b> <small>${percent(low)} to ${percent(high)}</small></span>${whisker(share, end)}`
}

/** The difference from the holdout, and what may be said of it: nothing while the interval holds nought. */
function liftLine({ share, interval: [low, high] }: Share): Html {
  const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)}`
  const words = low > 0 ? 'more than without it' : high < 0 ? 'fewer than without it' : 'too early to tell'
  return html`<span class="lift ${low > 0 ? 'up' : high < 0 ? 'down' : ''}">${points(share)} points <small>(${points(low)} to ${points(high)})</small>: ${words}</span>`
}
