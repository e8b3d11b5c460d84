import type { Rule } from '@vitrine/protocol'

/**
 * A rule without the facts that are not known: one that whoever the rule is for is certainly for too (`outer`), or one
 * that it is for whatever those facts turn out to be.
 */
export function boundOf(rule: Rule, isKnown: (fact: string) => boolean, isOuter: boolean): Rule {
  const bound = (one: Rule) => boundOf(one, isKnown, isOuter)
  if ('all' in rule) return { all: rule.all.map(bound) }
  if ('any' in rule) return { any: rule.any.map(bound) }
  if ('not' in rule) return { not: boundOf(rule.not, isKnown, !isOuter) }
  if ('did' in rule || isKnown(rule.fact)) return rule
  return isOuter ? { all: [] } : { any: [] }
}
