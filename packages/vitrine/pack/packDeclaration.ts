import {
  type ClassDeclaration,
  type FunctionDeclaration,
  isClassDeclaration,
  isDeclareKeyword,
  isFunctionDeclaration,
  isInterfaceDeclaration,
  isPropertyDeclaration,
  isTypeAliasDeclaration,
  isTypeQueryNode,
  isVariableDeclaration,
  type Node,
  type VariableDeclaration
} from 'typescript/unstable/ast'
import type { Symbol as Named, Project } from 'typescript/unstable/sync'
import { packComment } from './packComment.ts'
import { PLAINLY, packPlainType } from './packPlainType.ts'
import { packReferences } from './packReferences.ts'

/** A declaration as it is published. */
export interface Declaration {
  /** Without `export`; its comment stands above it. */
  readonly text: string
  /** The parts of the source whose references the text has kept. */
  readonly parts: readonly Node[]
}

/**
 * The published form of a declaration. Types and interfaces stay as they are written, a value keeps its type only, what
 * is computed from a schema or a list of words is written out, and a custom element is told by its properties.
 *
 * @throws {Error} When a function does not say what it returns, or there is no form for such a declaration.
 */
export function packDeclaration(project: Project, symbol: Named): Declaration {
  const nodes = symbol.declarations.flatMap(handle => handle.resolve(project) ?? [])
  // A schema and its type share a name; the type is what can be published.
  const node = nodes.find(isTypeAliasDeclaration) ?? nodes[0]
  if (!node) throw new Error(`${symbol.name} is declared nowhere`)
  if (isTypeAliasDeclaration(node) && isComputed(project, node)) return writtenOut(project, symbol)
  if (isTypeAliasDeclaration(node) || isInterfaceDeclaration(node))
    return { text: asWritten(node), parts: [node] }
  if (isFunctionDeclaration(node)) return signature(node)
  if (isVariableDeclaration(node)) return constant(project, symbol, node)
  if (isClassDeclaration(node)) return element(symbol, node)
  throw new Error(
    `${symbol.name} cannot be published: it is neither a type, a function, a value nor an element`
  )
}

/** Whether a type rests on another library's types or on a value that is not published. */
function isComputed(project: Project, node: Node): boolean {
  const has = (part: Node): boolean => isTypeQueryNode(part) || part.forEachChild(has) === true
  return has(node) || packReferences(project, node).some(({ isOurs }) => !isOurs)
}

function writtenOut({ checker }: Project, symbol: Named): Declaration {
  const type = packPlainType(checker, checker.getDeclaredTypeOfSymbol(symbol), symbol.name)
  const doc = checker.getDocumentationCommentOfSymbol(symbol)
  return { text: `${packComment(doc)}type ${symbol.name} = ${type}`, parts: [] }
}

function signature(node: FunctionDeclaration): Declaration {
  if (!node.type) throw new Error(`${node.name?.text} does not say what it returns`)
  const text = node.getSourceFile().text.slice(start(node), node.type.end)
  return { text: text.replace(/^export (async )?/m, 'declare '), parts: [...node.parameters, node.type] }
}

function constant({ checker }: Project, symbol: Named, node: VariableDeclaration): Declaration {
  const type = checker.getTypeAtLocation(node)
  if (!type) throw new Error(`${symbol.name} has no type`)
  const text = checker.typeToString(type, undefined, PLAINLY)
  const doc = packComment(checker.getDocumentationCommentOfSymbol(symbol))
  return { text: `${doc}declare const ${symbol.name}: ${text}`, parts: [] }
}

/** Nobody outside extends the class: how it draws is its own business. */
function element(symbol: Named, node: ClassDeclaration): Declaration {
  const parts = node.members
    .filter(isPropertyDeclaration)
    .filter(({ modifiers }) => modifiers?.some(isDeclareKeyword))
  const fields = parts.map(part => `  ${sourceOf(part).replace(/^(\s*)declare /m, '$1')}`)
  const doc = sourceOf(node).slice(0, node.getStart() - start(node))
  return { text: `${doc}interface ${symbol.name} extends HTMLElement {\n${fields.join('\n')}\n}`, parts }
}

function asWritten(node: Node): string {
  return sourceOf(node).replace(/^export /m, '')
}

/** With the comment above it. */
function sourceOf(node: Node): string {
  return node.getSourceFile().text.slice(start(node), node.end)
}

function start(node: Node): number {
  return node.getStart(undefined, true)
}
