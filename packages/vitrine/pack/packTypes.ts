import { join } from 'node:path'
import { isModuleDeclaration, type Node, type SourceFile } from 'typescript/unstable/ast'
import { API, type Symbol as Named, type Project } from 'typescript/unstable/sync'
import { packDeclaration } from './packDeclaration.ts'
import { packReferences, packTarget } from './packReferences.ts'

/**
 * The types of an entry of the package as one file that needs no other: what the entry exports and what that refers to,
 * from whichever package of the workspace, and what those files add to the page's own types.
 *
 * TypeScript's programming interface is still called unstable. The lockfile holds its version, and `test/npm` compares
 * what comes out with the types of the sources.
 *
 * @param folder - Where `tsconfig.json` is.
 * @param entry - From there.
 * @throws {Error} When a declaration refers to another library, or two of one name meet.
 */
export function packTypes(folder: string, entry = 'src/index.ts'): string {
  const api = new API({ cwd: folder })
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(folder, 'tsconfig.json')] }).getProjects()
    if (!project) throw new Error(`${folder} has no tsconfig.json`)
    return typesOf(project, join(folder, entry))
  } finally {
    api.close()
  }
}

function typesOf(project: Project, entry: string): string {
  const { checker, program } = project
  const file = program.getSourceFile(entry)
  const entrance = file && checker.getSymbolAtLocation(file)
  if (!entrance) throw new Error(`${entry} exports nothing`)
  const exported = checker.getExportsOfModule(entrance).map(symbol => packTarget(checker, symbol))
  const named = new Map<string, Named>()
  const globals = new Map<SourceFile, string>()

  function add(symbol: Named): void {
    const known = named.get(symbol.name)
    if (known && known.id !== symbol.id) throw new Error(`${symbol.name} stands for two declarations`)
    if (known) return
    named.set(symbol.name, symbol)
    for (const { path } of symbol.declarations) {
      const home = program.getSourceFile(path)
      if (home && !globals.has(home)) addGlobals(home)
    }
  }

  function addGlobals(home: SourceFile): void {
    const additions = home.statements.filter(isGlobal)
    globals.set(home, additions.map(it => it.getText()).join('\n\n'))
    for (const addition of additions) follow(addition)
  }

  function follow(node: Node): void {
    for (const { symbol, isOurs } of packReferences(project, node)) {
      if (!isOurs) throw new Error(`${symbol.name} comes from another library`)
      add(symbol)
    }
  }

  for (const symbol of exported) add(symbol)
  const written: string[] = []
  // The map grows while it is read: what a declaration refers to is written after it.
  for (const symbol of named.values()) {
    const { text, parts } = packDeclaration(project, symbol)
    for (const part of parts) follow(part)
    written.push(exported.includes(symbol) ? withExport(text) : text)
  }
  const additions = [...globals.values()].filter(text => text !== '')
  // Without `export {}` everything in a file of declarations is exported, whether it says so or not.
  return `/// <reference lib="dom" />\n\n${[...written, ...additions, 'export {}'].join('\n\n')}\n`
}

function isGlobal(node: Node): boolean {
  return isModuleDeclaration(node) && node.name.getText() === 'global'
}

/** The word goes below the comment: before the first line that is none. */
function withExport(text: string): string {
  return text.replace(/^(?=declare |interface |type )/m, 'export ')
}
