import { matching, text } from './shape.ts'

/**
 * A URL that may be put into a link or an image of the shop's page: http(s), or relative to it.
 * `javascript:`, `data:` and their disguises (control characters, spaces, backslashes), and another host without
 * a scheme (`//elsewhere`), are refused; so is what is longer than 2000 characters: that is somebody's data.
 *
 * @returns The URL as it was given, trimmed; `undefined` when it must not be used.
 */
export function safeUrl(value: unknown): string | undefined {
  // A browser drops tab and newline inside a URL, so "java\nscript:" would become a scheme; it reads "\" as "/".
  // Relative is what has no ":" before its first "/", "?" or "#".
  return matching(
    text(value)?.trim(),
    /^(?=[^\p{Cc}\\]{1,2000}$)(?:https?:\/\/[^/?#]|(?!\/\/)[^/:?#]*(?:[/?#]|$))/iu
  )
}
