import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A name a module exports, and whether a reader finds a sentence above its declaration. */
export type Exported = { readonly name: string; readonly isDocumented: boolean }

const DECLARATION =
  /^(?:export )?(?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|type|interface) ([\w$]+)/gm
const LIST = /^export (?:type )?\{([^}]*)\}(?: from '([^']+)')?/gm
const STAR = /^export (?:type )?\* (?:as ([\w$]+) )?from '([^']+)'/gm
const LIST_ITEM = /^(?:type )?([\w$]+)(?: as (?:type )?([\w$]+))?$/

/**
 * Reads a module's exported names from its text, following re-exports into the files beside it.
 * The text is enough because Biome gives every file one form; a name from another package is that
 * package's to document, and counts as documented here.
 *
 * @param file - Absolute path of a `.ts` or `.tsx` file.
 */
export function surfaceOf(file: string): readonly Exported[] {
  const source = withoutBodies(readFileSync(file, 'utf8'))
  const found = [...declared(source), ...listed(source, file), ...starred(source, file)]
  const names = [...new Set(found.map(({ name }) => name))].sort()
  // A constant and a type may share a name, as may overloads: one sentence serves them.
  return names.map(name => ({ name, isDocumented: found.some(it => it.name === name && it.isDocumented) }))
}

/** Template literals may hold lines that look like code; nothing exported begins inside one. */
function withoutBodies(source: string): string {
  return source.replace(/`(?:\\.|[^`\\])*`/g, literal => (literal.includes('\nexport ') ? '``' : literal))
}

function declared(source: string): readonly Exported[] {
  return [...source.matchAll(DECLARATION)]
    .filter(([text]) => text.startsWith('export '))
    .flatMap(({ 1: name, index }) => (name ? { name, isDocumented: hasComment(source, index) } : []))
}

function listed(source: string, file: string): readonly Exported[] {
  return [...source.matchAll(LIST)].flatMap(([, names = '', from]) =>
    names
      .split(',')
      .map(word => LIST_ITEM.exec(word.trim()))
      .flatMap(item => {
        const [, name, alias = name] = item ?? []
        if (!name || !alias) return []
        const isDocumented = from ? isDocumentedIn(file, from, name) : isDocumentedHere(source, name)
        return { name: alias, isDocumented }
      })
  )
}

function starred(source: string, file: string): readonly Exported[] {
  return [...source.matchAll(STAR)].flatMap(([, alias, from = '']) => {
    if (alias) return { name: alias, isDocumented: true }
    const target = resolveBeside(file, from)
    return target ? surfaceOf(target) : []
  })
}

function isDocumentedIn(file: string, from: string, name: string): boolean {
  const target = resolveBeside(file, from)
  return !target || surfaceOf(target).some(it => it.name === name && it.isDocumented)
}

function isDocumentedHere(source: string, name: string): boolean {
  return [...source.matchAll(DECLARATION)].some(
    ({ 1: declaredName, index }) => declaredName === name && hasComment(source, index)
  )
}

function hasComment(source: string, index: number): boolean {
  const before = source.slice(0, index).trimEnd()
  return before.endsWith('*/') && before.lastIndexOf('/**') > before.slice(0, -2).lastIndexOf('*/')
}

function resolveBeside(file: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined
  const target = join(dirname(file), from)
  if (!existsSync(target)) throw new Error(`${file} re-exports ${from}, which is not there`)
  return target
}
