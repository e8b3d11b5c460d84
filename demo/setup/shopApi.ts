import { type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { ImportReport, ShopConfig } from '@vitrine/protocol'

/** The API's merchant routes, as a shop's server calls them. The secret key never leaves this process. */
export interface ShopApi {
  isUp(): Promise<boolean>
  /** @param told - Told how many lines were read so far. */
  importLines(
    kind: ImportKind,
    lines: AsyncIterable<string>,
    told: (lines: number) => void
  ): Promise<ImportReport>
  setStock(lines: readonly { readonly id: string; readonly quantity: number }[]): Promise<void>
  putConfig(config: ShopConfig): Promise<void>
  /** Trains and waits until the model is published. */
  train(): Promise<void>
}

/** What can be imported line by line. */
export type ImportKind = 'catalog' | 'orders'

/** How often a training is asked after, in ms. */
const ASK_EVERY_MS = 300
/** A full training takes some twenty seconds; after this something is wrong. */
const TRAINING_LIMIT_MS = 5 * 60_000
const LINES_PER_CHUNK = 2000

/** @param origin - Of the API. */
export function openShopApi(origin: string, secretKey: string): ShopApi {
  const authorization = `Bearer ${secretKey}`

  async function call(method: string, path: string, body?: string): Promise<unknown> {
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body })
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  return {
    async isUp() {
      // Not listening yet is an answer like any other.
      const answer = await fetch(`${origin}/readyz`).catch(() => undefined)
      return answer?.ok ?? false
    },
    async importLines(kind, lines, told) {
      const answer = await sendLines(`${origin}/v1/${kind}`, kind === 'catalog' ? 'PUT' : 'POST', {
        authorization,
        lines
      })
      return readProgress(answer, kind, told)
    },
    async setStock(lines) {
      if (lines.length > 0) await call('POST', '/stock', JSON.stringify(lines))
    },
    async putConfig(config) {
      await call('PUT', '/shop', JSON.stringify(config))
    },
    async train() {
      const { id } = (await call('POST', '/train')) as { readonly id: string }
      const until = Date.now() + TRAINING_LIMIT_MS
      while (Date.now() < until) {
        const job = (await call('GET', `/jobs/${id}`)) as { readonly state: string; readonly error?: string }
        if (job.state === 'done') return
        if (job.state === 'failed') throw new Error(`the training failed: ${job.error}`)
        await new Promise(resolve => setTimeout(resolve, ASK_EVERY_MS))
      }
      throw new Error('the training has not come to an end')
    }
  }
}

/** Sends lines as they come; the answer begins while they are still being sent. */
function sendLines(
  url: string,
  method: string,
  { authorization, lines }: { readonly authorization: string; readonly lines: AsyncIterable<string> }
): Promise<IncomingMessage> {
  const type = 'application/x-ndjson'
  const sent = request(url, { method, headers: { authorization, 'content-type': type, accept: type } })
  return new Promise((resolve, reject) => {
    sent.once('response', resolve)
    sent.once('error', reject)
    pipeline(chunksOf(lines), sent).catch(reject)
  })
}

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = []
  for await (const line of lines) {
    waiting.push(line)
    if (waiting.length < LINES_PER_CHUNK) continue
    yield `${waiting.join('\n')}\n`
    waiting = []
  }
  if (waiting.length > 0) yield `${waiting.join('\n')}\n`
}

/** Reads an import's answer line by line: progress, and at last the report. */
async function readProgress(
  answer: IncomingMessage,
  kind: ImportKind,
  told: (lines: number) => void
): Promise<ImportReport> {
  let report: ImportReport | undefined
  for await (const line of createInterface({ input: answer })) {
    const said = JSON.parse(line) as Partial<ImportReport> & { done?: boolean; problem?: unknown }
    if (answer.statusCode !== 200 || said.problem !== undefined) throw new Error(`${kind} broke off: ${line}`)
    if (said.done) report = said as ImportReport
    else told(said.lines ?? 0)
  }
  if (!report) throw new Error(`${kind}: the answer ended early`)
  return report
}
