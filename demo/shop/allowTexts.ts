interface Policies {
  createPolicy(name: string, rules: { createHTML(markup: string): string }): unknown
}

/** A picture of one path without anything that could act: how the banner draws its crosses and ticks. */
const PICTURE = /^<svg [\w\s="'.:/-]*>(?:<path [\w\s="'.,-]*\/?>(?:<\/path>)?)+<\/svg>$/

/**
 * The page allows no markup from scripts (Trusted Types). The consent banner sets its texts as markup, so this one policy
 * lets through exactly those texts and its small pictures; everything else becomes text.
 */
export function allowTexts(texts: ReadonlySet<string>): void {
  // Browsers without Trusted Types enforce nothing, so there is nothing to allow.
  const policies = (window as { readonly trustedTypes?: Policies }).trustedTypes
  policies?.createPolicy('default', {
    createHTML: markup => (texts.has(markup) || PICTURE.test(markup) ? markup : asText(markup))
  })
}

function asText(markup: string): string {
  return markup.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
