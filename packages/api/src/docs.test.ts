import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFUSALS } from './imports/refusal.ts'
import { identityToken, openTestApi, type TestApi } from './testing/openTestApi.ts'

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

interface Message {
  /** `POST /v1/events`, or the status. */
  readonly first: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function parseMessage(block: string): Message {
  const [head = '', ...body] = block.trim().split('\n\n')
  const [first = '', ...lines] = head.split('\n')
  const headers = lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
  return { first, headers: Object.fromEntries(headers) as Record<string, string>, body: body.join('\n\n') }
}

/** What is different each time, by its name on the page: `<token>`, and the `<code>` that was issued last. */
type Names = Map<'token' | 'code', string>

async function expectAnswer(api: TestApi, asked: Message, shown: Message, names: Names): Promise<void> {
  const filled = (text: string) => text.replaceAll(/<(token|code)>/g, (_, name) => names.get(name) ?? '')
  const [method = '', path = ''] = asked.first.split(' ')
  const headers = Object.fromEntries(
    Object.entries(asked.headers).map(([name, value]) => [name, filled(value)])
  )
  const answer = await api.app.request(path, {
    method,
    headers,
    ...(asked.body !== '' && { body: filled(asked.body) })
  })
  const text = await answer.text()
  expect([asked.first, String(answer.status), text]).toEqual([asked.first, shown.first, expect.any(String)])
  const given = Object.keys(shown.headers).map(name => [name, answer.headers.get(name)])
  const promised = Object.entries(shown.headers).map(([name, value]) => [
    name,
    value === '…' ? expect.any(String) : value
  ])
  expect([asked.first, ...given]).toEqual([asked.first, ...promised])
  if (shown.body === '') return expect(text).toBe('')
  const said = JSON.parse(text) as { code?: string }
  const wanted = JSON.parse(shown.body, (_, value) => (value === '…' ? expect.any(String) : value))
  expect(said).toMatchObject(wanted as object)
  if (answer.ok && said.code !== undefined) names.set('code', said.code)
}

test('AP-90 every request in docs/api.md is answered as the page shows', async () => {
  const found = [...textOf('docs/api.md').matchAll(/```http\n([\s\S]*?)```/g)]
  const blocks = found.map(([, block = '']) => parseMessage(block))
  expect(blocks.length).toBeGreaterThan(40)
  const api = await openTestApi()
  const names: Names = new Map([['token', await identityToken('17850')]])
  for (let at = 0; at < blocks.length; at += 2) {
    const [asked, shown] = [blocks[at], blocks[at + 1]]
    if (!asked || !shown) throw new Error('a request without an answer')
    await expectAnswer(api, asked, shown, names)
  }
})

test('AP-91 every code of a refused line is explained, and no other', () => {
  const section = textOf('docs/errors.md')
    .split('\n## ')
    .find(part => part.startsWith('Lines refused by an import'))
  const explained = [...(section ?? '').matchAll(/^### (\w+)$/gm)].map(([, code]) => code)
  expect(explained.sort()).toEqual([...REFUSALS].sort())
})
