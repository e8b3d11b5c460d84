import { bad, good, type Result } from '@vitrine/protocol'
import type { Sender } from './mailer.ts'
import { parseEmail } from './parseEmail.ts'

/** Reads who writes: `alerts@shop.example`, or `The Shop <alerts@shop.example>`. */
export function parseSender(value: string, field: string): Result<Sender> {
  const found = /^(?:([^<>"\p{Cc}]{1,100}?)\s*<([^<>]+)>|([^<>]+))$/u.exec(value.trim())
  const [, name, inBrackets, bare] = found ?? []
  // A machine's own name has no dot; for tests and a folder of files it is good enough.
  const written = inBrackets ?? bare ?? ''
  const address = /^[\w.+-]+@localhost$/.test(written) ? good(written) : parseEmail(written, field)
  if (!address.ok) return bad(field, 'must be an address, or Name <address>')
  return good({ address: address.value, ...(name && { name }) })
}
