import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = import.meta.dirname

/** Where the built files are. */
export const BUILT = {
  assets: join(here, 'dist'),
  sdk: join(dirname(fileURLToPath(import.meta.resolve('vitrine'))), '..', 'dist')
} as const

/** Builds Vitrine and the shop's own scripts where they are missing or older than their sources. @returns What was built. */
export async function buildStale(): Promise<readonly string[]> {
  const packages = join(BUILT.sdk, '..', '..')
  const sdkSources = globSync(
    join(packages, '{protocol,engine,tracker,widgets,vitrine}', '{src/**/*.{ts,tsx,css},build.ts}')
  )
  const shopSources = globSync(join(here, 'shop', '**', '*.{ts,css}'))
  const built: string[] = []
  if (isStale(join(BUILT.sdk, 'vitrine.js'), sdkSources)) {
    await buildSdk(join(packages, 'vitrine', 'build.ts'))
    built.push('Vitrine')
  }
  if (isStale(join(BUILT.assets, 'main.js'), shopSources)) {
    await buildShop()
    built.push('the shop’s scripts')
  }
  return built
}

function isStale(result: string, sources: readonly string[]): boolean {
  const builtAt = statSync(result, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.some(source => !source.includes('.test.') && statSync(source).mtimeMs > builtAt)
}

/** In a process of its own, because its build runs as a script. */
async function buildSdk(script: string): Promise<void> {
  // Asked for by a test, it would be built for tests: with where each piece of markup stands in the source.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`building Vitrine ended with ${code}`)
}

async function buildShop(): Promise<void> {
  await build({
    configFile: false,
    root: join(here, 'shop'),
    base: '/assets/',
    logLevel: 'warn',
    build: {
      outDir: BUILT.assets,
      emptyOutDir: true,
      assetsDir: '',
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { main: join(here, 'shop', 'main.ts') },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]'
        }
      }
    }
  })
}
