import type { Decision, Mirror } from '@vitrine/protocol'
import { type Slot, widgetOf } from './slots.ts'
import type { Mind } from './think.ts'

/**
 * What a banner had to show before it was decided, and must go on showing for this view of the page: the variant that
 * the inline snippet put in, or what its author wrote once the shopper has it before their eyes.
 *
 * @param mirrored - What the last page had decided for this one.
 * @returns The decision that stands; `undefined` where there is nothing to disturb.
 */
export function painted(
  { element, placement }: Slot,
  mind: Mind,
  mirrored: Mirror['shows']
): Decision | undefined {
  const { shown } = element.dataset
  if (widgetOf(element) !== 'banner') return undefined
  if (shown === undefined && !(showsOwn(element) && isInView(element))) return undefined
  const [campaign = '', variant = ''] = shown?.split('/') ?? []
  const decision = mind.decide(placement)
  const { resultId, verdicts } = decision
  // The twins of who is held out saw the campaign at this moment only if the last page had decided it for them.
  if (decision.holdout && mirrored[placement] === `${decision.campaign}/`) return decision
  const { content } =
    mind.config.campaigns.find(({ id }) => id === campaign)?.variants.find(({ id }) => id === variant) ?? {}
  return {
    ...{ placement, resultId, verdicts, items: [], holdout: false },
    ...(content && { campaign, variant, content })
  }
}

/** Whether what its author wrote into it can be seen there. */
function showsOwn({ childNodes, content }: HTMLElement & { readonly content?: unknown }): boolean {
  const isSeen = (node: Node) =>
    node.nodeName !== 'TEMPLATE' && (node.nodeType === Node.ELEMENT_NODE || /\S/.test(node.nodeValue ?? ''))
  return !content && [...childNodes].some(isSeen)
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
