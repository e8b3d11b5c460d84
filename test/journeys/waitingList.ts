import { inject } from 'vitest'
import { linkIn, type Mail, type PostOffice } from './openPostOffice.ts'

/** The waiting list of a variant, as the merchant sees it. */
export interface Queue {
  /** People by state. */
  readonly counts: Readonly<Record<string, number>>
  /** Mails that go out again later, of all variants, and what was wrong last. */
  readonly mail: { readonly retrying: number; readonly lastProblem?: string }
}

/** Asks for it. */
export async function queueOf(variant: string): Promise<Queue> {
  const answer = await fetch(`${inject('apiUrl')}/v1/restock`, { headers: authorization() })
  const { variants, mail } = (await answer.json()) as {
    readonly variants: readonly { readonly itemId: string; readonly counts: Queue['counts'] }[]
    readonly mail: Queue['mail']
  }
  return { mail, counts: variants.find(({ itemId }) => itemId === variant)?.counts ?? {} }
}

/** Tells the API alone how many there are, as a shop's server does. */
export async function tellStock(variant: string, quantity: number): Promise<void> {
  const init = { method: 'POST', headers: authorization(), body: JSON.stringify([{ id: variant, quantity }]) }
  await expectOk(fetch(`${inject('apiUrl')}/v1/stock`, init))
}

/** Sells a variant out, or puts 25 on the shelf: in the shop, which tells the API. */
export async function turnStock(variant: string, what: 'sell-out' | 'restock'): Promise<void> {
  const headers = { 'x-trial': '1', origin: inject('shopUrl') }
  const url = `${inject('shopUrl')}/trial/stock?variant=${variant}&do=${what}`
  await expectOk(fetch(url, { method: 'POST', headers }))
}

/** Somebody signs up, gets their mail and presses the button on its page. @returns That mail. */
export async function joinQueue(email: string, variant: string, postOffice: PostOffice): Promise<Mail> {
  const [, shop, key] =
    /data-shop="(.+?)" data-key="(.+?)"/.exec(await (await fetch(inject('shopUrl'))).text()) ?? []
  const body = JSON.stringify({ shop, key, email, itemId: variant, consent: 'Write to me once.' })
  const headers = { origin: inject('shopUrl') }
  await expectOk(fetch(`${inject('apiUrl')}/v1/restock`, { method: 'POST', headers, body }))
  const mail = await postOffice.mail(email, /^Please confirm/)
  const { origin, pathname, searchParams } = new URL(linkIn(mail, /restock\/confirm/))
  await expectOk(fetch(origin + pathname, { method: 'POST', body: searchParams }))
  return mail
}

/** What a mail program does when its reader presses its own "unsubscribe" (RFC 8058). */
export async function leaveByOneClick({ headers }: Mail): Promise<void> {
  const [, url = ''] = /^<(.+)>$/.exec(headers.get('list-unsubscribe') ?? '') ?? []
  const body = new URLSearchParams(headers.get('list-unsubscribe-post'))
  await expectOk(fetch(url, { method: 'POST', body }))
}

function authorization() {
  return { authorization: `Bearer ${inject('secretKey')}`, 'content-type': 'application/json' }
}

async function expectOk(answering: Promise<Response>): Promise<void> {
  const answer = await answering
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
}
