// The few words in which the browser's guards (`guards.ts`, `parseShopConfig.ts`) say what they expect.

/** A parsed JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>

/** Asks one question of a value. */
export type Check = (value: unknown) => boolean

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export const isNumber = (value: unknown): value is number => Number.isFinite(value)

/** ISO 4217; of anything else `Intl.NumberFormat` throws. */
export const isCurrency = (value: unknown): value is string => isText(value) && /^[A-Z]{3}$/.test(value)

/** A whole number from 0. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

/** Absent, or as the check wants it. */
export const maybe =
  (is: Check): Check =>
  value =>
    value === undefined || is(value)

export const listOf =
  (is: Check): Check =>
  value =>
    Array.isArray(value) && value.every(is)

/** An object each of whose named fields passes; fields not named are not looked at. */
export function hasShape(value: unknown, fields: Readonly<Record<string, Check>>): value is Json {
  return isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]))
}

/** What of a list passes; nothing of what is no list. */
export function keep<Of>(value: unknown, is: (value: unknown) => value is Of): Of[] {
  return Array.isArray(value) ? value.filter(is) : []
}

/** The named fields that pass, to be spread into an answer; the others are left out. */
export function pick<Of>(from: Json, fields: Readonly<Record<keyof Of & string, Check>>): Partial<Of> {
  const checks = Object.entries<Check>(fields).filter(
    ([name, is]) => from[name] !== undefined && is(from[name])
  )
  return Object.fromEntries(checks.map(([name]) => [name, from[name]])) as Partial<Of>
}
