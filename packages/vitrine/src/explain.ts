import { checkText, reasonText } from '@vitrine/engine'
import type { Decision, RecommendRequest, ShopConfig } from '@vitrine/protocol'
import { popupPlacements } from './popupPlacements.ts'
import type { Standing } from './slots.ts'
import { wordsOf } from './textOf.ts'
import { type Mind, requestsAt } from './think.ts'
import type { Explanation } from './vitrine.ts'

/**
 * Says why, for one placement or for all of the page: of what stands there or over it, else of what would be decided now.
 *
 * @param think - Gathers what decisions about these requests rest on.
 */
export async function explain(
  standing: readonly Standing[],
  placement: string | undefined,
  pageType: string,
  think: (requests: (config: ShopConfig) => RecommendRequest[]) => Promise<Mind | undefined>
): Promise<readonly Explanation[]> {
  const asked = (config: ShopConfig) =>
    placement === undefined
      ? new Set([...standing.map(one => one.placement), ...popupPlacements(config, pageType)])
      : [placement]
  const mind = await think(config => [...asked(config)].flatMap(one => requestsAt(config, one)))
  if (!mind) return []
  const decisionAt = (id: string) => standing.find(one => one.placement === id)?.decision
  return [...asked(mind.config)].map(one => explanation(decisionAt(one) ?? mind.decide(one), mind))
}

/** A decision's reasons in words: for the merchant every campaign's verdict, for the shopper a sentence for each product. */
function explanation(
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
