import type { ShopConfig } from '@vitrine/protocol'

/** What a campaign of a test says beside its placement. */
type Given = Partial<ShopConfig['campaigns'][number]> & { readonly placement: string }

/** A config with these campaigns, each with its placement. */
export function config(campaigns: readonly Given[], placements?: ShopConfig['placements']): ShopConfig {
  return {
    v: 1,
    shop: 'stage',
    name: 'Stage',
    currency: 'GBP',
    locale: 'en-GB',
    placements: placements ?? campaigns.map(({ placement }) => ({ id: placement })),
    campaigns: campaigns.map((given, at) => ({
      id: `campaign-${at}`,
      name: 'A campaign',
      audience: { all: [] },
      variants: [{ id: 'only', weight: 1, content: carousel('best_sellers') }],
      ...given
    }))
  }
}

/** A carousel of one strategy, three products wide. */
function carousel(strategy: 'best_sellers' | 'also_viewed' | 'recently_viewed' | 'trending') {
  return { widget: 'carousel' as const, title: `Row of ${strategy}`, products: { strategy, limit: 3 } }
}
