import { type Context, Hono } from 'hono'
import type { Range } from '../range/openRange.ts'
import type { Stock, StockChange } from '../range/openStock.ts'
import { isOwnCall } from '../routes/isOwnCall.ts'
import type { MailDrawer } from './openMailDrawer.ts'
import { personas } from './personas.ts'

/** What the trial panel may do to the shop it stands in. */
export interface TrialParts {
  readonly origin: string
  readonly range: Range
  readonly stock: Stock
  readonly api: { isRunning(): boolean; start(): Promise<void>; stop(): Promise<void> }
  /** Tells the API of changed stock; rejects while the API is stopped. */
  readonly tellStock: (changes: readonly StockChange[]) => Promise<void>
  readonly mails: MailDrawer
}

/** Pieces on the shelf after a restock. */
const RESTOCKED = 25

/**
 * The trial panel's calls: `GET /trial/state`, `GET /trial/personas`, `GET /trial/mails`, `POST /trial/stock`,
 * `POST /trial/api`. They exist in the demo alone. Another site's page can neither set the header nor claim the origin, so it reaches none of them.
 */
export function trialRoutes({ origin, range, stock, api, tellStock, mails }: TrialParts): Hono {
  const app = new Hono()

  app.use('/trial/*', async (c, next) => {
    const isOurs = c.req.header('x-trial') === '1' && (c.req.method === 'GET' || isOwnCall(c.req.raw, origin))
    if (!isOurs) return c.json({ problem: 'Only from the trial panel.' }, 403)
    c.header('cache-control', 'no-store')
    return next()
  })

  const state = (c: Context) => {
    const product = range.product(c.req.query('product') ?? '')
    const found = range.variant(c.req.query('variant') ?? '')
    return c.json({
      isApiRunning: api.isRunning(),
      ...(product && { title: product.title, isSoldOut: stock.isSoldOut(product) }),
      ...(found && { variant: { title: found.variant.title, stock: stock.of(found.variant) } })
    })
  }

  app.get('/trial/state', state)
  app.get('/trial/mails', async c => c.json(await mails.newest()))
  app.get('/trial/personas', c => c.json({ personas: personas(range) }))

  // One size alone where one is named, else all of the product.
  app.post('/trial/stock', async c => {
    const { product, variant, do: what } = c.req.query()
    const found = range.variant(variant ?? '')?.variant
    const variants = variant === undefined ? range.product(product ?? '')?.variants : found && [found]
    if (!variants) return c.json({ problem: 'There is no such product.' }, 404)
    const pieces = what === 'restock' ? RESTOCKED : 0
    const changes = variants.flatMap(({ itemId }) => stock.set(itemId, pieces))
    try {
      await tellStock(changes)
    } catch {
      return c.json(
        { problem: 'The shop has changed its shelf, but the API is stopped and does not know yet.' },
        503
      )
    }
    return state(c)
  })

  app.post('/trial/api', async c => {
    await (c.req.query('do') === 'start' ? api.start() : api.stop())
    return state(c)
  })
  return app
}
