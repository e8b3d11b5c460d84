/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`, as Biome formats them. */
const FROM = /^(?:import|export)\b[^'"]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

/** The specifiers a module imports, statically or not, types included, in the order of its text. */
export function importsOf(source: string): readonly string[] {
  return [...source.matchAll(FROM)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
}

/** The package a specifier belongs to: `@vitrine/engine/train` is of `@vitrine/engine`; undefined for a file. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined
  if (specifier.startsWith('node:')) return 'node:'
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
