import type { EpochMs } from '@vitrine/protocol'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { limitAddress } from './http/limitAddress.ts'
import { type Metrics, openMetrics } from './http/openMetrics.ts'
import { openRateLimit, type Rate } from './http/openRateLimit.ts'
import { openToPages } from './http/openToPages.ts'
import { problem } from './http/problem.ts'
import { type Ingest, openIngest } from './ingest/openIngest.ts'
import { LANES } from './jobs/lanes.ts'
import { openWorker, type Worker } from './jobs/openWorker.ts'
import { type Log, silentLog } from './log.ts'
import { openTurns } from './openTurns.ts'
import { openRecent } from './people/openRecent.ts'
import type { Publisher } from './publish/publisher.ts'
import type { MailSettings } from './restock/openPost.ts'
import { restockHandlers } from './restock/restockHandlers.ts'
import { configRoute } from './routes/config.ts'
import { eventsRoute } from './routes/events.ts'
import { forgetRoute } from './routes/forget.ts'
import { healthRoute } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { jobRoutes } from './routes/jobs.ts'
import { meRoutes } from './routes/me.ts'
import { modelsRoute } from './routes/models.ts'
import { offersRoute } from './routes/offers.ts'
import { reportRoutes } from './routes/reports.ts'
import { restockRoutes } from './routes/restock.ts'
import { restockPages } from './routes/restockPages.ts'
import { shopRoutes } from './routes/shop.ts'
import { tillRoutes } from './routes/till.ts'
import type { Services } from './services.ts'
import { openShops } from './shops/openShops.ts'
import type { Store } from './store/store.ts'
import { publishTraining, type TrainAndPublish } from './train/publishTraining.ts'
import { trainHere } from './train/trainHere.ts'

/** What the API is made of; everything the outside world gives comes in here. */
export interface ApiOptions {
  readonly store: Store
  readonly now: () => EpochMs
  readonly publish: Publisher
  readonly mail: MailSettings
  /** Default: in this thread, which is right for tests only. */
  readonly train?: TrainAndPublish
  readonly log?: Log
  /** The caller's network address, for rate limits; default: all callers are one. */
  readonly addressOf?: (c: Context) => string
  /** What one shop's key may ask; default 500 a second, 2,000 at once. */
  readonly perKey?: Rate
  /** What one address may ask; default 50 a second, 500 at once. */
  readonly perAddress?: Rate
  /** Signups for restock alerts that may come from one address; default one a minute, ten at once. */
  readonly perRestock?: Rate
  /** Signups for restock alerts of all addresses together, for one shop; default 20 a second, 500 at once. */
  readonly perRestockShop?: Rate
  /** Bytes of events that may wait for the disk; default 32 MB. */
  readonly maxWaitingBytes?: number
}

/** The API, ready to be served. */
export interface Api {
  readonly app: Hono
  readonly ingest: Ingest
  readonly worker: Worker
  readonly metrics: Metrics
  /** From now on `readyz` says 503 and imports are refused; what is under way goes on. */
  beginClosing(): void
  /** Resolves when all events are on the disk; then closes the store. */
  close(): Promise<void>
}

/** Devices remembered as forgotten in memory: some 2 MB, and hours of a busy shop's. */
const MAX_LEAVING = 10_000

const DEFAULTS = {
  perKey: { perSecond: 500, burst: 2000 },
  perAddress: { perSecond: 50, burst: 500 },
  perRestock: { perSecond: 1 / 60, burst: 10 },
  /** More than a rush for one dress, less than a flood of mails. */
  perRestockShop: { perSecond: 20, burst: 500 },
  maxWaitingBytes: 32_000_000
}

/** Networks of one IPv6 site that sign up as if they were nobody's neighbours. */
const NETWORKS_OF_SITE = 5

