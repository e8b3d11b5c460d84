/** An address a merchant can recognise when its owner names it, and cannot write to. */
export function maskEmail(email: string): string {
  return `${email.slice(0, 1)}…${email.slice(email.lastIndexOf('@'))}`
}
