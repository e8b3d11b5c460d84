import type { Decision, Mirror } from '@vitrine/protocol'
import { type Slot, widgetOf } from './slots.ts'
import type { Mind } from './think.ts'
import { unpaint } from './unpaint.ts'

/**
 * What a banner had to show before it was decided, and must go on showing for this view of the page: the variant that
 * the inline snippet put in, or what its author wrote once the shopper has it before their eyes.
 *
 * @param mirrored - What the last page had decided for this one; absent on a later view of a single-page app, where what
 * was painted goes on only if it would be decided again.
 * @returns The decision that stands; `undefined` where there is nothing to disturb.
 */
export function painted(
  { element, placement }: Slot,
  mind: Mind,
  mirrored: Mirror['shows'] | undefined
): Decision | undefined {
  const { shown } = element.dataset
  if (widgetOf(element) !== 'banner') return undefined
  if (shown === undefined && !(showsOwn(element) && isInView(element))) return undefined
  const { resultId, verdicts, ...decided } = mind.decide(placement)
  const plain = { placement, resultId, verdicts, items: [], holdout: false }
  if (shown && !mirrored && shown !== `${decided.campaign}/${decided.variant}`) {
    unpaint(element)
    return undefined
  }
  const [campaign = '', variant = ''] = shown?.split('/') ?? []
  // The twins of who is held out see the campaign painted at this moment: where there is a template for it, and if the last page had decided so.
  const [heldOut] = mirrored?.[placement]?.match(/^[^/]+(?=\/$)/) ?? []
  if (heldOut && element.querySelector(`[data-variant^="${heldOut}/"]`))
    return { ...plain, campaign: heldOut, holdout: true }
  const { content } =
    mind.config.campaigns.find(({ id }) => id === campaign)?.variants.find(({ id }) => id === variant) ?? {}
  return {
    ...plain,
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
