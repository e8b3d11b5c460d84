// Golden cases: everything that goes over a wire or rests on a disk. A change to a file of test/cases/protocol is a
// change of the wire; write down in docs/spec/protocol.md what old clients and new servers do about it.
import Type from 'typebox'
import { expect, test } from 'vitest'
import { type Consent, type ConsentSignal, settleConsent } from './consent.ts'
import type { ShopEvent } from './event.ts'
import { type EventIdParts, eventId, partsOfEventId } from './eventId.ts'
import { type Ga4Payload, parseGa4, toGa4 } from './ga4.ts'
import { parseAvailabilityFile, parseItemFile, parseListFile, parseManifest } from './guards.ts'
import { type ImportedLine, importedEventId } from './importedEventId.ts'
import { type Mirror, mirrorKey } from './mirror.ts'
import { fileNameOf } from './modelPath.ts'
import { type BatchHead, packBatch } from './packBatch.ts'
import { parseShopConfig } from './parseShopConfig.ts'
import { PROBLEMS, type ProblemDetails } from './problem.ts'
import { readGa4Batch } from './readGa4Batch.ts'
import type { Result } from './result.ts'
import * as Schema from './schema/index.ts'
import { goldenCases } from './testing/goldenCases.ts'
import { unpackBatch } from './unpackBatch.ts'

interface EventCases {
  head: BatchHead
  batch: Schema.CompactBatch
  events: { parts: EventIdParts; event: ShopEvent; ga4: Ga4Payload }[]
}
const events = goldenCases<EventCases>('events')

test.each(goldenCases<(EventIdParts & { id: string })[]>('event-ids'))('PR-1 id $id', ({ id, ...parts }) => {
  expect(eventId(parts)).toBe(id)
  expect(partsOfEventId(id)).toEqual(parts)
})

test.each(goldenCases<(ImportedLine & { id: string })[]>('imported-ids'))(
  'PR-2 line $line of invoice $invoice',
  ({ id, ...line }) => expect(importedEventId(line)).toBe(id)
)

test.each(events.events)('PR-1, PR-8 the $event.type event', ({ parts, event, ga4 }) => {
  expect(partsOfEventId(event.id)).toEqual(parts)
  expect(toGa4(event)).toEqual(ga4)
  expect(readGa4Batch({ shop: 'demo', key: 'k', events: [ga4 as never] }).events).toEqual([event])
})

test('PR-3 the batch, packed and unpacked', () => {
  const list = events.events.map(({ event }) => event)
  expect(JSON.parse(JSON.stringify(packBatch(events.head, list)))).toEqual(events.batch)
  expect(Schema.validateBatch(events.batch)).toMatchObject({ ok: true })
  expect(unpackBatch(events.batch)).toEqual({ events: list, refused: [] })
})

test('PR-4 the batch of which some is refused, and its answer', () => {
  const { batch, events, answer } = goldenCases<{
    batch: Schema.CompactBatch
    events: ShopEvent[]
    answer: Schema.BatchRefusal
  }>('batch-refused')
  expect(Schema.validateBatch(batch)).toMatchObject({ ok: true })
  expect(unpackBatch(batch)).toEqual({ events, refused: answer.refused })
  expect(Schema.validateBatchRefusal(answer)).toMatchObject({ ok: true })
})

test('PR-4, PR-7 the batch in GA4’s words', () => {
  const { batch, ...reading } = goldenCases<{ batch: Schema.Ga4Batch } & ReturnType<typeof readGa4Batch>>(
    'ga4-batch'
  )
  expect(Schema.validateGa4Batch(batch)).toMatchObject({ ok: true })
  expect(readGa4Batch(batch)).toEqual(reading)
})

test.each(
  goldenCases<
    {
      title: string
      name: string
      payload: Ga4Payload
      shopCurrency?: string
      body: object
      problems: object[]
    }[]
  >('ga4')
)('PR-7 $title', ({ name, payload, shopCurrency, body, problems }) => {
  expect(parseGa4(name, payload, shopCurrency)).toStrictEqual({ body, problems })
})

test.each(goldenCases<{ title: string; signals: ConsentSignal[]; settled: Consent }[]>('consent'))(
  'PR-13, PR-14, PR-15, PR-17 $title',
  ({ signals, settled }) => expect(settleConsent(signals)).toEqual(settled)
)

test.each(goldenCases<{ id: string; file: string }[]>('file-names'))(
  'PR-19 the file of $id',
  ({ id, file }) => {
    expect(fileNameOf(id)).toBe(file)
  }
)

test.each<[string, (value: unknown) => Result<unknown>, (value: unknown) => Result<unknown>]>([
  ['manifest', Schema.validateManifest, parseManifest],
  ['item', Schema.validateItemFile, parseItemFile],
  ['list', Schema.validateListFile, parseListFile],
  ['availability', Schema.validateAvailabilityFile, parseAvailabilityFile],
  ['config', Schema.validateConfig, parseShopConfig]
])('PR-22 the %s file, by its schema and by the browser’s guard', (name, validate, guard) => {
  const file = goldenCases(name)
  expect(validate(file)).toEqual({ ok: true, value: file })
  expect(guard(file)).toStrictEqual({ ok: true, value: file })
})

