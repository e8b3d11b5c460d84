/** Where a page's structured data stands. */
export const STRUCTURED = 'script[type="application/ld+json"]'

/** The text of the page's JSON-LD, to see whether it has changed. */
export function jsonLdTexts(document: Document): readonly string[] {
  return [...document.querySelectorAll(STRUCTURED)].map(script => script.textContent ?? '')
}
