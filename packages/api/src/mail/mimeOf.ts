import type { SendMailOptions } from 'nodemailer'
import type { Mail } from './mailer.ts'

/** A mail as nodemailer takes it; addresses as objects, so that none is read as a list. */
export function mimeOf({ id, from, to, subject, text, html, at, leaveUrl }: Mail): SendMailOptions {
  return {
    from: { name: from.name ?? '', address: from.address },
    to: { name: '', address: to },
    envelope: { from: from.address, to },
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    date: new Date(at),
    subject,
    text,
    html,
    headers: {
      // RFC 3834: no out-of-office note comes back.
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': { prepared: true, value: `<${leaveUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
    },
    disableFileAccess: true,
    disableUrlAccess: true
  }
}
