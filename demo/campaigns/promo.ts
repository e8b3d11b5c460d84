import type { Campaign, Content, Rule } from '@vitrine/protocol'

/** A campaign of one banner or one popup, as all of the demo's are. */
interface Promo extends Omit<Campaign, 'variants'> {
  readonly audience: Rule
  readonly content: Content
}

/** Makes a campaign that says one thing in one way. */
export function promo({ content, ...campaign }: Promo): Campaign {
  return { goal: 'click', ...campaign, variants: [{ id: 'only', weight: 1, content }] }
}
