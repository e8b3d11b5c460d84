import fc from 'fast-check'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { goldenCases } from '../testing/goldenCases.ts'
import * as Schema from './index.ts'

const { firstFault } = Schema

test.each([
  [Type.Object({ a: Type.Integer() }), { a: 1.5 }, 'a', 'must be a whole number'],
  [Type.Object({ a: Type.Boolean() }), { a: 0 }, 'a', 'must be true or false'],
  [Type.Object({ a: Type.Null() }), { a: 0 }, 'a', 'must be null'],
  [Type.Number({ exclusiveMinimum: 0 }), 0, '', 'must be more than 0'],
  [Type.Number({ minimum: 1 }), 0, '', 'must be at least 1'],
  [Type.Array(Type.String(), { minItems: 2 }), ['a'], '', 'must have at least 2 entries'],
  [Type.Array(Type.String(), { maxItems: 1 }), ['a', 'b'], '', 'must have at most 1 entries'],
  [Type.Array(Type.String()), ['a', 5], '1', 'must be text'],
  [Type.String({ pattern: '^a$' }), 'b', '', 'must be ^a$'],
  [Type.String({ maxLength: 1 }), 'ab', '', 'must be at most 1 characters'],
  [Type.Union([Type.Number(), Type.Array(Type.Number())]), 'x', '', 'must be a number or a list'],
  [Type.Union([Type.Literal(1), Type.Null()]), 'x', '', 'must be a number or null']
])('PR-24 %j refuses %j', (schema, value, field, problem) => {
  expect(firstFault(schema, value)).toEqual({ field, problem })
  expect(Compile(schema).Check(value)).toBe(false)
})

test('PR-24 what a schema refuses without our knowing why is refused all the same', () => {
  const even = Schema.validator(Type.Number({ multipleOf: 2 }))
  expect(even(4)).toEqual({ ok: true, value: 4 })
  expect(even(3)).toEqual({ ok: false, field: '', problem: 'is not what its schema wants' })
})

test('PR-24 a fault is found exactly where the compiled schema refuses', () => {
  const golden = ['config', 'manifest', 'item', 'list', 'availability'].map(name => goldenCases<object>(name))
  const schemas = [
    Schema.ShopConfig,
    Schema.Manifest,
    Schema.ItemFile,
    Schema.ListFile,
    Schema.AvailabilityFile
  ]
  const compiled = schemas.map(schema => Compile(schema))
  const junk = fc.oneof(
    fc.jsonValue() as fc.Arbitrary<unknown>,
    fc.constantFrom<unknown>({ not: 5 }, { did: 'x' }, [1], 'x', 1e9)
  )
  const place = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), place, junk, (which, steps, by) => {
      const value = mutated(golden[which], steps, by)
      const schema = schemas[which] ?? Type.Never()
      expect(firstFault(schema, value) === undefined).toBe(compiled[which]?.Check(value))
    }),
    { numRuns: 2000 }
  )
})

/** The value with something in it, wherever the steps lead, replaced. */
function mutated(value: unknown, steps: readonly number[], by: unknown): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const [step, ...rest] = steps
  const key = step === undefined ? undefined : keys[step % (keys.length + 1)]
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = mutated(copy[key], rest, by)
  return copy
}

test('PR-25 a shop config is strict at every depth', () => {
  const golden = goldenCases<Record<string, unknown>>('config')
  const placesOf = (value: unknown, path = ''): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : [
          ...(Array.isArray(value) ? [] : [path]),
          ...Object.entries(value).flatMap(([key, inner]) =>
            placesOf(inner, path === '' ? key : `${path}/${key}`)
          )
        ]
  const places = placesOf(golden)
  expect(places.length).toBeGreaterThan(30)
  for (const place of places) {
    const keys = place === '' ? [] : place.split('/')
    const config = structuredClone(golden)
    const target = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], config)
    ;(target as Record<string, unknown>)['not-ours'] = 1
    expect(Schema.validateConfig(config)).toEqual({
      ok: false,
      field: [...keys, 'not-ours'].join('/'),
      problem: 'is no field we know'
    })
  }
})

test('PR-24 rules and requests can be read by themselves', () => {
  expect(Schema.validateRule({ all: [] })).toMatchObject({ ok: true })
  expect(Schema.validateRule({ any: [{ all: 5 }] })).toMatchObject({ ok: false, field: 'any/0/all' })
  expect(Schema.validateRecommendRequest({ strategy: 'similar' })).toMatchObject({ ok: true })
  expect(Schema.validateRecommendRequest({ strategy: 'similar', limit: 0 })).toMatchObject({ field: 'limit' })
})
