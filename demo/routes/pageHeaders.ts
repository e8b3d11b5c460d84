/**
 * The headers of every page. Scripts run by nonce alone, texts never become code (Trusted Types), and the page talks to
 * its own server and the API and to nobody else.
 */
export function pageHeaders(nonce: string, apiOrigin: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    `connect-src 'self' ${apiOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The consent banner writes its texts as markup; the shop's one policy lets through those texts and nothing else.
    'trusted-types default'
  ]
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    // Stock and prices change, and a customer's name may stand on it.
    'cache-control': 'private, no-cache'
  }
}
