interface Policies {
  createPolicy(name: string, rules: { createHTML(markup: string): string }): unknown
}

/** A drawing without anything that could act: the forms in which the banner draws its crosses and ticks. */
const DRAWING =
  /^<svg(?: (?:viewBox|stroke-width|width|height|aria-hidden|xmlns)="[\w\s./:-]*")*>(?:<path(?: (?:d|fill|stroke|stroke-width|stroke-linecap)="[\w\s.,-]*")*(?:\/>|><\/path>))+<\/svg>$/

/**
 * The page allows no markup from scripts (Trusted Types). The consent banner sets its texts as markup, so this one policy
 * lets through exactly those texts and its small drawings; everything else becomes text.
 */
export function allowTexts(texts: ReadonlySet<string>): void {
  // Browsers without Trusted Types enforce nothing, so there is nothing to allow.
  const policies = (window as { readonly trustedTypes?: Policies }).trustedTypes
  policies?.createPolicy('default', {
    createHTML: markup => (isSafeMarkup(markup, texts) ? markup : asText(markup))
  })
}

/** Whether markup is one of these texts, or a drawing. */
export function isSafeMarkup(markup: string, texts: ReadonlySet<string>): boolean {
  return texts.has(markup) || DRAWING.test(markup)
}

function asText(markup: string): string {
  return markup.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
