import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { readJson } from '../http/readBody.ts'
import { type MerchantEnv, requireSecret } from '../http/requireSecret.ts'
import type { Services } from '../services.ts'
import { parseConfig } from '../shops/parseConfig.ts'
import type { StoredConfig } from '../store/configs.ts'
import { publishConfig } from './config.ts'

/** A config of 500 campaigns in several languages stays below. */
const MAX_CONFIG_BYTES = 2_000_000

/**
 * `GET|PUT /v1/shop`, `GET /v1/shop/versions[/{n}]`, `POST /v1/shop/rollback`: the config, validated and versioned.
 * `If-Match` with the `ETag` that was read makes a `PUT` safe: 409 when another came first.
 */
export function shopRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const app = new Hono<MerchantEnv>()
  app.use('/shop/*', requireSecret(services))

  /** @param note - Why, where it is not simply put. */
  async function keep(c: Context<MerchantEnv>, document: unknown, note?: string): Promise<Response> {
    const shop = c.get('shop')
    const config = parseConfig(document, shop)
    if (!config.ok) return problem('config_invalid', { field: config.field, detail: config.problem })
    const before = (await store.configs.current(shop.id))?.version ?? 0
    const wanted = c.req.header('if-match')
    if (wanted !== undefined && wanted !== '*' && wanted !== etagOf(before)) return conflict(before)
    const next = { at: now(), ...(note !== undefined && { note }), config: config.value }
    const stored = await store.configs.put(shop.id, before, next)
    if (!stored) return conflict(before + 1)
    await publishConfig(services, shop.id)
    return c.json({ version: stored.version, at: stored.at }, 200, { etag: etagOf(stored.version) })
  }

  app.get('/shop', async c => found(c, await store.configs.current(c.get('shop').id)))
  app.put('/shop', async c => {
    const body = await readJson(c, MAX_CONFIG_BYTES)
    return body.ok ? keep(c, body.value) : body.response
  })
  app.get('/shop/versions', async c => c.json({ versions: await store.configs.versions(c.get('shop').id) }))
  app.get('/shop/versions/:version', async c =>
    found(c, await store.configs.version(c.get('shop').id, Number(c.req.param('version'))))
  )
  app.post('/shop/rollback', async c => {
    const body = await readJson(c, 1000)
    if (!body.ok) return body.response
    const version =
      typeof body.value === 'object' && body.value && 'version' in body.value && body.value.version
    if (typeof version !== 'number')
      return problem('body_invalid', { field: 'version', detail: 'must be a number' })
    const old = await store.configs.version(c.get('shop').id, version)
    return old ? keep(c, old.config, `rollback to ${version}`) : problem('not_found')
  })
  return app
}

function found(c: Context<MerchantEnv>, stored: StoredConfig | undefined): Response {
  return stored ? c.json(stored.config, 200, { etag: etagOf(stored.version) }) : problem('not_found')
}

function conflict(version: number): Response {
  return problem('version_conflict', { detail: `the current version is ${version}`, more: { version } })
}

function etagOf(version: number): string {
  return `"${version}"`
}
