import type { Plugin } from 'vite'

/** One thing that is lent. */
export interface Lending {
  readonly module: string
  readonly name: string
}

/** Fills `VITRINE_LENT` in a module with what is lent, in this order. */
export function lend(file: string, lendings: readonly Lending[]): Plugin {
  return {
    name: 'lend',
    enforce: 'pre',
    transform(code, id) {
      if (id !== file) return null
      const imports = lendings.map(
        ({ module, name }, at) => `import { ${name} as lent${at} } from ${JSON.stringify(module)}\n`
      )
      const list = `[${lendings.map((_, at) => `lent${at}`)}]`
      // The declaration is a type, and goes; every other mention is the list.
      return imports.join('') + code.replace(/(?<!const )\bVITRINE_LENT\b/g, list)
    }
  }
}
