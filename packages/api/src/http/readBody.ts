import type { Result } from '@vitrine/protocol'
import type { Context } from 'hono'
import { problem } from './problem.ts'

/** A small body must be here by then: a client that drips bytes holds a connection for nothing. */
const BODY_TIMEOUT_MS = 15_000

/** A body read, or the answer that refuses it. */
export type BodyReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly response: Response }

/** Reads a body as text: at most `maxBytes`, within fifteen seconds. */
export async function readText(c: Context, maxBytes: number): Promise<BodyReading<string>> {
  const announced = c.req.header('content-length')
  if (announced !== undefined && Number(announced) > maxBytes) return tooLarge(maxBytes)
  // With a length announced the server reads that much and no more; without one (chunked) we count.
  const text = announced === undefined ? countedText(c, maxBytes) : c.req.text()
  const value = await within(text, BODY_TIMEOUT_MS)
  if (value === undefined) return tooLarge(maxBytes)
  if (value === 'late')
    return { ok: false, response: problem('body_invalid', { detail: 'the body took more than 15 s' }) }
  return { ok: true, value: value.text }
}

/** Reads a body as JSON. */
export async function readJson(c: Context, maxBytes: number): Promise<BodyReading<unknown>> {
  const read = await readText(c, maxBytes)
  return read.ok ? parseJson(read.value) : read
}

/** Reads a body as JSON of the shape asked for; else the answer names the first field that is wrong. */
export async function readValid<Of>(
  c: Context,
  maxBytes: number,
  validate: (value: unknown) => Result<Of>
): Promise<BodyReading<Of>> {
  const body = await readJson(c, maxBytes)
  if (!body.ok) return body
  const read = validate(body.value)
  if (read.ok) return read
  return { ok: false, response: problem('body_invalid', { field: read.field, detail: read.problem }) }
}

/** Parses a body that was read. */
export function parseJson(text: string): BodyReading<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, response: problem('body_not_json') }
  }
}

/** A stream that was longer than allowed. */
export class BodyTooLarge extends Error {
  readonly maxBytes: number
  constructor(maxBytes: number) {
    super(`the body is longer than ${maxBytes} bytes`)
    this.maxBytes = maxBytes
  }
}

/**
 * A body as it arrives, at most `maxBytes`.
 *
 * @throws {BodyTooLarge} In the middle of the stream, when it is longer.
 */
export async function* bodyChunks(c: Context, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new BodyTooLarge(maxBytes)
    yield chunk
  }
}

async function countedText(c: Context, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of bodyChunks(c, maxBytes)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof BodyTooLarge) return undefined
    throw error
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function within(text: Promise<string | undefined>, ms: number) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    const first = await Promise.race([text.then(value => value !== undefined && { text: value }), late])
    return first === false ? undefined : first
  } finally {
    clearTimeout(timer)
  }
}

function tooLarge(maxBytes: number): { readonly ok: false; readonly response: Response } {
  return { ok: false, response: problem('body_too_large', { detail: `at most ${maxBytes} bytes` }) }
}
