import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package that a module of another author belongs to. */
const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/**
 * The licences of what was bundled in, each whole under its package's name: their authors ask for no more.
 *
 * @param modules - Paths of all modules in the bundle.
 * @throws {Error} When a package brings no licence: it must not be published.
 */
export function packNotices(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(path => PACKAGE_FOLDER.exec(path)?.[0] ?? []))
  const notices = [...folders].sort().map(folder => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const [licence] = globSync('LICEN{S,C}E*', { cwd: folder })
    if (!licence) throw new Error(`${name} brings no licence`)
    return `## ${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`
  })
  return `Vitrine contains these works of others.\n\n${notices.join('\n')}`
}
