import { createHash, randomBytes } from 'node:crypto'

/** 192 bits, as 32 characters that stand in a link as they are. */
const TOKEN_BYTES = 24

/** What a link in a mail carries: whoever shows it has the mailbox. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** How a token is kept: who reads the database cannot confirm or unsubscribe anybody. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** An address as it is compared: `Jo@X.example` and `jo@x.example` are one. */
export function personOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('hex')
}

/**
 * The mailbox that may be behind an address: `jo.doe+one@x.example` and `jodoe@x.example` are taken for one, as they are at
 * many providers. It only counts mails; two people taken for one share a limit and nothing else.
 */
export function mailboxOf(email: string): string {
  const lower = email.toLowerCase()
  const at = lower.lastIndexOf('@')
  const local = lower.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return personOf(`${local.replaceAll('.', '')}${lower.slice(at)}`)
}
