import { type Html, html } from '../pages/html.ts'
import type { Queue, WaitingLists } from './readDesk.ts'

/** The longest queues; the rest is counted. */
const MOST_ROWS = 30

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** Where a wish can stand, in the order in which it goes. */
const STATES: readonly (readonly [state: string, words: string])[] = [
  ['pending', 'Not confirmed'],
  ['confirmed', 'Waiting'],
  ['claimed', 'Being told'],
  ['notified', 'Told'],
  ['bounced', 'Bounced'],
  ['unsubscribed', 'Left'],
  ['expired', 'Given up']
]

/** Who waits for what, in numbers: whose addresses they are is nobody's business here. */
export function queueTable({ queues, mail }: WaitingLists): Html {
  const trouble =
    mail.retrying > 0
      ? html`<p class="said">${mail.retrying} mails could not be sent and will be tried again. The last said: ${mail.lastProblem ?? 'nothing'}</p>`
      : ''
  if (queues.length === 0) return html`${trouble}<p class="empty">Nobody is waiting for anything.</p>`
  const states = STATES.filter(([state]) => queues.some(({ counts }) => counts[state]))
  const waiting = ({ counts }: Queue) => counts['confirmed'] ?? 0
  const longest = [...queues].sort((a, b) => waiting(b) - waiting(a)).slice(0, MOST_ROWS)
  const rest = queues.length - longest.length
  return html`${trouble}<table class="queue">
      <thead><tr><th scope="col">Variant</th><th scope="col">On the shelf</th>${states.map(([, words]) => html`<th scope="col">${words}</th>`)}<th scope="col">First since</th></tr></thead>
      <tbody>${longest.map(
        ({ itemId, title, counts, quantity, oldest }) => html`<tr>
          <th scope="row">${title} <small>${itemId}</small></th>
          <td data-label="On the shelf">${quantity ?? '–'}</td>
          ${states.map(([state, words]) => html`<td data-label="${words}">${counts[state] ?? 0}</td>`)}
          <td data-label="First since">${oldest === undefined ? '–' : DAY.format(oldest)}</td>
        </tr>`
      )}</tbody>
    </table>
    ${rest > 0 ? html`<p class="aside">And ${rest} more.</p>` : ''}`
}
