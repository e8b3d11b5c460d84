import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The sheets of the shop, in the order they build on one another. */
const SHEETS = [
  'base',
  'frame',
  'home',
  'listing',
  'product',
  'basket',
  'till',
  'account',
  'vitrine',
  'trial'
]

const folder = join(import.meta.dirname, '..', 'styles')

/** All of the shop's styles as one sheet. */
export async function styleSheet(): Promise<string> {
  const sheets = await Promise.all(SHEETS.map(name => readFile(join(folder, `${name}.css`), 'utf8')))
  return sheets.join('\n')
}
