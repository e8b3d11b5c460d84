import { type Html, html } from '../pages/html.ts'
import type { Range } from '../range/openRange.ts'
import type { Queue } from './readDesk.ts'

/** The longest queues; the rest is counted. */
const MOST_ROWS = 30

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** Who waits for what. No address stands here: it is nobody's business but the mail's. */
export function queueTable(queues: readonly Queue[], range: Range): Html {
  if (queues.length === 0) return html`<p class="empty">Nobody is waiting for anything.</p>`
  const states = [...new Set(queues.flatMap(({ counts }) => Object.keys(counts)))]
  const longest = [...queues].sort((a, b) => peopleIn(b) - peopleIn(a)).slice(0, MOST_ROWS)
  const rest = queues.length - longest.length
  return html`<table class="queue">
      <thead><tr><th scope="col">Variant</th>${states.map(state => html`<th scope="col">${inWords(state)}</th>`)}<th scope="col">Waiting since</th></tr></thead>
      <tbody>${longest.map(
        ({ item, counts, oldest }) => html`<tr>
          <th scope="row">${range.variant(item)?.variant.title ?? item} <small>${item}</small></th>
          ${states.map(state => html`<td data-label="${inWords(state)}">${counts[state] ?? 0}</td>`)}
          <td data-label="Waiting since">${oldest === undefined ? '–' : DAY.format(oldest)}</td>
        </tr>`
      )}</tbody>
    </table>
    ${rest > 0 ? html`<p class="aside">And ${rest} more.</p>` : ''}`
}

function peopleIn({ counts }: Queue): number {
  return Object.values(counts).reduce((sum, people) => sum + people, 0)
}

/** `not_told` as a person would say it: "Not told". */
function inWords(state: string): string {
  const words = state.replaceAll(/[_-]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
