import { kept, type LineReading, refused } from './refusal.ts'
import { textLines } from './textLines.ts'

/** A line before it is understood: JSON, or why it is none. */
export type RawLine = LineReading<unknown>

/**
 * The lines of an NDJSON stream, or the elements of a list in one JSON text, in groups as they arrive.
 *
 * @param chunks - The body.
 * @param form - `list` reads the whole body first, so its size must be limited by the caller.
 */
export async function* rawLines(
  chunks: AsyncIterable<Uint8Array>,
  form: 'ndjson' | 'list'
): AsyncGenerator<readonly RawLine[]> {
  if (form === 'list') {
    yield readList(await wholeText(chunks))
    return
  }
  for await (const lines of textLines(chunks))
    yield lines.map(line =>
      line === undefined
        ? refused('line_too_long', '', 'is longer than 1,000,000 characters')
        : readJson(line)
    )
}

/** A stream of UTF-8 as one text. */
export async function wholeText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

function readList(text: string): RawLine[] {
  const read = readJson(text)
  if (!read.ok) return [read]
  return Array.isArray(read.value) ? read.value.map(kept) : [kept(read.value)]
}

function readJson(line: string): RawLine {
  try {
    return kept(JSON.parse(line) as unknown)
  } catch {
    return refused('line_not_json', '', 'must be JSON')
  }
}
