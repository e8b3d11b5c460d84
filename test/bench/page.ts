import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const SDK = new URL('../../packages/vitrine/dist/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.html': 'text/html'
}

/** Serves a bare page with the built SDK, and whatever further files a bench hands in by path. */
export async function servePage(options: {
  readonly apiPort: number
  readonly consent?: string
  readonly body?: string
  readonly files?: ReadonlyMap<string, string>
  /** How long a script or style sheet takes to come. Default 0. */
  readonly delayMs?: number
}): Promise<{ readonly url: string; close(): void }> {
  const html = `<!doctype html><title>Bench</title>
<script>window.vitrine ??= (...call) => (vitrine.q ??= []).push(call)</script>
<script async src="/sdk/vitrine.js" data-shop="bench" data-key="pk_bench" data-models="/models"
  data-api="http://127.0.0.1:${options.apiPort}" data-consent="${options.consent ?? 'granted'}"></script>
${options.body ?? ''}`
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (['.js', '.css'].includes(extname(path)))
      await new Promise(resolve => setTimeout(resolve, options.delayMs ?? 0))
    const body = path === '/' ? html : await fileAt(path, options.files)
    const type = TYPES[path === '/' ? '.html' : extname(path)] ?? 'text/plain'
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    }
  }
}

async function fileAt(path: string, files?: ReadonlyMap<string, string>): Promise<string | undefined> {
  const given = files?.get(path)
  if (given !== undefined) return given
  if (!/^\/sdk\/[\w./-]+$/.test(path) || path.includes('..')) return undefined
  return readFile(new URL(path.slice('/sdk/'.length), SDK), 'utf8').catch(() => undefined)
}
