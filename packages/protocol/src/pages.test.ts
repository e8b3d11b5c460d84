import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EVENT_FIELDS, type Field, ITEM_FIELDS, PAGE_FIELDS, REF_FIELDS } from './fields.ts'
import { PROBLEMS } from './problem.ts'
import { textOf } from './testing/goldenCases.ts'

/** The rows of the table under a heading of the page. */
function tableOf(heading: string): string[][] {
  const section = textOf('docs/spec/protocol.md')
    .split(`\n### ${heading}\n`)[1]
    ?.split('\n## ')[0]
    ?.split('\n### ')[0]
  const rows = (section ?? '').split('\n').filter(line => line.startsWith('| '))
  return rows.slice(2).map(row =>
    row
      .slice(2, -2)
      .split('|')
      .map(cell => cell.trim())
  )
}

test.each<[string, readonly Field<never>[]]>([
  ['Event', EVENT_FIELDS],
  ['Item', ITEM_FIELDS],
  ['Page', PAGE_FIELDS],
  ['Ref', REF_FIELDS]
])('PR-27 %s', (heading, fields) => {
  expect(tableOf(heading)).toEqual(fields.map(([letter, code, ga4, kind]) => [code, ga4, letter, kind]))
  for (const column of [0, 1, 2]) expect(new Set(fields.map(field => field[column])).size).toBe(fields.length)
})

test('PR-27 an event’s letters and names are not those of its parts', () => {
  for (const [letter] of EVENT_FIELDS) expect([...'etsprhid']).not.toContain(letter)
  const flat = [...EVENT_FIELDS, ...PAGE_FIELDS, ...REF_FIELDS].map(([, , name]) => name)
  expect(new Set([...flat, 'items', 'heard', 'event', 'event_id', 'timestamp', 'source']).size).toBe(
    flat.length + 6
  )
})

test('PR-28 every problem code is explained, with its status, and no other', () => {
  const answers = textOf('docs/errors.md')
    .split('\n## ')
    .find(part => part.startsWith('Answers of the API'))
  const sections = (answers ?? '').split('\n### ').slice(1)
  expect(
    sections.map(section => [section.split('\n')[0], Number(/\nStatus (\d{3})\. \S/.exec(section)?.[1])])
  ).toEqual(Object.entries(PROBLEMS))
  for (const section of sections) expect(section).toMatch(/\nWhat to do: \S/)
})

test('PR-32 outside its schemas the package imports only itself, and of its schemas only types', () => {
  const sources = readdirSync(new URL('.', import.meta.url)).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts')
  )
  expect(sources).toContain('index.ts')
  for (const name of sources) {
    const source = readFileSync(new URL(name, import.meta.url), 'utf8')
    const statements = source.matchAll(/^(import|export)( type)?\s[^'"]*?from '([^']+)'/gm)
    for (const [statement, , type, from] of statements)
      if (type === undefined) expect(from, `${name}: ${statement}`).toMatch(/^\.\/[A-Za-z0-9]+\.ts$/)
  }
})
