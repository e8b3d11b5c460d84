import {
  isExpressionWithTypeArguments,
  isImportTypeNode,
  isTypeQueryNode,
  isTypeReferenceNode,
  type Node
} from 'typescript/unstable/ast'
import { type Symbol as Named, type Project, SymbolFlags } from 'typescript/unstable/sync'

/** Something a declaration names. */
export interface Reference {
  /** What is meant, past all imports. */
  readonly symbol: Named
  /** False when another library declares it. */
  readonly isOurs: boolean
}

/** What a declaration names besides what every page has (the DOM, the language) and its own type parameters. */
export function packReferences({ checker, program }: Project, declaration: Node): readonly Reference[] {
  return namesIn(declaration).flatMap(name => {
    const symbol = checker.getSymbolAtLocation(name)
    if (!symbol) throw new Error(`${name.getText()} is not known`)
    const target = packTarget(checker, symbol)
    const [handle] = target.declarations
    const file = handle && program.getSourceFile(handle.path)
    if (!file) throw new Error(`${name.getText()} is declared nowhere`)
    if (program.isSourceFileDefaultLibrary(file)) return []
    const isParameter = target.flags & SymbolFlags.TypeParameter
    return isParameter ? [] : { symbol: target, isOurs: !file.fileName.includes('/node_modules/') }
  })
}

/** The declaration behind an import. In one file everything has one name, and that is the one it has at home. */
export function packTarget(checker: Project['checker'], symbol: Named): Named {
  const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  if (target.name !== symbol.name) throw new Error(`${target.name} is called ${symbol.name} elsewhere`)
  return target
}

function namesIn(node: Node): readonly Node[] {
  const names: Node[] = []
  const visit = (part: Node): void => {
    if (isImportTypeNode(part)) throw new Error(`${part.getText()} has no name`)
    if (isTypeReferenceNode(part)) names.push(part.typeName)
    if (isTypeQueryNode(part)) names.push(part.exprName)
    if (isExpressionWithTypeArguments(part)) names.push(part.expression)
    part.forEachChild(visit)
  }
  visit(node)
  return names
}
