import { type CompactBatch, type ShopEvent, unpackBatch } from '@vitrine/protocol'

/** How the API is doing: what it answers to a batch, or that it is not there. */
export type Mood = (batch: CompactBatch) => Response | 'down'

/** An API in memory that keeps each event once and counts what came twice. */
export class FakeApi {
  readonly stored = new Map<string, ShopEvent>()
  readonly requests: {
    url: string
    body: string
    keepalive: boolean
    headers: Readonly<Record<string, string>>
  }[] = []
  readonly visitors = new Set<string | undefined>()
  readonly forgotten: string[] = []
  doubled = 0
  dropped: Record<string, number> = {}
  mood: Mood = () => new Response(null, { status: 204 })
  mine: (url: string) => unknown = () => ({ events: [] })

  readonly fetch: typeof fetch = async (input, init) => {
    const url = String(input)
    const body = String(init?.body ?? '')
    const headers = Object.fromEntries(new Headers(init?.headers))
    this.requests.push({ url, body, keepalive: init?.keepalive === true, headers })
    if (url.includes('/v1/me/events')) return Response.json(this.mine(url))
    if (url.endsWith('/v1/forget')) {
      this.forgotten.push(JSON.parse(body).visitor)
      return new Response(null, { status: 204 })
    }
    const batch = JSON.parse(body) as CompactBatch
    const answer = this.mood(batch)
    if (answer === 'down') throw new TypeError('Failed to fetch')
    if (answer.ok || answer.status === 422)
      this.keep(batch, answer.status === 422 ? await refusedBy(answer) : [])
    return answer
  }

  /** Stores a batch, as the API does before it answers 2xx. */
  keep(batch: CompactBatch, refused: readonly number[] = []) {
    this.visitors.add(batch.visitor)
    for (const [reason, count] of Object.entries(batch.dropped ?? {}))
      this.dropped[reason] = (this.dropped[reason] ?? 0) + count
    unpackBatch(batch).events.forEach((event, at) => {
      if (refused.includes(at)) return
      if (this.stored.has(event.id)) this.doubled++
      this.stored.set(event.id, event)
    })
  }

  get posts() {
    return this.requests.filter(({ url }) => url.endsWith('/v1/events'))
  }

  names(): (string | undefined)[] {
    return [...this.stored.values()].filter(({ type }) => type === 'custom').map(({ name }) => name)
  }
}

async function refusedBy(answer: Response): Promise<number[]> {
  const { refused } = (await answer.clone().json()) as { refused: { index: number }[] }
  return refused.map(({ index }) => index)
}
