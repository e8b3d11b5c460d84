import { Hono } from 'hono'
import { picturePath, productPath } from '../catalogue/feed.ts'
import { ga4Variant } from '../range/ga4Item.ts'
import { priceOfVariant } from '../range/priceOf.ts'
import { parseWanted } from '../till/shopOrder.ts'
import { isOwnCall } from './isOwnCall.ts'
import type { ShopParts } from './shopApp.ts'

/** What the basket's script asks: today's price and stock of what is in it, and an order of it. */
export function tillRoutes({ range, stock, till, signs }: ShopParts): Hono {
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

  /** 200 `{ order }`, or 409 `{ problem }` in the shopper's words. 403 for calls from other sites. */
  app.post('/checkout', async c => {
    if (!isOwnCall(c.req.raw, signs.origin)) return c.json({ problem: 'Only from the shop itself.' }, 403)
    const body: unknown = await c.req.json().catch(() => undefined)
    const placed = till.place(parseWanted(body))
    return placed.ok ? c.json({ order: placed.order.id }) : c.json({ problem: placed.problem }, 409)
  })
  return app
}
