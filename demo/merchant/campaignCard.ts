import type { Campaign, Offer } from '@vitrine/protocol'
import { type Html, html } from '../pages/html.ts'
import { pounds } from '../range/priceOf.ts'
import { armTable } from './armTable.ts'
import type { CampaignFigures, CodeFigures } from './readDesk.ts'

/** A campaign with what is known of it. */
export interface CampaignView {
  readonly campaign: Campaign
  readonly figures: CampaignFigures | undefined
  readonly codes: CodeFigures | undefined
  readonly etag: string
  /** Epoch ms. */
  readonly now: number
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** A campaign: what it is for, how it stands, what it did, and the switch. */
export function campaignCard({ campaign, figures, codes, etag, now }: CampaignView): Html {
  const { id, name, why, placement, variants, offer } = campaign
  const { content } = variants[0] ?? {}
  const standing = standingOf(campaign, now)
  const [doing, verb] = campaign.status === 'paused' ? ['live', 'Go live'] : ['paused', 'Pause']
  return html`<article class="campaign" id="campaign-${id}" aria-labelledby="name-${id}">
      <header>
        <h3 id="name-${id}">${name}</h3>
        <span class="standing ${standing.is}">${standing.words}</span>
        <form method="post" action="/merchant/campaign">
          <input type="hidden" name="id" value="${id}"><input type="hidden" name="etag" value="${etag}">
          <button class="button quiet small" name="status" value="${doing}">${verb}<span class="unseen"> ${name}</span></button>
        </form>
      </header>
      ${why === undefined ? '' : html`<p class="purpose">${why}</p>`}
      <p class="aside">${[content?.layout, content?.widget].filter(Boolean).join(' ')} in <code>${placement}</code>${campaign.holdout ? `, ${Math.round(campaign.holdout * 100)} % never see it` : ''}</p>
      ${offer ? offerLine(offer, codes) : ''}
      ${figures ? armTable(figures) : html`<p class="empty">Nobody who lets us count has met it in the last 30 days.</p>`}
    </article>`
}

function standingOf({ status, schedule = {} }: Campaign, now: number): { is: string; words: string } {
  const { from = 0, until = Number.POSITIVE_INFINITY } = schedule
  if (status === 'paused') return { is: 'paused', words: 'Paused' }
  if (now < from) return { is: 'waiting', words: `From ${DAY.format(from)}` }
  if (now >= until) return { is: 'over', words: `Over since ${DAY.format(until)}` }
  return { is: 'live', words: Number.isFinite(until) ? `Live until ${DAY.format(until)}` : 'Live' }
}

function offerLine(offer: Offer, codes: CodeFigures | undefined): Html {
  const { issued = 0, redeemed = 0, expired = 0, value = 0 } = codes ?? {}
  const worth = redeemed > 0 ? ` on orders of ${pounds(value)}` : ''
  return html`<p class="offer"><b>${giftOf(offer)}</b> Codes: ${issued} issued, ${redeemed} redeemed${worth}, ${expired} expired unused.</p>`
}

function giftOf({ kind, value = 0, minimumValue = 0, validFor }: Offer): string {
  const gift =
    kind === 'percent' ? `${value} % off` : kind === 'amount' ? `${pounds(value)} off` : 'Free delivery'
  return `${gift}${minimumValue > 0 ? ` from ${pounds(minimumValue)} of goods` : ''}, good for ${validFor}.`
}
