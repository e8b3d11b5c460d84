/**
 * A URL that may be put into a link or an image of the shop's page: http(s), or relative to it.
 * `javascript:`, `data:` and their disguises (control characters, spaces, backslashes) are refused.
 *
 * @returns The URL as it was given, trimmed; `undefined` when it must not be used.
 */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const url = value.trim()
  // A browser drops tab and newline inside a URL, so "java\nscript:" would become a scheme.
  if (url === '' || url.length > 2000 || hasControl(url) || url.includes('\\')) return undefined
  if (/^https?:\/\/[^/]/i.test(url)) return url
  return /^(?:\/(?!\/)|\.{0,2}\/|[?#]|[^/:?#]+(?:[/?#]|$))/.test(url) && !url.startsWith('//')
    ? url
    : undefined
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true
  return false
}
