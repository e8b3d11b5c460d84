import { once } from 'node:events'
import { createServer } from 'node:net'

/** The wanted port of this machine's loopback if it is free, else another that is. 0 wants any. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted
}

async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : undefined
  } catch {
    // Taken, or not allowed: the next one then.
    return undefined
  } finally {
    server.close()
  }
}
