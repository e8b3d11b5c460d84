import { randomUUID } from 'node:crypto'
import { SOURCES, type Source } from '@vitrine/protocol'
import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { BodyTooLarge, bodyChunks } from '../http/readBody.ts'
import { type MerchantEnv, requireSecret } from '../http/requireSecret.ts'
import { type FeedForm, FeedUnreadable, feedForm, feedRows } from '../imports/feedRows.ts'
import { importCatalog } from '../imports/importCatalog.ts'
import { importOrders } from '../imports/importOrders.ts'
import { importStock } from '../imports/importStock.ts'
import type { ImportSummary } from '../imports/importSummary.ts'
import { openTally } from '../imports/openTally.ts'
import { type RawLine, rawLines } from '../imports/rawLines.ts'
import { publishAvailability } from '../publish/publishAvailability.ts'
import type { Services } from '../services.ts'
import type { ImportKind } from '../store/imports.ts'

/** What is read as it arrives may be long; what is parsed as a whole must fit into memory several times over. */
const MAX_STREAM_BYTES = 2_000_000_000
const MAX_DOCUMENT_BYTES = 64_000_000
/** A line of progress after this many lines, and not after every commit. */
const LINES_PER_PROGRESS = 20_000

type Run = (groups: AsyncIterable<readonly RawLine[]>, told: Told) => Promise<ImportSummary>
type Told = (report: ImportSummary) => void

/**
 * `PUT /v1/catalog`, `POST /v1/stock`, `POST /v1/orders`: imports. Each line stands or falls alone; the answer counts
 * lines, kept, known and refused with reasons. With `Accept: application/x-ndjson` progress comes line by line, the
 * last line has `"done": true`.
 */
export function importRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const app = new Hono<MerchantEnv>()
  for (const path of ['/catalog', '/stock', '/orders']) app.use(path, requireSecret(services))

  app.put('/catalog', c => {
    const form = feedForm(c.req.header('content-type'))
    if (!form) return unknownForm()
    const shop = c.get('shop')
    return runImport(services, c, 'catalog', form, async (groups, onProgress) => {
      try {
        return await importCatalog({ shop, store, now, groups, onProgress })
      } finally {
        // What was read before a feed broke off stands.
        await publishAvailability(services, shop.id)
      }
    })
  })

  app.post('/stock', c => {
    const form = lineForm(c)
    if (!form) return unknownForm()
    const shop = c.get('shop')
    return runImport(services, c, 'stock', form, async (groups, onProgress) => {
      try {
        return await importStock({ shop, store, now, groups, onProgress })
      } finally {
        await publishAvailability(services, shop.id)
      }
    })
  })

  app.post('/orders', c => {
    const form = lineForm(c)
    if (!form) return unknownForm()
    const source = SOURCES.find(one => one === (c.req.query('source') ?? 'import'))
    if (!source)
      return problem('body_invalid', { field: 'source', detail: `must be one of ${SOURCES.join(', ')}` })
    const shop = c.get('shop')
    return runImport(services, c, 'orders', form, (groups, onProgress) =>
      importOrders({ shop, source: source satisfies Source, store, now, groups, onProgress })
    )
  })
  return app
}

function lineForm(c: Context): 'ndjson' | 'list' | undefined {
  const form = feedForm(c.req.header('content-type'))
  return form === 'ndjson' || form === 'list' ? form : undefined
}

function unknownForm(): Response {
  return problem('body_invalid', {
    field: 'content-type',
    detail: 'is none that this route takes; docs/api.md lists them'
  })
}

async function runImport(
  services: Services,
  c: Context<MerchantEnv>,
  kind: ImportKind,
  form: FeedForm,
  run: Run
): Promise<Response> {
  if (services.isClosing()) return problem('closing', { retryAfterSeconds: 5 })
  const isWhole = form === 'list' || form === 'xml'
  const maxBytes = isWhole ? MAX_DOCUMENT_BYTES : MAX_STREAM_BYTES
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) return tooLarge(maxBytes)
  const chunks = bodyChunks(c, maxBytes)
  const groups =
    kind === 'catalog' ? feedRows(chunks, form) : rawLines(chunks, form === 'list' ? form : 'ndjson')
  const { id } = c.get('shop')
  const recorded = (told: Told) => record(services, id, kind, onward => run(groups, onward), told)
  // Orders are kept once whatever comes first; of catalogue and stock the later word counts.
  const work = (told: Told) =>
    kind === 'orders' ? recorded(told) : services.inTurn(`${kind} ${id}`, () => recorded(told))

  if ((c.req.header('accept') ?? '').includes('application/x-ndjson')) return streamed(services, work)
  const outcome = await work(() => {})
  return outcome.ok ? c.json(outcome.report) : outcome.answer
}

type Outcome =
  | { readonly ok: true; readonly report: ImportSummary }
  | { readonly ok: false; readonly answer: Response }

let imports = 0

/** Unique, and rising within a process, so that two imports of one millisecond keep their order. */
function nextId(): string {
  return `${String(++imports).padStart(8, '0')}-${randomUUID()}`
}

/** Runs an import and keeps its report, whatever becomes of it. */
async function record(
  { store, now, metrics, log }: Services,
  shop: string,
  kind: ImportKind,
  run: (told: Told) => Promise<ImportSummary>,
  told: Told
): Promise<Outcome> {
  const base = { id: nextId(), kind, started: now() }
  let last: ImportSummary = openTally().report()
  await store.imports.save(shop, { ...base, report: last })
  try {
    const report = await run(progress => {
      last = progress
      told(progress)
    })
    await store.imports.save(shop, { ...base, ended: now(), report })
    for (const outcome of ['accepted', 'known', 'refused'] as const)
      metrics.count('import_lines_total', { kind, outcome }, report[outcome])
    log.info({ shop, kind, ms: now() - base.started, lines: report.lines, refused: report.refused }, 'import')
    return { ok: true, report }
  } catch (error) {
    const [answer, why] = brokenOff(error)
    await store.imports.save(shop, { ...base, ended: now(), report: { ...last, brokenOff: why } })
    if (!answer) throw error
    return { ok: false, answer }
  }
}

function brokenOff(error: unknown): [answer: Response | undefined, why: string] {
  if (error instanceof BodyTooLarge) return [tooLarge(error.maxBytes), 'body_too_large']
  if (error instanceof FeedUnreadable)
    return [problem('body_invalid', { detail: error.message }), `body_invalid: ${error.message}`]
  return [undefined, 'internal']
}

/** The status must be said before the work is done: what goes wrong later is the last line's to say. */
function streamed({ log }: Services, work: (told: Told) => Promise<Outcome>): Response {
  const encoder = new TextEncoder()
  let nextAt = LINES_PER_PROGRESS
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const say = (line: object) => stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      try {
        const outcome = await work(report => {
          if (report.lines < nextAt) return
          nextAt = report.lines + LINES_PER_PROGRESS
          const { lines, accepted, known, refused } = report
          say({ done: false, lines, accepted, known, refused })
        })
        say(
          outcome.ok
            ? { done: true, ...outcome.report }
            : { done: true, problem: await outcome.answer.json() }
        )
      } catch (error) {
        log.error({ error: String(error) }, 'import broke off')
        say({ done: true, problem: await problem('internal').json() })
      }
      stream.close()
    }
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no'
    }
  })
}

function tooLarge(maxBytes: number): Response {
  return problem('body_too_large', { detail: `at most ${maxBytes} bytes` })
}
