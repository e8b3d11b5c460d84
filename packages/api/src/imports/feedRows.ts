import { parse } from 'csv-parse'
import { XMLParser } from 'fast-xml-parser'
import { type RawLine, rawLines, wholeText } from './rawLines.ts'
import { kept, refused } from './refusal.ts'

/** How a feed is written. */
export type FeedForm = 'ndjson' | 'list' | 'xml' | 'csv' | 'tsv'

const FORMS: Readonly<Record<string, FeedForm>> = {
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/json': 'list',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/rss+xml': 'xml',
  'application/atom+xml': 'xml',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv'
}

/** The form a `Content-Type` says, or `undefined` for one we do not take. */
export function feedForm(contentType: string | undefined): FeedForm | undefined {
  return FORMS[contentType?.split(';')[0]?.trim().toLowerCase() ?? '']
}

/** A document that cannot be read at all: nothing of it is kept. */
export class FeedUnreadable extends Error {}

/** Rows a group: what is parsed at a time of a table. */
const ROWS_A_GROUP = 500

/**
 * The products of a feed in groups. NDJSON, CSV and TSV are read as they arrive; JSON lists and XML as a whole.
 *
 * @throws {FeedUnreadable} When the document is not what its form says.
 */
export function feedRows(
  chunks: AsyncIterable<Uint8Array>,
  form: FeedForm
): AsyncIterable<readonly RawLine[]> {
  if (form === 'ndjson' || form === 'list') return rawLines(chunks, form)
  return form === 'xml' ? xmlRows(chunks) : tableRows(chunks, form === 'csv' ? ',' : '\t')
}

async function* tableRows(chunks: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<RawLine[]> {
  const parser = parse({
    delimiter,
    columns: true,
    bom: true,
    // Meta's feeds may begin with a comment line.
    comment: '#',
    comment_no_infix: true,
    relax_quotes: delimiter === '\t',
    quote: delimiter === '\t' ? null : '"',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000
  })
  let group: RawLine[] = []
  try {
    for await (const row of pipe(chunks, parser)) {
      group.push(kept(row))
      if (group.length >= ROWS_A_GROUP) {
        yield group
        group = []
      }
    }
  } catch (error) {
    if (!isCsvError(error)) throw error
    // What was read before the broken row stands; where the next row would begin is not known.
    group.push(refused('row_invalid', '', error.message.slice(0, 200)))
    yield group
    throw new FeedUnreadable(error.message.slice(0, 200))
  }
  if (group.length > 0) yield group
}

function pipe(chunks: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): AsyncIterable<unknown> {
  void (async () => {
    try {
      for await (const chunk of chunks) {
        if (!parser.write(chunk)) await new Promise(resume => parser.once('drain', resume))
      }
      parser.end()
    } catch (error) {
      // Reaches the reader as an exception of its loop.
      parser.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  })()
  return parser
}

function isCsvError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

const LISTED: ReadonlySet<string> = new Set(['item', 'entry'])

async function* xmlRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine[]> {
  const text = await wholeText(chunks)
  // No feed needs a document type, and entities of one's own are how XML is made to explode or to read files.
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new FeedUnreadable('a document type is not allowed')
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    maxNestedTags: 30,
    isArray: name => LISTED.has(name)
  })
  let document: unknown
  try {
    document = parser.parse(text, true)
  } catch (error) {
    throw new FeedUnreadable(error instanceof Error ? error.message.slice(0, 200) : 'is not XML')
  }
  const rows = itemsOf(document)
  if (rows === undefined) throw new FeedUnreadable('has neither rss/channel/item nor feed/entry')
  for (let at = 0; at < rows.length; at += ROWS_A_GROUP)
    yield rows.slice(at, at + ROWS_A_GROUP).map(row => kept(googleFirst(row)))
}

function itemsOf(document: unknown): readonly unknown[] | undefined {
  const inside = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  const channel = inside(inside(document, 'rss'), 'channel')
  const feed = inside(document, 'feed')
  const found = channel === undefined ? inside(feed, 'entry') : (inside(channel, 'item') ?? [])
  if (found === undefined) return feed === undefined ? undefined : []
  return Array.isArray(found) ? found : [found]
}

/** Where `<title>` stands beside `<g:title>`, Google's own counts. */
function googleFirst(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const fields = Object.entries(row)
  const googles = fields.filter(([name]) => name.startsWith('g:'))
  const others = fields.filter(([name]) => !name.startsWith('g:'))
  return Object.fromEntries([...googles, ...others])
}
