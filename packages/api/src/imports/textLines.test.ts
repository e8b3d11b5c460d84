import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLines } from './textLines.ts'

async function* cut(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function linesOf(text: string, size: number) {
  const groups = await Array.fromAsync(textLines(cut(new TextEncoder().encode(text), size)))
  return groups.flat()
}

test('AP-20 reads the same lines wherever the network cuts them, within a character too', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map(text => text.replaceAll('\n', '').trim())
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
      expect(await linesOf(lines.join('\n'), size)).toEqual(lines.filter(one => one !== ''))
    })
  )
})

test('AP-20 refuses a line longer than a million characters, and reads on', async () => {
  const long = 'x'.repeat(1_200_000)
  expect(await linesOf(`a\r\n${long}\nb\n`, 65_536)).toEqual(['a', undefined, 'b'])
  expect(await linesOf(`a\n${long}`, 65_536)).toEqual(['a', undefined])
  expect(await linesOf(`${long}\n`, 2_000_000)).toEqual([undefined])
})
