import { Hono } from 'hono'
import { readText } from '../http/readBody.ts'
import { htmlPage } from '../restock/htmlPage.ts'
import { type Scene, sceneOf } from '../restock/openPost.ts'
import type { RestockText } from '../restock/restockTexts.ts'
import { hashOfToken } from '../restock/tokens.ts'
import type { Services } from '../services.ts'
import type { Shop } from '../store/shops.ts'
import type { Wish } from '../store/waitlistRows.ts'
import type { Purpose, TokenOf } from '../store/waitlistSignups.ts'

const MAX_FORM_BYTES = 4000

/**
 * The pages behind the links in mails. A `GET` shows a page with one button and changes nothing, since mail scanners
 * open every link; the button's `POST` confirms or unsubscribes, as often as it is pressed. A mail program posts
 * `List-Unsubscribe=One-Click` to the same address (RFC 8058).
 */
export function restockPages(services: Services): Hono {
  const app = new Hono()
  const pages = [
    ['/restock/confirm', 'confirm'],
    ['/restock/unsubscribe', 'leave']
  ] as const
  for (const [path, purpose] of pages) {
    app.get(path, async c => {
      const shown = { shop: c.req.query('shop'), token: c.req.query('token') }
      return answer(services, purpose, shown, 'asked')
    })
    app.post(path, async c => {
      const body = await readText(c, MAX_FORM_BYTES)
      if (!body.ok) return body.response
      const form = new URLSearchParams(body.value)
      const shown = {
        shop: form.get('shop') ?? c.req.query('shop'),
        token: form.get('token') ?? c.req.query('token')
      }
      return answer(services, purpose, shown, 'pressed')
    })
  }
  return app
}

interface Shown {
  readonly shop: string | undefined
  readonly token: string | undefined
}

async function answer(
  services: Services,
  purpose: Purpose,
  { shop: id = '', token = '' }: Shown,
  how: 'asked' | 'pressed'
): Promise<Response> {
  const { store, shops, now } = services
  const shop = await shops.byId(id)
  const known = shop && (await store.waitlist.byToken(id, hashOfToken(token)))
  if (!shop || !known || known.purpose !== purpose) return oldPage(services, shop)
  const scene = await sceneOf(store, shop, known.wish)
  const state = stateOf(known, now())
  if (state === 'old') return oldPage(services, shop)
  if (state === 'done') return donePage(purpose, scene, known.wish)
  if (how === 'asked') return askingPage(purpose, scene, { shop: id, token })
  if (purpose === 'leave') await store.waitlist.leave(id, known.wish.id, now())
  else await store.waitlist.confirm(id, known.wish.id, now(), scene.policy.keepMs)
  return donePage(purpose, scene, known.wish)
}

/** What a link can still do. A wish that is in the queue stays confirmed however old the link is. */
function stateOf({ purpose, until, wish }: TokenOf, now: number): 'open' | 'done' | 'old' {
  if (purpose === 'leave') return wish.email === undefined ? 'done' : 'open'
  if (wish.email === undefined) return 'old'
  if (wish.state !== 'pending') return 'done'
  return until > now ? 'open' : 'old'
}

function askingPage(purpose: Purpose, scene: Scene, fields: { shop: string; token: string }): Response {
  const action = purpose === 'leave' ? 'unsubscribe' : 'confirm'
  const button = saying(scene, `restock.page.${purpose}.button`)
  return htmlPage({
    ...{ status: 200, locale: scene.locale, ...wordsOf(scene, purpose) },
    ...(purpose === 'confirm' && { more: agreementOf(scene) }),
    form: { action, button, fields }
  })
}

/** Whoever presses the button agrees to what stands above it, and to nothing that a stranger ticked unseen. */
function agreementOf(scene: Scene): readonly string[] {
  const { consent = '', marketing } = scene
  return [
    ...(consent === '' ? [] : [saying(scene, 'restock.page.confirm.consent')]),
    ...(marketing ? [saying(scene, 'restock.page.confirm.news')] : [])
  ]
}

function donePage(purpose: Purpose, scene: Scene, { place }: Wish): Response {
  const isLeft = purpose === 'leave'
  const words = wordsOf(scene, isLeft ? 'left' : 'confirmed')
  // Without a place it was never confirmed, and its mailbox is left alone.
  const more = isLeft && place === undefined ? [saying(scene, 'restock.page.left.alone')] : []
  return htmlPage({ status: 200, locale: scene.locale, ...words, more, ...linkTo(scene) })
}

type Page = 'confirm' | 'confirmed' | 'leave' | 'left' | 'old'

function wordsOf(scene: Scene, page: Page) {
  return {
    title: saying(scene, `restock.page.${page}.title`),
    text: saying(scene, `restock.page.${page}.text`)
  }
}

/** A shop's own wording may hold any blank anywhere. */
function saying({ say, shop, product, consent = '' }: Scene, key: RestockText): string {
  return say(key, { shop, product, consent })
}

function linkTo(scene: Scene) {
  const url = scene.productUrl ?? scene.shopUrl
  return url === undefined ? {} : { link: { url, text: saying(scene, 'restock.page.shop') } }
}

/** The same for a token that is too old, that was never given, and for another shop's. */
async function oldPage({ store }: Services, shop: Shop | undefined): Promise<Response> {
  const scene = shop && (await sceneOf(store, shop, { item: '' }))
  const words = scene ? wordsOf(scene, 'old') : { title: 'This link is no longer valid', text: '' }
  return htmlPage({ status: 404, locale: scene?.locale ?? 'en', ...words })
}
