import type { TSchema } from 'typebox'

/** The first thing wrong with a value, by its path in the sender's words. */
export interface Fault {
  /** `campaigns/0/audience/all/1/fact`; empty for the whole value. */
  readonly field: string
  /** `must be a whole number`: said of the field. */
  readonly problem: string
}

// The part of JSON Schema that our schemas use.
interface Node {
  readonly $defs?: Defs
  readonly $ref?: string
  readonly description?: string
  readonly type?: keyof typeof TYPES
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Node[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly patternProperties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: boolean
  readonly items?: Node | readonly Node[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
}
type Defs = Readonly<Record<string, Node>>
type Json = Readonly<Record<string, unknown>>

/**
 * Says what is wrong with a value that a schema refuses. TypeBox's own errors list every branch of a union, eight at
 * most, so that the one that matters is often not among them; here the branch is chosen that the sender meant: the one
 * with the most of the fields they wrote.
 *
 * @returns `undefined` when nothing is wrong.
 */
export function firstFault(schema: TSchema, value: unknown): Fault | undefined {
  return faultOf(schema as Node, value, '', {})
}

function faultOf(node: Node, value: unknown, field: string, outer: Defs): Fault | undefined {
  const defs = node.$defs ?? outer
  const target = node.$ref === undefined ? undefined : defs[node.$ref]
  if (target) return faultOf(target, value, field, defs)
  if (node.anyOf) return branchFault(node.anyOf, value, field, defs)
  const problem = problemOf(node, value)
  if (problem) return { field, problem }
  if (Array.isArray(value)) return listFault(node, value, field, defs)
  return isObject(value) ? objectFault(node, value, field, defs) : undefined
}

const TYPES = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null'
} as const

function problemOf(node: Node, value: unknown): string | undefined {
  if (node.enum && !node.enum.includes(value)) return `must be one of ${node.enum.join(', ')}`
  if (node.const !== undefined && value !== node.const) return `must be ${node.const}`
  if (node.type && !isOf(node.type, value)) return `must be ${node.description ?? TYPES[node.type]}`
  if (typeof value === 'string') return textProblem(node, value)
  if (typeof value === 'number') return numberProblem(node, value)
  return Array.isArray(value) ? lengthProblem(node, value.length) : undefined
}

function textProblem({ minLength = 0, maxLength, pattern, description }: Node, value: string) {
  if (value.length < minLength) return 'must not be empty'
  if (maxLength !== undefined && value.length > maxLength) return `must be at most ${maxLength} characters`
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return `must be ${description ?? pattern}`
  return undefined
}

function numberProblem({ minimum, maximum, exclusiveMinimum }: Node, value: number) {
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return `must be more than ${exclusiveMinimum}`
  return undefined
}

function lengthProblem({ items, minItems = 0, maxItems }: Node, length: number) {
  const exactly = Array.isArray(items) ? items.length : undefined
  if (exactly !== undefined && length !== exactly) return `must have exactly ${exactly} entries`
  if (length < minItems)
    return minItems === 1 ? 'must not be empty' : `must have at least ${minItems} entries`
  if (maxItems !== undefined && length > maxItems) return `must have at most ${maxItems} entries`
  return undefined
}

function listFault({ items }: Node, value: readonly unknown[], field: string, defs: Defs) {
  for (const [place, entry] of value.entries()) {
    const node: Node | undefined = Array.isArray(items) ? items[place] : items
    const fault = node && faultOf(node, entry, pathOf(field, place), defs)
    if (fault) return fault
  }
  return undefined
}

/** An unknown field comes first: it is nearly always the misspelling of the one that is missing. */
function objectFault(node: Node, value: Json, field: string, defs: Defs): Fault | undefined {
  const names = Object.keys(value).filter(name => value[name] !== undefined)
  const unknown = names.find(name => node.additionalProperties === false && !nodeOf(node, name))
  if (unknown !== undefined) return { field: pathOf(field, unknown), problem: 'is no field we know' }
  const missing = node.required?.find(name => !names.includes(name))
  if (missing !== undefined) return { field: pathOf(field, missing), problem: 'is missing' }
  for (const name of names) {
    const own = nodeOf(node, name)
    const fault = own && faultOf(own, value[name], pathOf(field, name), defs)
    if (fault) return fault
  }
  return undefined
}

function nodeOf({ properties = {}, patternProperties = {} }: Node, name: string): Node | undefined {
  if (Object.hasOwn(properties, name)) return properties[name]
  return Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern).test(name))?.[1]
}

function branchFault(
  branches: readonly Node[],
  value: unknown,
  field: string,
  defs: Defs
): Fault | undefined {
  const flat = branches.flatMap(branch => branch.anyOf ?? [branch])
  const faults = flat.map(branch => faultOf(branch, value, field, defs))
  if (faults.includes(undefined)) return undefined
  const meant = flat.map((branch, place) => ({ fault: faults[place], fits: likeness(branch, value) }))
  const [best] = meant.sort((one, other) => other.fits - one.fits)
  if (best && best.fits > 0) return best.fault
  const names = isObject(value) ? flat.flatMap(branch => branch.required?.[0] ?? []) : []
  if (names.length > 0) return { field, problem: `must have one of ${names.join(', ')}` }
  return { field, problem: `must be ${[...new Set(flat.map(nameOf))].join(' or ')}` }
}

/** How much a value is like a branch: not at all when of another type, and by the fields it has of it. */
function likeness(branch: Node, value: unknown): number {
  if (isObject(value) && branch.properties)
    return Object.keys(branch.properties).filter(name => Object.hasOwn(value, name)).length
  if (branch.enum) return typeof value === 'string' ? 1 : 0
  return branch.type && isOf(branch.type, value) ? 1 : 0
}

function nameOf({ type, description }: Node): string {
  return description ?? (type ? TYPES[type] : 'one of its words')
}

function isOf(type: keyof typeof TYPES, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'number') return Number.isFinite(value)
  if (type === 'object') return isObject(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'null' ? value === null : typeof value === type
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pathOf(field: string, name: string | number): string {
  return field === '' ? String(name) : `${field}/${name}`
}
