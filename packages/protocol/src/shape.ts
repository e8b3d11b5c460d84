import { bad, good, type Result } from './result.ts'

/** A parsed JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>

/**
 * What the browser expects of a value, written in its likeness: a function reads a leaf (`undefined`: it is wrong), `[x]`
 * is a list, of which what is no x is left out, and an object has each of the fields; one whose name ends in `?` may be
 * missing, and is left out where it is wrong. Fields that are not named stay as they are: a newer version may know them.
 */
export type Shape = ((value: unknown) => unknown) | readonly [Shape] | Fields

/** Shapes by field. */
type Fields = { readonly [name: string]: Shape }

/** Reads a file of version 1; refused by the name of the first field that is not what it should be. */
export function readFile<File>(value: unknown, fields: Fields): Result<File> {
  return isObject(value) && value['v'] === 1
    ? (readFields(value, fields) as Result<File>)
    : bad('v', 'is not 1')
}

/** Reads a value by its shape; `undefined` when it is of another. */
export function readAs(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'function') return shape(value)
  if (isList(shape)) return isList(value) ? value.flatMap(entry => readAs(entry, shape[0]) ?? []) : undefined
  const read = isObject(value) ? readFields(value, shape) : undefined
  return read?.ok ? read.value : undefined
}

function readFields(value: Json, fields: Fields): Result<Json> {
  const into: Record<string, unknown> = { ...value }
  for (const [key, shape] of Object.entries(fields)) {
    const name = key.replace('?', '')
    into[name] = readAs(value[name], shape)
    if (into[name] !== undefined) continue
    if (name === key) return bad(name, 'is wrong')
    delete into[name]
  }
  return good(into)
}

/** A text that has what the pattern wants. */
export function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}

/** Text that is not empty. */
export function text(value: unknown): string | undefined {
  return matching(value, /./s)
}

/** ISO 4217; of anything else `Intl.NumberFormat` throws. */
export function currencyCode(value: unknown): string | undefined {
  return matching(value, /^[A-Z]{3}$/)
}

/** A number; JSON's `1e999` is none. */
export function number(value: unknown): number | undefined {
  return Number.isFinite(value) ? (value as number) : undefined
}

/** True or false. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !isList(value)
}

function isList(value: unknown): value is readonly [Shape] {
  return Array.isArray(value)
}
