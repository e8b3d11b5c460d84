const EMAIL = /[^\s/?&#=;,:]+(?:@|%40)[^\s/?&#=;,:]+\.[a-z]{2,}/gi
const TELLING = /mail|phone|(?:^|[_-])tel(?:$|[_-])|mobile|passw|token|secret|^auth/i

/**
 * A URL with nothing personal in it: no fragment, no e-mail address anywhere, no phone number or secret among its parameters.
 * What is taken out is replaced by `x`, so that a page stays recognisable. What is no URL comes back without addresses.
 */
export function scrubUrl(url: string): string {
  const bare = url.replace(/#.*$/s, '').replace(EMAIL, 'x')
  return bare.replace(/([?&;])([^=&;]*)=([^&;]*)/g, (whole, mark: string, name: string, value: string) =>
    value !== '' && (TELLING.test(name) || isPhone(value)) ? `${mark}${name}=x` : whole
  )
}

/** A text with its e-mail addresses replaced by `x`. */
export function scrubText(text: string): string {
  return text.replace(EMAIL, 'x')
}

/** Written as people write phone numbers: a plus, a leading zero or separators. Bare digits are a shop's ids. */
function isPhone(value: string): boolean {
  const said = value.replace(/%2b/gi, '+').replace(/%20/g, ' ').replace(/%28/g, '(').replace(/%29/g, ')')
  const digits = said.replace(/\D/g, '').length
  return digits >= 7 && digits <= 15 && /^(?:[+0(]|\d+[ ().-])[\d ().-]+$/.test(said)
}
