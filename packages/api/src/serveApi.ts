import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Api } from './createApi.ts'

/** A server that listens. */
export interface Listening {
  readonly address: string
  /** Stops politely: no new connection, what is under way is answered, all events are on the disk. */
  close(): Promise<void>
}

/** An import of a large file takes minutes; small bodies have their own limit of fifteen seconds. */
const REQUEST_TIMEOUT_MS = 15 * 60_000
const HEADERS_TIMEOUT_MS = 10_000
/** What is not answered by then is cut off. */
const CLOSE_TIMEOUT_MS = 10_000

/** Serves the API over HTTP. */
export async function serveApi(api: Api, port: number, host: string): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: api.app.fetch,
    createServer,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS }
  }) as Server
  server.listen(port, host)
  await once(server, 'listening')
  const { port: given } = server.address() as AddressInfo
  return {
    address: `http://${host}:${given}`,
    async close() {
      api.beginClosing()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
      await closed
      clearTimeout(cut)
      await api.close()
    }
  }
}
