import { StringDecoder } from 'node:string_decoder'

/** No honest line is longer; a file without line ends must not fill the memory. */
const MAX_LINE_CHARS = 1_000_000

/** A line of a stream, or `undefined` in place of one that is too long to be read. */
export type TextLine = string | undefined

/**
 * Cuts a stream of UTF-8 into lines without their ends, in groups as they arrive. Empty lines are left out.
 *
 * @param chunks - Bytes cut anywhere, within a character too.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly TextLine[]> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let tooLong = false
  for await (const chunk of chunks) {
    const parts = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = parts.pop() ?? ''
    const lines: TextLine[] = parts.map(readLine)
    if (tooLong && lines.length > 0) {
      lines[0] = undefined
      tooLong = false
    }
    if (rest.length > MAX_LINE_CHARS) {
      tooLong = true
      rest = ''
    }
    const full = lines.filter(line => line !== '')
    if (full.length > 0) yield full
  }
  const last = readLine(rest + decoder.end())
  if (tooLong) yield [undefined]
  else if (last !== '') yield [last]
}

function readLine(text: string): TextLine {
  return text.length > MAX_LINE_CHARS ? undefined : text.trim()
}
