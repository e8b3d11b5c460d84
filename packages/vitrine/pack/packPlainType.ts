import {
  type Checker,
  type Symbol as Member,
  NodeBuilderFlags,
  SymbolFlags,
  type Type
} from 'typescript/unstable/sync'
import { packComment } from './packComment.ts'

/** Whole, and in the quotes the sources have. */
export const PLAINLY = NodeBuilderFlags.NoTruncation | NodeBuilderFlags.UseSingleQuotesForStringLiteralType

/** None of the published types is so deep; one that is refers to itself, and would never end. */
const MAX_DEPTH = 12

/**
 * A type written out without the names it was computed from: `Static<typeof Card>` becomes its fields, each with the
 * sentence that stands above it in the schema. So the published types need no schema library.
 *
 * A schema that refers to itself is followed by the library for three levels and is `any` below; here it has its name.
 *
 * @param name - What the type is called.
 * @throws {Error} When the type is not known, or has no end: a package that cannot be published.
 */
export function packPlainType(checker: Checker, type: Type, name: string): string {
  const own = shapeOf(type)

  function plain(part: Type, depth: number): string {
    if (depth > MAX_DEPTH) throw new Error(`${name} has no end`)
    if (!part.isUnionType()) return part.isObjectType() ? object(part, depth) : word(part)
    return depth > 0 && shapeOf(part) === own ? name : union(part.getTypes(), depth)
  }

  function object(part: Type, depth: number): string {
    if (checker.isTupleType(part)) return `[${argumentsOf(part, depth).join(', ')}]`
    if (checker.isArrayType(part)) return `${array(part)}<${argumentsOf(part, depth).join()}>`
    return fields(part, depth)
  }

  function word(part: Type): string {
    const text = checker.typeToString(part, undefined, PLAINLY)
    if (text === 'any') throw new Error(`${name} holds what is not known`)
    return text
  }

  /** The fields of each branch: enough to know a union again. */
  function shapeOf(part: Type): string {
    const branches = part.isUnionType() ? part.getTypes() : [part]
    return branches
      .map(branch => checker.getPropertiesOfType(branch).map(member => member.name))
      .sort()
      .join(' | ')
  }

  const array = (part: Type) => (part.getSymbol()?.name === 'ReadonlyArray' ? 'ReadonlyArray' : 'Array')

  const argumentsOf = (part: Type, depth: number) =>
    part.isTypeReference() ? checker.getTypeArguments(part).map(argument => plain(argument, depth + 1)) : []

  function union(parts: readonly Type[], depth: number): string {
    const texts = parts.map(part => plain(part, depth))
    const hasBoth = texts.includes('true') && texts.includes('false')
    const others = texts.filter(text => !hasBoth || (text !== 'true' && text !== 'false'))
    return [...others, ...(hasBoth ? ['boolean'] : [])].join(' | ')
  }

  function fields(part: Type, depth: number): string {
    const lines = [
      ...checker
        .getIndexInfosOfType(part)
        .map(({ keyType, valueType }) => `[key: ${plain(keyType, depth)}]: ${plain(valueType, depth + 1)}`),
      ...checker
        .getPropertiesOfType(part)
        .map(member => packComment(checker.getDocumentationCommentOfSymbol(member)) + field(member, depth))
    ]
    return `{\n${indented(lines.join('\n'))}\n}`
  }

  function field(member: Member, depth: number): string {
    const content = checker.getTypeOfSymbol(member)
    if (!content) throw new Error(`${member.name} has no type`)
    const key = /^[\w$]+$/.test(member.name) ? member.name : `'${member.name}'`
    if (!(member.flags & SymbolFlags.Optional)) return `${key}: ${plain(content, depth + 1)}`
    const given = content.isUnionType() ? content.getTypes().filter(part => !isUndefined(part)) : [content]
    return `${key}?: ${union(given, depth + 1)}`
  }

  return plain(type, 0)
}

function isUndefined(part: Type): boolean {
  return part.isIntrinsicType() && part.intrinsicName === 'undefined'
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ')
}
