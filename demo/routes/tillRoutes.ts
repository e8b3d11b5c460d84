import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { picturePath, productPath } from '../catalogue/feed.ts'
import { ga4Variant } from '../range/ga4Item.ts'
import { priceOfVariant } from '../range/priceOf.ts'
import { orderSum } from '../till/orderSum.ts'
import { parseCode, parseWanted, worthOf } from '../till/shopOrder.ts'
import { isOwnCall } from './isOwnCall.ts'
import type { ShopParts } from './shopApp.ts'

/** What the till's routes need of the shop. */
interface TillRouteParts extends Pick<ShopParts, 'range' | 'stock' | 'till'> {
  readonly signs: Pick<ShopParts['signs'], 'origin'>
}

/** What the basket's script asks: today's price and stock of what is in it, and an order of it. */
export function tillRoutes({ range, stock, till, signs }: TillRouteParts): Hono {
  const app = new Hono()

  /** `{ lines: [{ item, pence, stock, image, link }] }`; what is no longer sold is left out. A product's id stands for its first variant. */
  app.get('/cart/lines', c => {
    const ids = (c.req.queries('item') ?? []).slice(0, 100)
    const lines = ids.flatMap(id => {
      const product = range.variant(id)?.product ?? range.product(id)
      const variant = range.variant(id)?.variant ?? product?.variants[0]
      if (!product || !variant) return []
      return {
        item: ga4Variant(product, variant),
        pence: priceOfVariant(variant).now,
        stock: stock.of(variant),
        image: picturePath(product, variant),
        link: productPath(product)
      }
    })
    return c.json({ lines }, 200, { 'cache-control': 'no-store' })
  })

  /** 200 `{ words, sum }`: what a code takes off the basket, or `{ problem }` in the shopper's words. Nothing is spent. */
  app.post('/checkout/code', async c => {
    if (!isOwnCall(c.req.raw, signs.origin)) return c.json({ problem: 'Only from the shop itself.' }, 403)
    const body: unknown = await c.req.json().catch(() => undefined)
    const code = parseCode(body)
    if (code === undefined) return c.json({ problem: 'Please type a code first.' })
    const goodsPence = worthOf(parseWanted(body), range)
    const answer = await till.check(goodsPence, { code, who: addressOf(c) })
    if (!answer.ok) return c.json({ problem: answer.problem })
    return c.json({ words: answer.discount.words, sum: orderSum(goodsPence, answer.discount) })
  })

  /** 200 `{ order }`, or 409 `{ problem, isCode }` in the shopper's words. 403 for calls from other sites. */
  app.post('/checkout', async c => {
    if (!isOwnCall(c.req.raw, signs.origin)) return c.json({ problem: 'Only from the shop itself.' }, 403)
    const body: unknown = await c.req.json().catch(() => undefined)
    const code = parseCode(body)
    const coupon = code === undefined ? undefined : { code, who: addressOf(c) }
    const placed = await till.place(parseWanted(body), coupon)
    if (placed.ok) return c.json({ order: placed.order.id })
    return c.json({ problem: placed.problem, isCode: placed.isCode ?? false }, 409)
  })
  return app
}

/** Of whoever is connected; a test that serves nothing has none. */
function addressOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.socket.remoteAddress
}
