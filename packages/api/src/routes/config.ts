import { configPath } from '@vitrine/protocol'
import { Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { publicFile } from '../http/publicFile.ts'
import type { Services } from '../services.ts'

/** `GET /v1/{shop}/config.json`: the shop's config, the same for every visitor. */
export function configRoute({ store }: Services): Hono {
  const app = new Hono()
  app.get('/:shop/config.json', async c => {
    const current = await store.configs.current(c.req.param('shop'))
    if (!current) return problem('not_found')
    return publicFile(c, { text: JSON.stringify(current.config), cache: 'short' })
  })
  return app
}

/**
 * Writes the config beside the model files, so that a shop whose API is down still has it. Reading and writing are one
 * turn: the last to read writes last.
 */
export function publishConfig(
  { store, publish, inTurn }: Pick<Services, 'store' | 'publish' | 'inTurn'>,
  shop: string
): Promise<void> {
  const path = configPath(shop)
  return inTurn(path, async () => {
    const current = await store.configs.current(shop)
    if (current) await publish.write(path, JSON.stringify(current.config))
  })
}
