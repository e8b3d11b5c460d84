import { bad, good, type Result } from './result.ts'
import type { Campaign, MerchandisingRule, Placement, ShopConfig } from './schema/config.ts'
import {
  type Check,
  hasShape,
  isCount,
  isCurrency,
  isFlag,
  isNumber,
  isObject,
  isText,
  type Json,
  keep,
  listOf,
  maybe,
  pick
} from './shape.ts'
import { safeUrl } from './url.ts'

/** Deeper than any audience a person can read. */
const MAX_DEPTH = 20

/**
 * Reads a shop config far enough to mount and decide by it. A placement, campaign or rule that is not what it should be
 * is left out; fields of a newer version are kept and not looked at.
 */
export function parseShopConfig(value: unknown): Result<ShopConfig> {
  if (!isObject(value) || value['v'] !== 1) return bad('v', 'must be 1')
  if (!isText(value['shop'])) return bad('shop', 'must be text')
  if (!isCurrency(value['currency'])) return bad('currency', 'must be three upper-case letters')
  if (!isLocale(value['locale'])) return bad('locale', 'must be a language tag')
  if (!Array.isArray(value['placements'])) return bad('placements', 'must be a list')
  if (!Array.isArray(value['campaigns'])) return bad('campaigns', 'must be a list')
  const { rules, overlays: _overlays, sensitiveCategories, texts: _texts, ...rest } = value as ShopConfig
  return good({
    ...rest,
    placements: keep(value['placements'], isPlacement),
    campaigns: keep(value['campaigns'], isCampaign),
    ...(rules && { rules: keep(rules, isMerchandisingRule) }),
    ...(sensitiveCategories && { sensitiveCategories: keep(sensitiveCategories, isText) }),
    ...pick<Pick<ShopConfig, 'overlays' | 'texts'>>(value, {
      overlays: limits => hasShape(limits, { perPage: isCount, perSession: isCount, perDay: isCount }),
      texts: texts => isObject(texts) && Object.values(texts).every(isWords)
    })
  })
}

function isPlacement(value: unknown): value is Placement {
  return hasShape(value, {
    id: isText,
    pages: maybe(listOf(isText)),
    selector: maybe(isText),
    insert: maybe(isText),
    reserve: maybe(isText)
  })
}

function isCampaign(value: unknown): value is Campaign {
  return hasShape(value, {
    id: isText,
    placement: isText,
    audience: isRule,
    variants: listOf(isVariant),
    trigger: maybe(isTrigger),
    schedule: maybe(isSchedule),
    frequency: maybe(isFrequency),
    priority: maybe(isNumber),
    holdout: maybe(isNumber)
  })
}

function isMerchandisingRule(value: unknown): value is MerchandisingRule {
  return hasShape(value, {
    id: isText,
    do: isText,
    items: maybe(listOf(isText)),
    category: maybe(isText),
    placements: maybe(listOf(isText)),
    position: maybe(isCount),
    schedule: maybe(isSchedule)
  })
}

function isRule(value: unknown, depth = 0): boolean {
  if (!isObject(value) || depth > MAX_DEPTH) return false
  const nested = (rule: unknown) => isRule(rule, depth + 1)
  if ('not' in value) return nested(value['not'])
  const group = value['all'] ?? value['any']
  if (group !== undefined) return Array.isArray(group) && group.every(nested)
  if ('fact' in value) return isComparison(value)
  return hasShape(value, { did: isText, where: maybe(isWhere), within: maybe(isText) })
}

function isComparison(rule: Json): boolean {
  const isValue =
    rule['is'] === 'in' ? listOf(isPlain) : (value: unknown) => isPlain(value) || listOf(isPlain)(value)
  return hasShape(rule, { fact: isText, is: isText, value: isValue })
}

function isWhere(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isPlain)
}

function isPlain(value: unknown): boolean {
  return isText(value) || isNumber(value) || isFlag(value)
}

function isVariant(value: unknown): boolean {
  return hasShape(value, { id: isText, weight: isNumber, content: isContent })
}

function isContent(value: unknown): boolean {
  return hasShape(value, {
    widget: isText,
    title: maybe(isWords),
    text: maybe(isWords),
    button: maybe(isWords),
    link: maybe(isSafe),
    image: maybe(isSafe),
    products: maybe(isRequest)
  })
}

function isRequest(value: unknown): boolean {
  return hasShape(value, {
    strategy: strategy => isText(strategy) || listOf(isText)(strategy),
    limit: maybe(isCount),
    minItems: maybe(isCount),
    itemId: maybe(isText),
    exclude: maybe(listOf(isText)),
    category: maybe(isText),
    diversity: maybe(isNumber)
  })
}

function isTrigger(value: unknown): boolean {
  const moments: Check = maybe(listOf(moment => hasShape(moment, { when: isText, selector: maybe(isText) })))
  return hasShape(value, { any: moments, all: moments, cancelOn: maybe(listOf(isText)) })
}

function isSchedule(value: unknown): boolean {
  const numbers = maybe(listOf(isNumber))
  return hasShape(value, {
    from: maybe(isNumber),
    until: maybe(isNumber),
    weekdays: numbers,
    minutes: numbers
  })
}

function isFrequency(value: unknown): boolean {
  return hasShape(value, {
    show: isText,
    times: maybe(isNumber),
    cooldown: maybe(isText),
    afterDismiss: maybe(isText),
    afterConversion: maybe(isText)
  })
}

/** Of what is no language tag, `Intl` throws. */
function isLocale(value: unknown): boolean {
  return isText(value) && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value)
}

function isSafe(value: unknown): boolean {
  return safeUrl(value) !== undefined
}

function isWords(value: unknown): boolean {
  return isText(value) || (isObject(value) && Object.values(value).every(isText))
}
