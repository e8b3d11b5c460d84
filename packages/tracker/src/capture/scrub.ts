const EMAIL = /[^\s/?&#=;,:]+(@|%40)[^\s/?&#=;,:]+\.[a-z]{2,}/gi
const TELLING = /mail|phone|(^|[_-])tel([_-]|$)|mobile|passw|token|secret|^auth/i

/**
 * A URL with nothing personal in it: no fragment, no e-mail address anywhere, no phone number or secret among its parameters.
 * What is taken out is replaced by `x`, so that a page stays recognisable. What is no URL comes back without addresses.
 */
export function scrubUrl(url: string): string {
  const bare = scrubText(url.replace(/#.*$/s, ''))
  return bare.replace(/([?&;][^=&;]*=)([^&;]+)/g, (whole, name: string, value: string) =>
    TELLING.test(name.slice(1, -1)) || isPhone(value) ? `${name}x` : whole
  )
}

/** A text with its e-mail addresses replaced by `x`. */
function scrubText(text: string): string {
  return text.replace(EMAIL, 'x')
}

/** The same fields, their texts without addresses. What is inside of lists stays: `mug@2x.png` is no address. */
export function scrubTexts<Of extends object>(fields: Of): Of {
  const clean = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? scrubText(value) : value
  ])
  return Object.fromEntries(clean) as Of
}

/** Written as people write phone numbers: a plus, a leading zero or separators. Bare digits are a shop's ids. */
function isPhone(value: string): boolean {
  const said = value.replace(/%(2b|20|28|29)/gi, code => decodeURIComponent(code))
  return /^([+0(]|\d+[ ().-])[\d ().-]+$/.test(said) && /^\d{7,15}$/.test(said.replace(/\D/g, ''))
}
