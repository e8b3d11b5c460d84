/** A part of a text: words, or an address that one may follow. */
export type TextPart = string | { readonly href: string }

/** An address within words; what ends a sentence is no part of it. */
const ADDRESS = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]]/g

/** Cuts a text at its addresses. Only those of the given origins can be followed; any other stays words. */
export function linksIn(text: string, origins: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (!origins.includes(originOf(address) ?? '')) continue
    parts.push(text.slice(from, index), { href: address })
    from = index + address.length
  }
  return [...parts, text.slice(from)].filter(part => part !== '')
}

function originOf(address: string): string | undefined {
  // Something that only looks like an address has none.
  return URL.canParse(address) ? new URL(address).origin : undefined
}
