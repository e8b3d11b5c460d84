/** Longer than any shop's URL; what is longer is somebody's data. */
const MAX_URL = 2000

/**
 * A URL that may be put into a link or an image of the shop's page: http(s), or relative to it.
 * `javascript:`, `data:` and their disguises (control characters, spaces, backslashes), and another host without
 * a scheme (`//elsewhere`), are refused.
 *
 * @returns The URL as it was given, trimmed; `undefined` when it must not be used.
 */
export function safeUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const url = value.trim()
  // A browser drops tab and newline inside a URL, so "java\nscript:" would become a scheme; it reads "\" as "/".
  if (url === '' || url.length > MAX_URL || /[\p{Cc}\\]/u.test(url)) return undefined
  // Relative is what has no ":" before its first "/", "?" or "#".
  return /^(?:https?:\/\/[^/?#]|(?!\/\/)[^/:?#]*(?:[/?#]|$))/i.test(url) ? url : undefined
}
