import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { STUB } from '@vitrine/tracker'
import { expect, test } from 'vitest'
import { MIRROR_SNIPPET } from 'vitrine/server'

const page = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** The inline scripts of a page of documentation. */
function inlineScripts(text: string): string[] {
  return [...text.matchAll(/<script(?: nonce="[^"]*")?(?: data-mirror="[^"]*")?>(.*?)<\/script>/g)].map(
    ([, code = '']) => code
  )
}

test('VI-20 the documented stubs are the ones there are, with their hashes', () => {
  const [short = '', long = '', mirror, ...more] = inlineScripts(page)
  expect(long).toBe(STUB)
  expect(mirror).toBe(MIRROR_SNIPPET)
  expect(more).toEqual([])
  expect(new Set(inlineScripts(readme))).toEqual(new Set([short]))
  for (const code of [short, long, MIRROR_SNIPPET]) {
    expect(page).toContain(`sha256-${createHash('sha256').update(code).digest('base64')}`)
  }
})
