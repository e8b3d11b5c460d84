import type { Plugin } from 'vite'

/** One thing that is lent: a name, and the module that exports it. */
export interface Lending {
  readonly module: string
  readonly name: string
}

/** Puts what is lent into a module of the tag, in this order, where it says `VITRINE_LENT`. */
export function lend(file: string, lendings: readonly Lending[]): Plugin {
  // The declaration is a type, and goes; every other mention is the list.
  return lending(file, lendings, (code, names) => code.replace(/(?<!const )\bVITRINE_LENT\b/g, `[${names}]`))
}

/** Has a part that borrows lend as well, to parts that come after it: behind what the tag lends. */
export function lendOn(file: string, lendings: readonly Lending[]): Plugin {
  return lending(file, lendings, (code, names) => `${code}\nLENT.push(${names})`)
}

function lending(
  file: string,
  lendings: readonly Lending[],
  write: (code: string, names: readonly string[]) => string
): Plugin {
  return {
    name: 'lend',
    enforce: 'pre',
    transform(code, id) {
      if (id !== file || lendings.length === 0) return null
      const imports = lendings.map(
        ({ module, name }, at) => `import { ${name} as lent${at} } from ${JSON.stringify(module)}\n`
      )
      return (
        imports.join('') +
        write(
          code,
          lendings.map((_, at) => `lent${at}`)
        )
      )
    }
  }
}
