import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** Every page of documentation, from the root. */
function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  const top = readdirSync(ROOT).filter(name => name.endsWith('.md'))
  return [...top, ...docs.filter(name => name.endsWith('.md')).map(name => join('docs', name))]
}

test('HO-9 every file that the documentation links to is there', () => {
  const broken = pages().flatMap(page => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
    const files = links.filter(link => !/^[a-z]+:/.test(link))
    return files.filter(link => !existsSync(join(ROOT, dirname(page), link))).map(link => `${page}: ${link}`)
  })
  expect(broken).toEqual([])
  expect(pages().length).toBeGreaterThan(10)
})
