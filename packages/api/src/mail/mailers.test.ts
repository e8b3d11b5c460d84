import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MailServer, openMailServer } from '../testing/openMailServer.ts'
import { folderMailer } from './folderMailer.ts'
import type { Mail, Mailer } from './mailer.ts'
import { smtpMailer } from './smtpMailer.ts'

const MAIL: Mail = {
  id: 'back-1-1',
  from: { address: 'alerts@corner.example', name: 'The “Corner”, Shop' },
  to: 'jo@home.example',
  subject: 'Back in stock: Red läntern',
  text: 'It is back.\n',
  html: '<p>It is back.</p>',
  at: 1_772_452_800_000,
  leaveUrl:
    'https://api.corner.example/v1/restock/unsubscribe?shop=corner&token=0123456789abcdef0123456789abcdef'
}

function headersOf(raw: string): Map<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
  const lines = head.split('\r\n')
  return new Map(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])
  )
}

describe('a mail server', () => {
  let server: MailServer
  let mailer: Mailer
  beforeEach(async () => {
    server = await openMailServer()
    mailer = smtpMailer(server.url)
  })
  afterEach(async () => {
    mailer.close()
    await server.close()
  })

  test('WL-33, WL-14 gets a mail with its own id, date, sender and the way to leave it', async () => {
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'taken' })
    const [got] = server.accepted
    expect([got?.to, got?.messageId]).toEqual(['jo@home.example', 'back-1-1@corner.example'])
    const headers = headersOf(got?.raw ?? '')
    expect(headers.get('date')).toBe('Mon, 02 Mar 2026 12:00:00 +0000')
    expect(headers.get('from')).toContain('<alerts@corner.example>')
    expect(headers.get('to')).toBe('jo@home.example')
    expect(headers.get('list-unsubscribe')).toBe(`<${MAIL.leaveUrl}>`)
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/)
  })

  test('WL-2, WL-33 no subject, name or address becomes a header line of its own', async () => {
    const subject = 'Back\r\nBcc: all@home.example\r\n\r\nbody'
    const from = { address: 'alerts@corner.example', name: 'Shop\r\nX-Evil: 1' }
    await mailer.send({ ...MAIL, subject, from })
    const headers = headersOf(server.accepted[0]?.raw ?? '')
    expect([headers.has('bcc'), headers.has('x-evil'), server.accepted.length]).toEqual([false, false, 1])
  })

  test('WL-31 a refusal of the address is for ever, one of anything else is not', async () => {
    const answers: [code: number, words: string, outcome: string, rest?: object][] = [
      [550, '5.1.1 no such user jo@home.example', 'refused'],
      [550, 'no such user', 'refused'],
      [452, '4.2.2 mailbox full', 'later', { isOfAddress: true }],
      [450, '4.7.1 greylisted', 'later', { isOfAddress: false }],
      [550, '5.7.1 your network is not welcome', 'later', { isOfAddress: false, isForEver: true }]
    ]
    for (const [code, words, outcome, rest] of answers) {
      server.behaviour = { recipient: () => ({ code, words }) }
      const delivery = await mailer.send(MAIL)
      expect([words, delivery]).toEqual([words, { outcome, problem: `EENVELOPE RCPT ${code}`, ...rest }])
    }
    expect(server.accepted).toEqual([])
  })

  test('WL-31 what is said of a message is about the address only where its code says so', async () => {
    server.behaviour = { message: () => ({ code: 554, words: '5.7.1 looks like spam' }) }
    expect(await mailer.send(MAIL)).toMatchObject({
      ...{ outcome: 'later', isOfAddress: false, isForEver: true }
    })
    server.behaviour = { message: () => ({ code: 550, words: '5.1.1 nobody here' }) }
    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'refused', problem: 'EMESSAGE DATA 550' })
  })

  test('WL-54 a server that lets nobody in says nothing of a mail, though it says so for ever', async () => {
    const shut = createServer(socket => socket.end('554 5.7.1 no service here\r\n'))
    shut.listen(0, '127.0.0.1')
    await once(shut, 'listening')
    const outside = smtpMailer(`smtp://127.0.0.1:${(shut.address() as AddressInfo).port}`)
    const delivery = await outside.send(MAIL)
    expect(delivery).toMatchObject({ outcome: 'later', isOfAddress: false })
    expect(delivery).toMatchObject({ problem: expect.stringContaining('554') })
    expect(delivery).not.toHaveProperty('isForEver')
    outside.close()
    shut.close()
  })

  test('WL-32 a mail handed over without an answer is in doubt; it is not sent again behind our back', async () => {
    server.behaviour = { message: () => 'takeAndDie' }
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'unknown', problem: 'ECONNECTION CONN' })
    server.behaviour = { message: () => 'die' }
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'unknown', problem: 'ECONNECTION CONN' })
    expect(server.accepted).toHaveLength(1)
    server.behaviour = {}
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'taken' })
    expect(server.accepted).toHaveLength(2)
  })

  test('WL-32 a server that cannot be reached, or that dies before it says go ahead, has taken nothing', async () => {
    server.behaviour = {
      recipient: () => {
        void server.close()
        return undefined
      }
    }
    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'later' })
    expect(await mailer.send(MAIL)).toMatchObject({
      outcome: 'later',
      problem: expect.stringMatching(/^ESOCKET/)
    })
    server = await openMailServer(Number(new URL(server.url).port))
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'taken' })
  })
})

describe('a folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-mail-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('WL-34 gets each mail whole, as a file by its id; the same mail again takes its own place', async () => {
    const mailer = folderMailer(join(folder, 'new'))
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'taken' })
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'taken' })
    await mailer.send({ ...MAIL, id: 'back-1-2' })
    expect((await readdir(join(folder, 'new'))).sort()).toEqual(['back-1-1.eml', 'back-1-2.eml'])
    const raw = await readFile(join(folder, 'new', 'back-1-1.eml'), 'utf8')
    expect(headersOf(raw).get('message-id')).toBe('<back-1-1@corner.example>')
    mailer.close()
  })

  test('WL-59 is for nobody else’s eyes, and is swept of old mails and of nothing else', async () => {
    const mails = join(folder, 'new')
    const mailer = folderMailer(mails)
    expect(await mailer.sweep?.(MAIL.at)).toBe(0)
    for (const id of ['old', 'new']) await mailer.send({ ...MAIL, id })
    expect((await stat(mails)).mode & 0o777).toBe(0o700)
    expect((await stat(join(mails, 'old.eml'))).mode & 0o777).toBe(0o600)
    await writeFile(join(mails, 'notes.txt'), '')
    await writeFile(join(mails, '.0123456789ab'), '')
    for (const name of ['old.eml', 'notes.txt', '.0123456789ab'])
      await utimes(join(mails, name), new Date(MAIL.at), new Date(MAIL.at - 1))
    await utimes(join(mails, 'new.eml'), new Date(MAIL.at), new Date(MAIL.at))
    expect(await mailer.sweep?.(MAIL.at)).toBe(2)
    expect((await readdir(mails)).sort()).toEqual(['new.eml', 'notes.txt'])
    mailer.close()
  })

  test('WL-34 that cannot be written is tried again later', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await folderMailer(join(folder, 'file', 'mail')).send(MAIL)).toEqual({
      outcome: 'later',
      problem: 'the mail folder cannot be written (ENOTDIR)'
    })
  })
})