test('PR-24, PR-25, PR-26, PR-43, PR-44, PR-45, PR-46, PR-47, PR-48 what is refused of a config, by the path of its field', () => {
  const cases =
    goldenCases<{ title: string; at: string; value?: unknown; field: string; problem: string }[]>(
      'config-refused'
    )
  for (const { title, at, value, field, problem } of cases)
    expect(Schema.validateConfig(changed(goldenCases('config'), at, value)), title).toEqual({
      ok: false,
      field,
      problem
    })
})

interface BodyCases {
  accepted: Record<string, unknown>[]
  refused: { with?: object; without?: string; field: string; problem: string }[]
}

test.each<[string, (value: unknown) => Result<unknown>]>([
  ['restock-signup', Schema.validateRestockSignup],
  ['offer-request', Schema.validateOfferRequest],
  ['issued-offer', Schema.validateIssuedOffer]
])('PR-40, PR-41 the %s, and what is refused of it', (name, validate) => {
  const { accepted, refused } = goldenCases<BodyCases>(name)
  for (const value of accepted) expect(validate(value)).toEqual({ ok: true, value })
  for (const { with: more, without = '', field, problem } of refused) {
    const { [without]: _left, ...body } = accepted[0] ?? {}
    expect(validate({ ...body, ...more })).toEqual({ ok: false, field, problem })
  }
})

test('PR-42 a mirror says until when, and by placement which campaign and variant', () => {
  const name = '[A-Za-z0-9][A-Za-z0-9_-]*'
  const shown = Type.String({ pattern: `^${name}/(${name})?$` })
  const mirror = Type.Object(
    {
      v: Type.Literal(1),
      until: Type.Integer(),
      shows: Type.Record(Type.String({ pattern: `^${name}$` }), shown)
    },
    { additionalProperties: false }
  )
  expect(Schema.validator(mirror)(goldenCases<Mirror>('mirror'))).toMatchObject({ ok: true })
  expect(mirrorKey('demo')).toBe('vitrine:demo')
})

test('PR-24 lines of imports, and their report', () => {
  const cases = goldenCases<{
    orders: unknown[]
    stock: unknown[]
    report: unknown
    ordersRefused: { line: unknown; field: string; problem: string }[]
    stockRefused: { line: unknown; field: string; problem: string }[]
  }>('imports')
  for (const line of cases.orders) expect(Schema.validateOrderLine(line)).toEqual({ ok: true, value: line })
  for (const line of cases.stock) expect(Schema.validateStockLine(line)).toEqual({ ok: true, value: line })
  for (const { line, field, problem } of cases.ordersRefused)
    expect(Schema.validateOrderLine(line)).toEqual({ ok: false, field, problem })
  for (const { line, field, problem } of cases.stockRefused)
    expect(Schema.validateStockLine(line)).toEqual({ ok: false, field, problem })
  expect(Schema.validateImportReport(cases.report)).toMatchObject({ ok: true })
})

test('PR-31 a problem is as RFC 9457 has it, with a code of ours', () => {
  const problem = goldenCases<ProblemDetails>('problem')
  expect(problem.status).toBe(PROBLEMS[problem.code])
  expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'code', 'detail', 'field'])
})

test('PR-31 a decision says what stands in a placement and why', () => {
  const check = Type.Object({ gate: Type.String(), passed: Type.Boolean(), because: Type.String() })
  const item = Type.Object({
    card: Schema.Card,
    score: Type.Number(),
    strategy: Type.String(),
    reason: Type.Object({ code: Type.String(), item: Type.String() })
  })
  const decision = Type.Object(
    {
      placement: Type.String(),
      campaign: Type.String(),
      variant: Type.String(),
      content: Schema.Content,
      items: Type.Array(item, { minItems: 1 }),
      resultId: Type.String(),
      verdicts: Type.Array(
        Type.Object({
          campaign: Type.String(),
          chosen: Type.Boolean(),
          checks: Type.Array(check, { minItems: 1 })
        })
      ),
      holdout: Type.Boolean()
    },
    { additionalProperties: false }
  )
  expect(Schema.validator(decision)(goldenCases('decision'))).toMatchObject({ ok: true })
})

/** The same with one field replaced, or without it. */
function changed(from: Record<string, unknown>, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('/')
  const inner =
    rest.length > 0 ? changed(from[name] as Record<string, unknown>, rest.join('/'), value) : value
  const copy = Array.isArray(from) ? [...from] : { ...from }
  Reflect.set(copy, name, inner)
  if (inner === undefined) Reflect.deleteProperty(copy, name)
  return copy
}
