import type { Result } from './result.ts'
import type { ShopConfig } from './schema/config.ts'
import { currencyCode, matching, number, readFile, text } from './shape.ts'
import { safeUrl } from './url.ts'

/**
 * Reads a shop config far enough to find its placements and campaigns; the server checked the whole before it published
 * (`validateConfig`). A placement, campaign or variant that is none is left out, and so is a link that is not safe.
 * Audiences, schedules, rules and texts are not looked at: whoever decides by them expects that they may throw.
 */
export function parseShopConfig(value: unknown): Result<ShopConfig> {
  const content = { widget: text, 'link?': safeUrl, 'image?': safeUrl }
  return readFile(value, {
    shop: text,
    currency: currencyCode,
    locale,
    placements: [{ id: text }],
    campaigns: [
      { id: text, placement: text, audience: {}, variants: [{ id: text, weight: number, content }] }
    ]
  })
}

/** Of what is no language tag, `Intl` throws. */
function locale(value: unknown): string | undefined {
  return matching(value, /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
}
