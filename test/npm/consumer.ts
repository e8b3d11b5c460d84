/** A shop's own code: what it may write, and four things that it may not. */
export const CONSUMER = `
import {
  type Card,
  COMPLAINT_CODES,
  type Consent,
  type Decision,
  type Ga4Payload,
  type Profile,
  type RankedItem,
  type Recommendation,
  type RecommendRequest,
  type Result,
  type ShopEvent,
  start,
  type Verdict,
  type Vitrine
} from 'vitrine'
import { type BannerTexts, bannerHtml, mirrorScript } from 'vitrine/server'

const vitrine: Vitrine = start({ shop: 'demo', key: 'pk_demo', api: 'https://api.example', consent: 'cmp' })
const payload: Ga4Payload = { currency: 'GBP', value: 2.55 }
vitrine.track('add_to_cart', payload)
vitrine('track', 'page_view')
vitrine.setConsent({ personalise: 'granted' })

export const undo: () => void = vitrine.on('decision', (decision: Decision) => {
  const chosen: Verdict | undefined = decision.verdicts.find(verdict => verdict.chosen)
  const ids: readonly string[] = decision.items.map((item: RankedItem) => item.card.id)
  console.log(chosen?.campaign, ids)
})
vitrine.on('consent', ({ measure }: Consent) => console.log(measure === 'granted'))

const request: RecommendRequest = { strategy: ['bought_together', 'best_sellers'], limit: 4, exclude: ['cart'] }
export async function titles(): Promise<readonly string[]> {
  const answer: Recommendation | undefined = await vitrine.recommend(request)
  const cards: readonly Card[] = answer?.items.map(({ card }) => card) ?? []
  const identified: Result<number> = await vitrine.identify('token')
  if (!identified.ok) console.log(identified.field, identified.problem)
  const { orders, affinities }: Profile = await vitrine.profile()
  console.log(orders[0]?.value, affinities.brand[0]?.share, COMPLAINT_CODES.includes('VT-01'))
  return cards.map(({ title, price, variants = [] }) => \`\${title} \${price / 100} \${variants[0]?.ok}\`)
}
export const isSale = ({ type }: ShopEvent): boolean => type === 'purchase'

document.addEventListener('vitrine:add', event => {
  const { item, variantId, quantity } = event.detail
  const price: number = item.card.price * quantity
  console.log(variantId.toUpperCase(), price)
  event.preventDefault()
})
const carousel = document.querySelector('vitrine-carousel')
if (carousel) {
  carousel.heading = 'For you'
  carousel.addEventListener('vitrine:select', ({ detail }) => console.log(detail.position.toFixed()))
}

const restock = document.querySelector('vitrine-restock')
restock?.addEventListener('vitrine:restock', ({ detail }) => console.log(detail.email.length, detail.itemId))
document.querySelector('vitrine-popup')?.addEventListener('vitrine:dismiss', ({ detail }) => console.log(detail.reason))
const banner = document.querySelector('vitrine-banner')
if (banner) banner.content = { title: 'Hello', link: '/x' }
const render = ({ title }: BannerTexts) => title
export const head: string = mirrorScript('demo', 'nonce') + bannerHtml({
  config: { locale: 'en', placements: [{ id: 'hero' }], campaigns: [] }, placement: 'hero', inside: '', render
})

// @ts-expect-error the key is missing
start({ shop: 'demo', api: 'https://api.example' })
// @ts-expect-error no such strategy
export const wrong: RecommendRequest = { strategy: 'guess' }
// @ts-expect-error nobody is asked for that
vitrine.setConsent({ track: 'granted' })
// @ts-expect-error a dislike has no quantity
document.addEventListener('vitrine:dislike', event => console.log(event.detail.quantity))

`
