import { createHash } from 'node:crypto'
import { escapeHtml } from '../mail/escapeHtml.ts'

/** A small page: a title, a few sentences, and at most one button or link. */
export interface HtmlPage {
  readonly status: 200 | 404 | 410
  readonly locale: string
  readonly title: string
  readonly text: string
  /** Further sentences. */
  readonly more?: readonly string[]
  /** A button that posts. */
  readonly form?: { readonly action: string; readonly button: string; readonly fields: Fields }
  readonly link?: { readonly url: string; readonly text: string }
}

type Fields = Readonly<Record<string, string>>

const STYLE = `:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}
body{max-width:32rem;margin:15vh auto;padding:0 1.25rem}
h1{font-size:1.4rem;line-height:1.25}
p{overflow-wrap:anywhere}
button{font:inherit;min-height:44px;padding:.6rem 1.2rem;border:0;border-radius:6px;background:#1f2937;color:#fff;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid #2563eb;outline-offset:3px}
@media(prefers-color-scheme:dark){button{background:#e5e7eb;color:#111827}}`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Nothing but this page's own style, and a form that posts to where it came from. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The page as an answer: no script, no cache, no search engine, no word to others where it was. */
export function htmlPage(page: HtmlPage): Response {
  return new Response(htmlOf(page), {
    status: page.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store'
    }
  })
}

function htmlOf({ locale, title, text, more = [], form, link }: HtmlPage): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${[text, ...more].map(one => `<p>${escapeHtml(one)}</p>`).join('\n')}
${form ? formOf(form) : ''}${link ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.text)}</a></p>` : ''}
</main>
</body>
</html>
`
}

function formOf({ action, button, fields }: NonNullable<HtmlPage['form']>): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`
  )
  return `<form method="post" action="${escapeHtml(action)}">
${hidden.join('\n')}
<button>${escapeHtml(button)}</button>
</form>
`
}
