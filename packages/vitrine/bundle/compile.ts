import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { CLASSIC_JSX, classicJsx } from './classicJsx.ts'

/** How one compilation differs from others. */
export interface Compilation {
  /** Entry files, by the name of what comes out. */
  readonly input: Readonly<Record<string, string>>
  readonly output?: Rolldown.OutputOptions
  readonly define?: Readonly<Record<string, string>>
  readonly plugins?: readonly Plugin[]
  /** Whether an entry may export more than its source does; by default not. */
  readonly signatures?: 'exports-only' | 'allow-extension'
}

/** A path in this package. */
export const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Compiles and joins modules; nothing is minified or written. */
export async function compile({
  input,
  output = {},
  define = {},
  plugins = [],
  signatures = 'exports-only'
}: Compilation): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: here('.'),
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    oxc: { jsx: CLASSIC_JSX },
    plugins: [classicJsx, ...plugins],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      cssMinify: true,
      modulePreload: false,
      rolldownOptions: {
        input: { ...input },
        output,
        preserveEntrySignatures: signatures,
        checks: { pluginTimings: false }
      }
    }
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output: files }) => files).filter(file => file.type === 'chunk')
}
