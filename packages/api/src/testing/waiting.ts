import type { Mail } from '../mail/mailer.ts'
import { BLUE_LANTERN, LANTERN, MUG, putCatalog } from './feeds.ts'
import { openTestApi, SHOP, type TestApi } from './openTestApi.ts'

/** The shop's lanterns, sold out. */
export const SOLD_OUT = { ...LANTERN, availability: 'out_of_stock', quantity: 0 }

/** An API whose red lantern is sold out. */
export async function openSoldOut(options: Parameters<typeof openTestApi>[0] = {}): Promise<TestApi> {
  const api = await openTestApi({ perRestock: { perSecond: 1000, burst: 1000 }, ...options })
  await putCatalog(api, [SOLD_OUT, BLUE_LANTERN, MUG])
  return api
}

/** Asks to be told, as a page does. */
export async function askFor(
  api: TestApi,
  body: object,
  headers: Record<string, string> = {}
): Promise<Response> {
  const signup = { shop: SHOP.id, key: SHOP.key, itemId: LANTERN.id, consent: 'Write to me once.' }
  return api.app.request('/v1/restock', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', ...headers },
    body: JSON.stringify({ ...signup, ...body })
  })
}

/** The path of the link in a mail. */
export function linkIn(mail: Mail | undefined, page: 'confirm' | 'unsubscribe'): string {
  const found = new RegExp(`https://api\\.corner\\.example(/v1/restock/${page}\\?\\S+)`).exec(
    mail?.text ?? ''
  )
  if (!found?.[1]) throw new Error(`no link to ${page} in ${mail?.text}`)
  return found[1]
}

/** Presses the button of a page, as a browser does. */
export async function press(api: TestApi, link: string): Promise<Response> {
  const { pathname, searchParams } = new URL(link, 'https://api.corner.example')
  return api.app.request(pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: searchParams.toString()
  })
}

/** Signs up, takes the mail and confirms it. A second later, so that places differ. */
export async function waitFor(api: TestApi, email: string, body: object = {}): Promise<void> {
  await askFor(api, { email, ...body })
  await api.worker.runDue()
  await press(
    api,
    linkIn(
      api.mailer.sent.findLast(({ to }) => to === email),
      'confirm'
    )
  )
  await api.worker.runDue()
  api.clock.now += 1000
}

/** Who was told that something is back, in order. */
export function told(api: TestApi): string[] {
  return api.mailer.sent.filter(({ id }) => id.startsWith('back-')).map(({ to }) => to)
}

/** The one variant of the queue report. */
export async function queueOf(api: TestApi, item = LANTERN.id): Promise<Record<string, unknown>> {
  const answer = await api.merchant('GET', '/v1/restock')
  const { variants } = (await answer.json()) as { variants: Record<string, unknown>[] }
  return variants.find(({ itemId }) => itemId === item) ?? {}
}
