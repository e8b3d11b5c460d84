import type { Delivery, Mail, Mailer } from '../mail/mailer.ts'

/** Keeps mails in memory. What becomes of the next ones can be said beforehand; then all are taken. */
export function memoryMailer(): Mailer & { readonly sent: Mail[]; readonly next: Delivery[] } {
  const sent: Mail[] = []
  const next: Delivery[] = []
  return {
    sent,
    next,
    async send(mail) {
      const delivery = next.shift() ?? { outcome: 'taken' }
      if (delivery.outcome === 'taken') sent.push(mail)
      return delivery
    },
    close() {}
  }
}
