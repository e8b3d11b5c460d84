import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packNotices } from './packNotices.ts'
import { packTypes } from './packTypes.ts'

/**
 * Makes the folder of bundled modules a package that npm can install anywhere: its package.json, types, page and
 * licences. It depends on nothing, since everything is bundled in.
 *
 * @param packageFolder - Where the sources are, two levels below the licence.
 * @param npmFolder - Where the modules are; `index.js` and `server.js` are the entries.
 * @param modules - Paths of the modules that were bundled.
 */
export function packFolder(packageFolder: string, npmFolder: string, modules: readonly string[]): void {
  const source = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const { name, version, description, license } = source
  const manifest = {
    name,
    version,
    description,
    license,
    keywords: ['recommendations', 'personalisation', 'e-commerce', 'storefront', 'carousel', 'privacy'],
    type: 'module',
    sideEffects: false,
    // `types` comes first: a resolver takes the first condition that fits.
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './server': { types: './server.d.ts', default: './server.js' },
      './package.json': './package.json'
    },
    types: './index.d.ts'
  }
  writeFileSync(join(npmFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(npmFolder, 'index.d.ts'), packTypes(packageFolder))
  writeFileSync(join(npmFolder, 'server.d.ts'), packTypes(packageFolder, 'src/server/index.ts'))
  writeFileSync(join(npmFolder, 'NOTICES.md'), packNotices(modules))
  copyFileSync(join(packageFolder, 'README.md'), join(npmFolder, 'README.md'))
  copyFileSync(join(packageFolder, '../../LICENSE'), join(npmFolder, 'LICENSE'))
}
