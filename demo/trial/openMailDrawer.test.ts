import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { linksIn } from '../shop/trial/linksIn.ts'
import { get, openTestShop } from '../testing/openTestShop.ts'
import { HOSTILE_TITLE } from '../testing/products.ts'
import { openMailDrawer } from './openMailDrawer.ts'

const folders: string[] = []

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mails-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** Lays a mail into the folder as it was written so many minutes ago. */
async function lay(folder: string, name: string, lines: readonly string[], minutesAgo = 0): Promise<void> {
  const path = join(folder, `${name}.eml`)
  await writeFile(path, lines.join('\r\n'))
  const at = new Date(Date.UTC(2026, 10, 22, 12) - minutesAgo * 60_000)
  await utimes(path, at, at)
}

const mail = (subject: string, text: string, to = 'alex@example.org') => [
  'From: Fern & Finch <shop@fern-and-finch.example>',
  `To: ${to}`,
  `Subject: ${subject}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  text
]

test('DE-39 the newest mail comes first, with subject, receiver and text', async () => {
  const folder = await aFolder()
  await lay(folder, 'a', mail('=?UTF-8?Q?Please_confirm_=E2=9C=93?=', 'Was this you?'), 5)
  await lay(folder, 'b', mail('It is back', 'Winter Boots, UK 9', 'Alex <alex@example.org>'))
  const { mails, unreadable } = await openMailDrawer(folder).newest()
  expect(mails.map(({ subject, to, text }) => [subject, to, text])).toEqual([
    ['It is back', 'alex@example.org', 'Winter Boots, UK 9'],
    ['Please confirm ✓', 'alex@example.org', 'Was this you?']
  ])
  expect(mails[0]?.at).toBe(Date.UTC(2026, 10, 22, 12))
  expect(unreadable).toBe(0)
})

test('DE-39 of a mail in two forms the text is shown, and more than thirty are not', async () => {
  const folder = await aFolder()
  const [from = '', to = '', ...rest] = mail('Both', '')
  const parts = [
    'Content-Type: multipart/alternative; boundary="b"',
    ...['', '--b', 'Content-Type: text/plain', '', 'as text'],
    ...['--b', 'Content-Type: text/html', '', '<b>as markup</b>', '--b--']
  ]
  await lay(folder, 'both', [from, to, rest[0] ?? '', 'MIME-Version: 1.0', ...parts])
  for (let at = 1; at <= 32; at++) await lay(folder, `old-${at}`, mail(`Old ${at}`, ''), at)
  const { mails } = await openMailDrawer(folder).newest()
  expect(mails).toHaveLength(30)
  expect(mails[0]?.text).toBe('as text')
})

test('DE-40 whatever a mail holds stays the text it is', async () => {
  const folder = await aFolder()
  await lay(folder, 'evil', mail(HOSTILE_TITLE, `${HOSTILE_TITLE} javascript:alert(1)`))
  const { app } = openTestShop(undefined, folder)
  const answer = await get(app, '/trial/mails', { 'x-trial': '1' })
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  const { mails } = await answer.json()
  expect(mails[0].subject).toBe(HOSTILE_TITLE)
  expect(mails[0].text).toBe(`${HOSTILE_TITLE} javascript:alert(1)`)
  expect((await get(app, '/trial/mails')).status).toBe(403)
})

test('DE-40 only addresses of the shop and its API become links, without what ends the sentence', () => {
  const [shop, api] = ['http://127.0.0.1:4100', 'http://127.0.0.1:4101']
  const text = `Confirm (${api}/v1/restock/confirm?shop=demo&token=a-b_c). Or see ${shop}/product/x!`
  expect(linksIn(text, [shop, api])).toEqual([
    'Confirm (',
    { href: `${api}/v1/restock/confirm?shop=demo&token=a-b_c` },
    '). Or see ',
    { href: `${shop}/product/x` },
    '!'
  ])
  for (const other of [
    'javascript:alert(1)',
    'http://elsewhere.example/',
    'http://127.0.0.1:4100@elsewhere.example/',
    'http://127.0.0.1:41000/',
    'http://',
    `<a href="data:text/html,x">${HOSTILE_TITLE}</a>`
  ]) {
    expect(linksIn(other, [shop, api])).toEqual([other])
  }
  expect(linksIn('', [shop])).toEqual([])
})

test('DE-41 a mail that is cut short, huge, or none at all hides no other', async () => {
  const folder = await aFolder()
  expect(await openMailDrawer(join(folder, 'not-there-yet')).newest()).toEqual({ mails: [], unreadable: 0 })
  await lay(folder, 'good', mail('Good', 'It is here.'))
  await lay(folder, 'huge', mail('Huge', 'x'.repeat(300_000)))
  await lay(folder, 'empty', [])
  await lay(folder, 'cut', ['From: a@example.org', 'To: b@exam'])
  await writeFile(join(folder, 'draft.tmp'), 'not a mail')
  const { mails, unreadable } = await openMailDrawer(folder).newest()
  expect(mails.map(({ subject }) => subject).sort()).toEqual(['', 'Good'])
  expect(unreadable).toBe(2)
})
