import { checkText, reasonText } from '@vitrine/engine'
import type { Decision } from '@vitrine/protocol'
import { wordsOf } from './textOf.ts'
import type { Mind } from './think.ts'
import type { Explanation } from './vitrine.ts'

/** A decision's reasons in words: for the merchant every campaign's verdict, for the shopper a sentence for each product. */
export function explanation(
  { placement, campaign, verdicts, items }: Decision,
  { config }: Pick<Mind, 'config'>
): Explanation {
  const words = wordsOf(config)
  return {
    placement,
    ...(campaign === undefined ? {} : { chosen: campaign }),
    verdicts: verdicts.map(verdict => ({
      ...verdict,
      checks: verdict.checks.map(check => ({ ...check, because: checkText(check) }))
    })),
    items: items.map(({ card, reason }) => ({
      id: card.id,
      title: card.title,
      reason: reasonText(reason, words)
    }))
  }
}
