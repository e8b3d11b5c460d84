import { domainToASCII } from 'node:url'
import { bad, good, type Result } from '@vitrine/protocol'

/** RFC 5321: 64 octets before the @, 254 for all of it. */
const MAX_LOCAL = 64
const MAX_ALL = 254

// RFC 5322's dot-atom: no quotes, comments, brackets or lists, and nothing that ends a header.
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/

/**
 * Reads an e-mail address, strictly: what cannot be sent to by every mail server is refused rather than mended. The
 * domain comes back in lower case and as servers know it (`müller.example` as `xn--mller-kva.example`).
 */
export function parseEmail(value: string, field: string): Result<string> {
  const given = value.trim()
  const at = given.lastIndexOf('@')
  if (at < 1) return bad(field, 'is no e-mail address')
  const local = given.slice(0, at)
  if (!LOCAL.test(local) || local.length > MAX_LOCAL) return bad(field, 'is no e-mail address')
  const domain = asciiOf(given.slice(at + 1))
  if (!DOMAIN.test(domain)) return bad(field, 'has no domain after the @')
  const address = `${local}@${domain}`
  return address.length <= MAX_ALL ? good(address) : bad(field, `has more than ${MAX_ALL} characters`)
}

/** Only letters, digits, dots and hyphens of any script go in: the converter reads more as a host than a mail server does. */
function asciiOf(domain: string): string {
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain.toLowerCase()) : ''
}
