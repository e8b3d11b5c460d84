import type { WholeWorld } from './world.ts'

/** A request that has not answered by then never will. */
const ANSWER_LIMIT_MS = 15_000

/** What came of a request. `status` 0: no answer. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  /** The server's wish, ms. */
  readonly retryAfterMs?: number
}

/**
 * Posts text without credentials and without a preflight. Never rejects.
 *
 * @param isLast - The page is going: the request outlives it (`keepalive`, else a beacon, whose answer nobody hears).
 */
export async function post(world: WholeWorld, url: string, body: string, isLast = false): Promise<Answer> {
  const abort = new AbortController()
  const undo = world.setTimer(() => abort.abort(), ANSWER_LIMIT_MS)
  try {
    // A text body is text/plain: no preflight, which could not finish while the page goes (notes/tracker.md §3, 1).
    const response = await request(world, url, { body, keepalive: isLast, signal: abort.signal })
    // Read to its end: an unread body holds the 64 KiB of keepalive (notes/tracker.md §2.6).
    return {
      ...retryAfter(response, world.now()),
      status: response.status,
      body: json(await response.text())
    }
  } catch {
    // Offline, blocked, aborted: all the same to the sender, who tries again.
    return { status: 0, body: undefined }
  } finally {
    undo()
  }
}

function request(world: WholeWorld, url: string, init: RequestInit): Promise<Response> {
  try {
    return world.fetch(url, { ...init, method: 'POST', credentials: 'omit' })
  } catch (error) {
    // Old browsers throw at `keepalive`, shops replace fetch by things that throw.
    if (init.keepalive) world.window.navigator.sendBeacon?.(url, String(init.body))
    throw error
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A proxy's page: the status says enough.
  }
}

function retryAfter(response: Response, now: number): { retryAfterMs?: number } {
  const said = response.headers.get('retry-after')
  if (!said) return {}
  const seconds = Number(said)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now
  return ms > 0 ? { retryAfterMs: ms } : {}
}
