import { dirname, join } from 'node:path'
import { bad, good, type Result } from '@vitrine/protocol'
import type { Sender } from './mailer.ts'
import { parseSender } from './parseSender.ts'

/** What the process is told of mail. */
export interface MailPart {
  /** The mail server; without one mails become files. */
  readonly smtpUrl?: string
  readonly mailFrom: Sender
  /** The folder of mails where there is no mail server. */
  readonly mailFolder: string
  /** How the world reaches this API, for links in mails; needed with a mail server, else the address it listens on. */
  readonly publicUrl?: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads what the environment says of mail. The first that is wrong is named. */
export function readMailSettings(env: Env): Result<MailPart> {
  const urls = urlsOf(env)
  if (!urls.ok) return urls
  const { smtpUrl } = urls.value
  const from = env['VITRINE_MAIL_FROM'] ?? (smtpUrl === undefined ? 'vitrine@localhost' : undefined)
  if (from === undefined) return bad('VITRINE_MAIL_FROM', 'must be set where SMTP_URL is')
  const mailFrom = parseSender(from, 'VITRINE_MAIL_FROM')
  if (!mailFrom.ok) return mailFrom
  // Mails that lead to where the process listens lead nobody anywhere.
  if (smtpUrl !== undefined && urls.value.publicUrl === undefined)
    return bad('VITRINE_PUBLIC_URL', 'must be set where SMTP_URL is: the links in mails lead there')
  return good({
    ...urls.value,
    mailFrom: mailFrom.value,
    mailFolder: env['VITRINE_MAIL_FOLDER'] ?? join(dirname(env['VITRINE_DATA'] ?? '.'), 'mail')
  })
}

function urlsOf(env: Env): Result<Pick<MailPart, 'smtpUrl' | 'publicUrl'>> {
  const [smtpUrl, publicUrl] = [env['SMTP_URL'], env['VITRINE_PUBLIC_URL']?.replace(/\/+$/, '')]
  if (smtpUrl !== undefined && !isUrl(smtpUrl, ['smtp:', 'smtps:']))
    return bad('SMTP_URL', 'must be smtp://user:password@host:port, or smtps://…')
  if (publicUrl !== undefined && !isUrl(publicUrl, ['http:', 'https:']))
    return bad('VITRINE_PUBLIC_URL', 'must be an http(s) address')
  return good({ ...(smtpUrl !== undefined && { smtpUrl }), ...(publicUrl !== undefined && { publicUrl }) })
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isPlain = protocol.startsWith('smtp') || (search === '' && hash === '')
  return protocols.includes(protocol) && hostname !== '' && isPlain
}
