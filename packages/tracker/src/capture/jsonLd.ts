/** A node of the page's structured data. Nothing in it can be trusted. */
export type LdNode = Readonly<Record<string, unknown>>

/** Structured data is followed this far: nobody honest nests deeper or has more. */
const MAX_DEPTH = 12
const MAX_NODES = 2000

/** The structured data of a page, flattened. */
export interface LinkedData {
  /** Everything with a type, outermost first. */
  readonly nodes: readonly LdNode[]
  /** Scripts that are no JSON at all. */
  readonly broken: number
}

/**
 * Reads JSON-LD as pages really have it: several scripts, arrays, `@graph`, things inside things, comments around it,
 * line breaks inside strings. Text that is no JSON is counted and the rest stands.
 */
export function readJsonLd(texts: readonly string[]): LinkedData {
  const nodes: LdNode[] = []
  let broken = 0
  for (const text of texts) {
    const parsed = parse(text)
    if (parsed === undefined) broken++
    else walk(parsed, nodes, 0)
  }
  return { nodes, broken }
}

/** The types of a node by their bare names: `Product`, not `https://schema.org/Product`. */
export function typesOf(node: LdNode): readonly string[] {
  return listOf(node['@type']).flatMap(type =>
    typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []
  )
}

/** Whatever is there as a list: a thing alone is a list of one. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The nodes of a list, and nothing else of it. */
export function nodesOf(value: unknown): readonly LdNode[] {
  return listOf(value).filter(isNode)
}

/** Text of a value, of its `name`, `@value` or `value`, or of the first of several; trimmed, entities decoded. */
export function textOf(value: unknown): string | undefined {
  const [first] = listOf(value)
  const said = isNode(first) ? (first['name'] ?? first['@value'] ?? first['value']) : first
  if (typeof said === 'number' && Number.isFinite(said)) return String(said)
  if (typeof said !== 'string') return undefined
  const text = said.replace(/&(#?\w+);/g, decode).trim()
  return text === '' ? undefined : text.slice(0, 1000)
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/\s*)?<!(?:--|\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*$/g, '').trim()
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/;$/, '')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Tried again without line breaks in strings, then counted as broken by the caller.
    }
  }
  return undefined
}

function walk(value: unknown, into: LdNode[], depth: number) {
  if (depth > MAX_DEPTH || into.length >= MAX_NODES) return
  if (Array.isArray(value)) {
    for (const one of value) walk(one, into, depth + 1)
    return
  }
  if (!isNode(value)) return
  if (value['@type'] !== undefined) into.push(value)
  for (const key of ['@graph', 'mainEntity', 'about', 'breadcrumb']) walk(value[key], into, depth + 1)
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
}

// Shops put HTML's entities into JSON strings, where they mean nothing. What comes out is text and stays text.
function decode(whole: string, name: string): string {
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (name.startsWith('#')) return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole
  return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
}
