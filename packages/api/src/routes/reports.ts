import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { type MerchantEnv, requireSecret } from '../http/requireSecret.ts'
import { campaignReports } from '../reports/campaignReport.ts'
import type { Services } from '../services.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DEFAULT_SPAN_MS = 30 * DAY_MS
/** An order up to a week after the first meeting is counted for it. */
const WINDOW_MS = 7 * DAY_MS

/**
 * `GET /v1/reports/campaigns?from=&until=`: what each campaign did against its holdout, by default in the last 30 days.
 * `GET /v1/reports/imports`: the last imports with what was refused and why.
 */
export function reportRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const app = new Hono<MerchantEnv>()
  app.use('/reports/*', requireSecret(services))
  app.get('/reports/campaigns', async c => {
    const until = timeQuery(c, 'until', now() + 1)
    const from = timeQuery(c, 'from', (until ?? 0) - DEFAULT_SPAN_MS)
    if (from === undefined || until === undefined)
      return problem('body_invalid', {
        field: from === undefined ? 'from' : 'until',
        detail: 'must be epoch ms'
      })
    const { id: shop, currency } = c.get('shop')
    const arms = await store.campaigns.arms({ shop, from, until, windowMs: WINDOW_MS })
    const campaigns = campaignReports(arms, currency)
    return c.json({ from, until, windowDays: WINDOW_MS / DAY_MS, currency, campaigns })
  })
  app.get('/reports/imports', async c => c.json({ imports: await store.imports.recent(c.get('shop').id) }))
  return app
}

function timeQuery(c: Context, name: string, fallback: number): number | undefined {
  const given = c.req.query(name)
  if (given === undefined) return fallback
  return /^\d{1,15}$/.test(given) ? Number(given) : undefined
}