/** Puts the API together. Nothing is listened to and no timer runs: the caller serves `app.fetch` and asks `worker`. */
export function createApi(options: ApiOptions): Api {
  const { store, now, publish, mail, log = silentLog, addressOf = () => '' } = options
  const { perKey, perAddress, perRestock, perRestockShop, maxWaitingBytes } = { ...DEFAULTS, ...options }
  const metrics = openMetrics()
  const ingest = openIngest(store.events, maxWaitingBytes, (added, known) => {
    metrics.count('events_stored_total', {}, added)
    metrics.count('events_known_total', {}, known)
  })
  const shops = openShops(store, now)
  const inTurn = openTurns()
  let isClosing = false
  const services: Services = {
    ...{ store, shops, ingest, publish, inTurn, metrics, log, now, addressOf },
    perKey: openRateLimit(perKey, now),
    perAddress: openRateLimit(perAddress, now),
    perRestock: {
      network: openRateLimit(perRestock, now),
      site: openRateLimit(times(perRestock, NETWORKS_OF_SITE), now),
      shop: openRateLimit(perRestockShop, now)
    },
    leaving: openRecent(MAX_LEAVING),
    isClosing: () => isClosing
  }
  const training = { store, publish, inTurn, now, train: options.train ?? trainHere(store, publish) }
  const train = async ({ shop: id }: { readonly shop: string }) => {
    const shop = await shops.byId(id)
    if (!shop) throw new Error(`no shop ${id}`)
    return publishTraining(training, shop)
  }
  const handlers = { train, ...restockHandlers({ store, shops, mail, now, metrics }) }
  return {
    app: routesOf(services),
    ingest,
    metrics,
    worker: openWorker({ jobs: store.jobs, lanes: LANES, now, log, metrics, handlers }),
    beginClosing() {
      isClosing = true
    },
    async close() {
      await ingest.drain()
      mail.mailer.close()
      await store.close()
    }
  }
}

function times({ perSecond, burst }: Rate, factor: number): Rate {
  return { perSecond: perSecond * factor, burst: burst * factor }
}

function routesOf(services: Services): Hono {
  const app = new Hono()
  app.use(observe(services))
  // Pages are let in before anything can refuse them, so that they can read the refusal.
  const anyPage = { methods: 'POST', headers: 'content-type', origins: 'any' } as const
  for (const path of ['/v1/events', '/v1/forget', '/v1/offers', '/v1/restock'])
    app.use(path, openToPages(services, anyPage))
  const ownPage = {
    methods: 'GET, DELETE',
    headers: 'authorization, x-vitrine-visitor',
    origins: 'shops'
  } as const
  app.use('/v1/me/*', openToPages(services, ownPage))
  app.use('/readyz', limitAddress(services, 'ready'))
  app.route('/', healthRoute(services))
  app.use('/models/*', limitAddress(services, 'models'))
  app.route('/models', modelsRoute(services))
  const v1 = new Hono()
  v1.use(limitAddress(services, 'v1'))
  for (const path of ['/events', '/forget', '/offers', '/restock', '/me/*'])
    v1.options(path, c => c.body(null, 204))
  const shopper = [eventsRoute, forgetRoute, offersRoute, configRoute, restockRoutes, restockPages].map(
    route => route(services)
  )
  const public_ = [...shopper, meRoutes(services)]
  const merchant = [importRoutes, shopRoutes, reportRoutes, jobRoutes, tillRoutes].map(routes =>
    routes(services)
  )
  for (const routes of [...public_, ...merchant]) v1.route('/', routes as Hono)
  app.route('/v1', v1)
  app.notFound(() => problem('not_found'))
  app.onError(error => {
    services.log.error({ error: error.message, stack: error.stack }, 'unexpected')
    return problem('internal')
  })
  return app
}

/** Logs and counts each request by its route (never its URL, which may hold an id), and adds what every answer carries. */
function observe({ metrics, log, now }: Services): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = now()
    await next()
    const { status } = c.res
    const route = c.req.routePath
    metrics.count('http_requests_total', { route, status: String(status) })
    log.info({ method: c.req.method, route, status, ms: now() - startedAt }, 'request')
    c.res.headers.set('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    c.res.headers.set('referrer-policy', 'no-referrer')
  }
}
