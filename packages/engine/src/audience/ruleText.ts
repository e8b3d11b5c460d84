import type { Rule } from '@vitrine/protocol'

const SAID: Readonly<Record<string, string>> = {
  eq: 'is',
  ne: 'is not',
  in: 'is one of',
  gt: 'is over',
  gte: 'is at least',
  lt: 'is under',
  lte: 'is at most'
}

/** A rule in the merchant's words: `profile.lifecycle is lapsed`, `view_item at least 2 times within 7d`. */
export function ruleText(rule: Rule): string {
  if ('all' in rule) return rule.all.map(ruleText).join(' and ') || 'everyone'
  if ('any' in rule) return `(${rule.any.map(ruleText).join(' or ') || 'no one'})`
  if ('not' in rule) return `not (${ruleText(rule.not)})`
  if ('fact' in rule) return `${rule.fact} ${SAID[rule.is] ?? rule.is} ${[rule.value].flat().join(', ')}`
  const { did, where = {}, within, atMost, atLeast = atMost === undefined ? 1 : undefined } = rule
  return [
    did,
    ...Object.entries(where).map(([name, value]) => `with ${name} ${value}`),
    atLeast !== undefined && `at least ${atLeast}×`,
    atMost !== undefined && `at most ${atMost}×`,
    within !== undefined && `within ${within}`
  ]
    .filter(Boolean)
    .join(' ')
}
