import type { Check } from '@vitrine/protocol'
import { ruleText } from '../audience/ruleText.ts'

/** What a gate answered, in the merchant's words, with the part of the audience that is not met. */
export function checkText({ because, unmet }: Check): string {
  return unmet ? `${because}: ${ruleText(unmet)}` : because
}
