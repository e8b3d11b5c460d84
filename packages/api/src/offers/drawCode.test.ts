import { expect, test } from 'vitest'
import { drawCode, foldCode } from './drawCode.ts'

test('OF-4 has twelve signs of five bits behind its prefix, every sign as likely as another', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const { code } = drawCode(undefined, new Uint8Array(12).fill(byte))
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z])\1{3}-\1{4}-\1{4}$/)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  const drawn = Array.from({ length: 1000 }, () => drawCode('WELCOME').code)
  expect(new Set(drawn).size).toBe(1000)
  for (const code of drawn) expect(code).toMatch(/^WELCOME(-[0-9A-Z]{4}){3}$/)
})

test('OF-4 is found whatever case, hyphens and look-alikes it was typed with', () => {
  const { code, folded } = drawCode('HELLO', Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
  expect(code).toBe('HELLO-0123-4567-89AB')
  for (const typed of [code, 'hello 0123 4567 89ab', 'HELLOOI23456789AB', ' he11o-ol23—4567-89ab\n'])
    expect(foldCode(typed)).toBe(folded)
  expect(foldCode('HELLO-0123-4567-89AC')).not.toBe(folded)
})
