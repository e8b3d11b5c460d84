import { type Behaviour, type MailServer, openMailServer } from '@vitrine/api/testing/openMailServer.ts'
import { expect, inject } from 'vitest'

/** A mail as its reader's program has it. */
export interface Mail {
  readonly to: string
  readonly subject: string
  /** The words, with their links whole. */
  readonly text: string
  /** By name in lower case, in one line each. */
  readonly headers: ReadonlyMap<string, string>
}

/** The mail server of the demo's customers. Whatever it took it keeps, also while it is down. */
export interface PostOffice {
  /** Every mail an address got, in order, doubles too. */
  mailsTo(address: string): readonly Mail[]
  /** Waits for the only mail of this kind to an address. */
  mail(address: string, subject: RegExp): Promise<Mail>
  behave(behaviour: Behaviour): void
  /** Nobody listens from here on. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
}

/** A second try comes after five seconds, a third after ten more. */
const PATIENCE = { timeout: 40_000, interval: 100 }

/** Opens it where the demo looks for it. */
export async function openPostOffice(): Promise<PostOffice> {
  let server: MailServer | undefined = await openMailServer(inject('mailPort'))
  const closed: MailServer[] = []
  const mailsTo = (address: string) =>
    [...closed, ...(server ? [server] : [])]
      .flatMap(({ accepted }) => accepted)
      .filter(({ to }) => to === address)
      .map(({ to, raw }) => readMail(to, raw))
  return {
    mailsTo,
    async mail(address, subject) {
      const found = () => mailsTo(address).filter(mail => subject.test(mail.subject))
      await expect.poll(found, PATIENCE).toHaveLength(1)
      const [mail] = found()
      if (!mail) throw new Error('it was there a moment ago')
      return mail
    },
    behave(behaviour) {
      if (server) server.behaviour = behaviour
    },
    async goDown() {
      if (!server) return
      closed.push(server)
      await server.close()
      server = undefined
    },
    async comeBack() {
      server ??= await openMailServer(inject('mailPort'))
    }
  }
}

function readMail(to: string, raw: string): Mail {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map(line => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    })
  )
  // Quoted-printable; of its characters only those of links matter here.
  const text = raw.slice(end).replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return { to, text, headers, subject: headers.get('subject') ?? '' }
}

/** A link of a mail's text. @throws {Error} When it has none like it. */
export function linkIn({ text }: Mail, like: RegExp): string {
  const links = text.match(/https?:\/\/[^\s"<>]+/g) ?? []
  const link = links.find(one => like.test(one))
  if (link === undefined) throw new Error(`no link like ${like} among ${links.join(' ')}`)
  return link
}
