import type { Plugin } from 'vite'
import type { Lent } from './lentBy.ts'

/** Modules that stand for what is borrowed. */
const BORROWED = '\0borrowed:'

/** Which thing, of which module. */
export type Place = (module: string, name: string) => number | string

/**
 * Compiles a file against what another has brought to the page already: what that one lends is taken from it, as
 * `LENT(place)`, and only what it has not is compiled in.
 *
 * @param placeOf - Where a thing lies; only what is really used stays in the output.
 */
export function borrow(lent: Lent, placeOf: Place): Plugin {
  return {
    name: 'borrow',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || importer.startsWith(BORROWED)) return null
      const there = await this.resolve(source, importer, { skipSelf: true })
      return there && lent.has(there.id) ? BORROWED + there.id : null
    },
    load(id) {
      if (!id.startsWith(BORROWED)) return null
      const module = id.slice(BORROWED.length)
      const names = lent.get(module) ?? []
      const lines = names.map(
        name => `export const ${name} = /*@__PURE__*/ LENT(${JSON.stringify(placeOf(module, name))})`
      )
      // A name of this module's own goes before one of the same name that is passed on.
      return {
        code: `${lines.join('\n')}\nexport * from ${JSON.stringify(module)}`,
        moduleSideEffects: false
      }
    }
  }
}

/** What of the lent a compiled file really takes, as `placeOf` named it. */
export function borrowedIn(code: string): string[] {
  return [...code.matchAll(/\bLENT\("([^"]*)"\)/g)].map(([, place = '']) => place)
}

/**
 * Makes a compiled module one that exports a single function: given the list of what is lent, it gives what the module
 * exported, the same however often it is called.
 */
export function asBorrower(code: string): string {
  const [all = '', names = ''] = /export \{([^}]*)\};?\s*$/.exec(code) ?? []
  const given = names.split(',').map(name => {
    const [inner = '', outer = inner] = name.trim().split(' as ')
    return `${outer}: ${inner}`
  })
  const body = code
    .slice(0, code.length - all.length)
    .replace(/(?:\/\*\s*@__PURE__\s*\*\/\s*)?\bLENT\((\d+)\)/g, 'LENT[$1]')
  return `let part; export default LENT => part ??= (() => {\n${body}\nreturn { ${given.join(', ')} } })()`
}
