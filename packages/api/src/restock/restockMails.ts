import { escapeHtml, oneLine } from '../mail/escapeHtml.ts'
import type { Say } from './restockTexts.ts'

/** Which mail. */
export type MailKind = 'confirm' | 'known' | 'back'

/** What a mail is made of. */
export interface MailParts {
  readonly kind: MailKind
  readonly say: Say
  /** BCP 47, of the texts. */
  readonly locale: string
  readonly shop: string
  readonly product: string
  /** Where its button leads; http(s), checked. Absent: no button. */
  readonly url?: string
  readonly leaveUrl: string
  /** The box for news was ticked, so its reader is asked about that too. */
  readonly marketing?: boolean
  /** Hours until the next is told, where that is so. */
  readonly holdHours?: number
}

/** What a person reads. */
export interface MailWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A mail in words, as text and as HTML; titles and merchants' texts are text in both. */
export function mailWords(parts: MailParts): MailWords {
  const { kind, say, locale, url, leaveUrl, marketing = false, holdHours } = parts
  const blanks = { product: oneLine(parts.product), shop: oneLine(parts.shop) }
  const said = [say(`restock.mail.${kind}.text`, blanks)]
  if (kind === 'confirm' && marketing) said.push(say('restock.mail.confirm.news', blanks))
  if (kind === 'back' && holdHours !== undefined)
    said.push(say('restock.mail.back.hold', { ...blanks, hours: String(holdHours) }))
  const button = say(`restock.mail.${kind}.button`, blanks)
  const why = say(`restock.mail.${kind}.why`, blanks)
  const leave = say('restock.mail.leave', blanks)
  const link = url === undefined ? [] : [`${button}:\n${url}`]
  return {
    subject: oneLine(say(`restock.mail.${kind}.subject`, blanks)),
    text: `${[...said, ...link, why, `${leave}: ${leaveUrl}`].join('\n\n')}\n`,
    html: mailHtml({ locale, said, button, url, why, leave, leaveUrl })
  }
}

interface HtmlParts {
  readonly locale: string
  readonly said: readonly string[]
  readonly button: string
  readonly url: string | undefined
  readonly why: string
  readonly leave: string
  readonly leaveUrl: string
}

/** Mail programs throw style sheets away, so what little style there is stands at the element. */
function mailHtml({ locale, said, button, url, why, leave, leaveUrl }: HtmlParts): string {
  const text = said.map(one => `<p style="margin:0 0 16px">${escapeHtml(one)}</p>`).join('\n')
  const link =
    url === undefined
      ? ''
      : `<p style="margin:0 0 24px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f2937;color:#ffffff;text-decoration:none">${escapeHtml(button)}</a></p>`
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2937;background:#ffffff">
<div style="max-width:560px;margin:0 auto">
${text}
${link}
<p style="margin:0;padding-top:16px;border-top:1px solid #d1d5db;font-size:13px;color:#4b5563">${escapeHtml(why)}
<br><a href="${escapeHtml(leaveUrl)}" style="color:#4b5563">${escapeHtml(leave)}</a></p>
</div>
</body>
</html>
`
}
