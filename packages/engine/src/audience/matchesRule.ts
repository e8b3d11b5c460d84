import type { EpochMs, Profile, Rule, ShopEvent } from '@vitrine/protocol'
import { compares } from './compares.ts'
import type { Context } from './context.ts'
import { factAt, factsOf } from './factsOf.ts'
import { timesDone } from './timesDone.ts'

/** What a rule is asked before. */
export interface Situation {
  readonly profile: Profile
  readonly context: Context
  readonly events: readonly ShopEvent[]
  readonly now: EpochMs
}

/** Whether a shopper, here and now, is one of those a rule is for. */
export function matchesRule(rule: Rule, situation: Situation): boolean {
  return unmetOf(rule, situation) === undefined
}

/** The part of a rule that is not met, as small as it can be said; `undefined` when the rule is met. */
export function unmetOf(rule: Rule, situation: Situation): Rule | undefined {
  const facts = factsOf(situation.profile, situation.context)
  const unmet = (one: Rule): Rule | undefined => {
    if ('all' in one) return one.all.map(unmet).find(Boolean)
    return holds(one) ? undefined : one
  }
  const holds = (one: Rule): boolean => {
    if ('all' in one) return one.all.every(holds)
    if ('any' in one) return one.any.some(holds)
    if ('not' in one) return !holds(one.not)
    if ('fact' in one) return compares(factAt(facts, one.fact), one.is, one.value)
    const times = timesDone(one, situation.events, situation.now)
    const { atMost = Number.POSITIVE_INFINITY, atLeast = one.atMost === undefined ? 1 : 0 } = one
    return times >= atLeast && times <= atMost
  }
  return unmet(rule)
}
