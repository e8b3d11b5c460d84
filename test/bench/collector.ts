import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unpackBatch } from '@vitrine/protocol'
import type { CompactBatch } from '@vitrine/protocol/schema'

/** A little endpoint that takes batches as the API does and keeps what it was told, to be counted. */
export interface Collector {
  readonly port: number
  /** How often each event id came in. */
  readonly told: ReadonlyMap<string, number>
  readonly requests: () => number
  /** Refuses connections, as a dead server does. */
  down(): Promise<void>
  up(): Promise<void>
}

/** Opens a collector on a free port of this machine. */
export async function openCollector(): Promise<Collector> {
  const told = new Map<string, number>()
  let requests = 0
  let port = 0
  let server: Server

  function listen(): Promise<void> {
    server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', part => parts.push(part))
      request.on('end', () => {
        requests++
        take(Buffer.concat(parts).toString(), told)
        response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
      })
    })
    return new Promise(resolve =>
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port
        resolve()
      })
    )
  }

  await listen()
  return {
    port,
    told,
    requests: () => requests,
    up: listen,
    down() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

function take(body: string, told: Map<string, number>): void {
  // An empty body is no batch: the `forget` and preflight requests of a page.
  if (!body.startsWith('{')) return
  for (const { id } of unpackBatch(JSON.parse(body) as CompactBatch).events)
    told.set(id, (told.get(id) ?? 0) + 1)
}
