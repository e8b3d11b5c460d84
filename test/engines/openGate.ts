import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** The shop through a gate that can hold things back. */
export interface Gate {
  readonly url: string
  /** Holds answers to such paths until what it returns is called. */
  hold(path: RegExp): () => void
  close(): Promise<void>
}

/** Opens a gate before a shop, on an address of its own. */
export async function openGate(shopUrl: string): Promise<Gate> {
  let held: { readonly path: RegExp; readonly until: Promise<void> } | undefined
  const server = createServer(async (asked, answer) => {
    if (held?.path.test(asked.url ?? '')) await held.until
    pass(shopUrl, asked, answer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('a server that listens has an address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    hold(path) {
      let open = () => {}
      const until = new Promise<void>(resolve => {
        open = resolve
      })
      held = { path, until }
      return () => {
        held = undefined
        open()
      }
    },
    async close() {
      server.closeAllConnections()
      server.close()
    }
  }
}

function pass(shopUrl: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '/' } = asked
  const to = new URL(url, shopUrl)
  const passed = request(to, { method, headers: { ...headers, host: to.host } }, got => {
    // What the browser has by heart is not asked for, and could not be held.
    answer.writeHead(got.statusCode ?? 502, { ...got.headers, 'cache-control': 'no-store' })
    got.pipe(answer)
  })
  // Whoever went away while they waited is no error.
  passed.on('error', () => answer.destroy())
  asked.pipe(passed)
}
