import { element } from '../element.ts'
import { pageData } from '../pageData.ts'
import { linksIn } from './linksIn.ts'
import type { TrialPart } from './mountTrial.ts'
import { trialCall } from './trialCall.ts'

/** A mail of the drawer, as the shop's server read it. */
interface Mail {
  readonly id: string
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface Drawer {
  readonly mails: readonly Mail[]
  readonly unreadable: number
}

/** A confirmation is written within a moment of the wish. */
const LOOK_EVERY_MS = 2000
const WHEN = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', dateStyle: 'short' })

/** The mail drawer: what the API would have sent, newest first. */
export const mountMailPart: TrialPart = async place => {
  const drawer = await trialCall<Drawer>('GET', 'mails')
  show(place, drawer)
  if (!watched.has(place)) keepLooking(place, JSON.stringify(drawer))
  watched.add(place)
}

const watched = new WeakSet<Element>()

/** Only while the panel is open; drawn anew only when something has come, so that what is being read stays. */
function keepLooking(place: Element, before: string): void {
  setTimeout(async () => {
    let now = before
    if (place.closest('dialog')?.open) {
      // The shop's server may be gone for a moment; the next look finds it again.
      const drawer = await trialCall<Drawer>('GET', 'mails').catch(() => undefined)
      if (drawer) now = JSON.stringify(drawer)
      if (drawer && now !== before) show(place, drawer)
    }
    keepLooking(place, now)
  }, LOOK_EVERY_MS)
}

function show(place: Element, { mails, unreadable }: Drawer): void {
  const opened = new Set(
    [...place.querySelectorAll('details[open]')].map(one => one.getAttribute('data-mail'))
  )
  const odd =
    unreadable > 0
      ? element('p', {}, unreadable === 1 ? 'One more cannot be read.' : `${unreadable} more cannot be read.`)
      : undefined
  place.replaceChildren(
    ...(mails.length === 0
      ? [element('p', {}, 'No mail yet. Choose a size that is sold out, and ask to be told.')]
      : [element('p', {}, 'Nothing is sent: the API lays its mails into a folder.')]),
    ...mails.map((mail, at) => mailView(mail, opened.has(mail.id) || (at === 0 && opened.size === 0))),
    ...(odd ? [odd] : [])
  )
}

function mailView({ id, at, to, subject, text }: Mail, isOpen: boolean): Element {
  const origins = [location.origin, pageData().apiOrigin]
  const parts = linksIn(text, origins).map(part =>
    typeof part === 'string'
      ? part
      : element('a', { href: part.href, target: '_blank', rel: 'noreferrer' }, part.href)
  )
  return element(
    'details',
    { class: 'mail', 'data-mail': id, open: isOpen },
    element(
      'summary',
      {},
      element('strong', {}, subject || 'No subject'),
      element('span', {}, `${WHEN.format(at)}, to ${to || 'nobody'}`)
    ),
    element('p', { class: 'mail-text' }, ...parts)
  )
}
