import type { EpochMs, Profile, Rule, ShopEvent } from '@vitrine/protocol'
import { COMPARES } from './compares.ts'
import type { Context } from './context.ts'
import { doneAt, leastOf } from './doneAt.ts'
import { factsOf } from './factsOf.ts'
import { ownOf } from './ownOf.ts'

/** What a rule is asked before. */
export interface Situation {
  readonly profile: Profile
  readonly context: Context
  readonly events: readonly ShopEvent[]
  readonly now: EpochMs
}

/** Whether a shopper, here and now, is one of those a rule is for. */
export function matchesRule(rule: Rule, situation: Situation): boolean {
  return !unmetOf(rule, situation)
}

/** The part of a rule that is not met, as small as it can be said; `undefined` when the rule is met. */
export function unmetOf(rule: Rule, { profile, context, events, now }: Situation): Rule | undefined {
  const facts: unknown = factsOf(profile, context)
  const unmet = (one: Rule): Rule | undefined =>
    'all' in one ? one.all.map(unmet).find(Boolean) : holds(one) ? undefined : one
  const holds = (one: Exclude<Rule, { all: unknown }>): unknown => {
    if ('any' in one) return one.any.some(part => !unmet(part))
    if ('not' in one) return unmet(one.not)
    if ('fact' in one) return COMPARES[one.is]?.(one.fact.split('.').reduce(ownOf, facts), one.value)
    const { length: times } = doneAt(one, events, now)
    const { atMost = times } = one
    return times >= leastOf(one) && times <= atMost
  }
  return unmet(rule)
}
