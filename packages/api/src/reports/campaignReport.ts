import { toMajor } from '@vitrine/protocol'
import type { CampaignArm } from '../store/campaigns.ts'
import { type Interval, newcombe, wilson } from './wilson.ts'

/** A share with its 95 % interval. */
export interface Rate {
  readonly share: number
  readonly interval: Interval
}

/** One arm of a campaign. Visitors are devices that allowed measuring; money in major units. */
export interface ArmReport {
  /** Absent for the holdout. */
  readonly variant?: string
  readonly shown: number
  readonly clicked: number
  readonly dismissed: number
  readonly visitors: number
  readonly ordered: number
  readonly orders: number
  readonly value: number
  /** Visitors who clicked. */
  readonly clickRate: Rate
  /** Visitors who ordered within the window. */
  readonly orderRate: Rate
  /** `orderRate` less the holdout's; absent where there is no holdout to compare with. */
  readonly lift?: Rate
}

/** A campaign against its holdout. */
export interface CampaignReport {
  readonly campaign: string
  readonly variants: readonly ArmReport[]
  readonly holdout?: ArmReport
}

/** Turns counts into rates a merchant can compare. */
export function campaignReports(arms: readonly CampaignArm[], currency: string): CampaignReport[] {
  const campaigns = [...new Set(arms.map(({ campaign }) => campaign))]
  return campaigns.map(campaign => {
    const own = arms.filter(arm => arm.campaign === campaign)
    const holdout = own.find(arm => arm.holdout)
    return {
      campaign,
      variants: own.filter(arm => !arm.holdout).map(arm => armReport(arm, currency, holdout)),
      ...(holdout && { holdout: armReport(holdout, currency) })
    }
  })
}

function armReport(arm: CampaignArm, currency: string, holdout?: CampaignArm): ArmReport {
  const { variant, shown, clicked, dismissed, visitors, clickers, buyers, orders, value } = arm
  return {
    ...(variant !== undefined && { variant }),
    shown,
    clicked,
    dismissed,
    visitors,
    ordered: buyers,
    orders,
    value: toMajor(value, currency),
    clickRate: rate(clickers, visitors),
    orderRate: rate(buyers, visitors),
    ...(holdout && {
      lift: {
        share: shareOf(buyers, visitors) - shareOf(holdout.buyers, holdout.visitors),
        interval: newcombe({ hits: buyers, of: visitors }, { hits: holdout.buyers, of: holdout.visitors })
      }
    })
  }
}

function rate(hits: number, of: number): Rate {
  return { share: shareOf(hits, of), interval: wilson(Math.min(hits, of), of) }
}

function shareOf(hits: number, of: number): number {
  return of > 0 ? hits / of : 0
}
