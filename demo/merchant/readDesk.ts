import type { ShopConfig } from '@vitrine/protocol'
import { validateConfig } from '@vitrine/protocol/schema'
import type { MerchantAnswer, MerchantCall } from '../setup/openMerchantCall.ts'

/** A share with its 95 % interval. */
export interface Share {
  readonly share: number
  readonly interval: readonly [low: number, high: number]
}

/** What one arm of a campaign did. */
export interface Arm {
  /** Absent for the holdout. */
  readonly variant?: string
  readonly shown: number
  readonly clicked: number
  readonly dismissed: number
  readonly visitors: number
  readonly ordered: number
  readonly clickRate: Share
  readonly orderRate: Share
  /** Against the holdout; absent where there is none to compare with. */
  readonly lift?: Share
}

/** What a campaign did. */
export interface CampaignFigures {
  readonly campaign: string
  readonly variants: readonly Arm[]
  readonly holdout?: Arm
}

/** How a campaign's codes fared; `value` in pence. */
export interface CodeFigures {
  readonly campaign: string
  readonly issued: number
  readonly redeemed: number
  readonly expired: number
  readonly value: number
}

/** Who waits for one variant. */
export interface Queue {
  readonly itemId: string
  readonly title: string
  /** Wishes by where they stand: `pending`, `confirmed`, `notified` and so on. */
  readonly counts: Readonly<Record<string, number>>
  /** Pieces on the shelf, where the shop knows. */
  readonly quantity?: number
  /** Epoch ms: when the first who still waits confirmed. */
  readonly oldest?: number
}

/** All who wait, and how the mails to them fare. */
export interface WaitingLists {
  readonly queues: readonly Queue[]
  readonly mail: { readonly retrying: number; readonly lastProblem?: string }
}

/** A version of the config. */
export interface Version {
  readonly version: number
  readonly at: number
  readonly note?: string
}

/** Everything the merchant's page shows. */
export interface Desk {
  readonly config: ShopConfig
  /** What a change must show, so that it overwrites nobody's. */
  readonly etag: string
  readonly figures: readonly CampaignFigures[]
  readonly codes: readonly CodeFigures[]
  /** Absent where the API keeps no waiting lists. */
  readonly waiting?: WaitingLists
  readonly versions: readonly Version[]
}

/** Reads it all from the API at once. @returns `undefined` when the API does not answer. */
export async function readDesk(call: MerchantCall): Promise<Desk | undefined> {
  const [shop, report, offers, restock, versions] = await Promise.all([
    call('GET', '/shop'),
    call('GET', '/reports/campaigns'),
    call('GET', '/offers'),
    call('GET', '/restock'),
    call('GET', '/shop/versions')
  ])
  const config = validateConfig(shop?.body)
  if (!config.ok || shop?.etag === undefined) return undefined
  const queues = listIn<Queue>(restock, 'variants')
  return {
    config: config.value,
    etag: shop.etag,
    figures: listIn<CampaignFigures>(report, 'campaigns') ?? [],
    codes: listIn<CodeFigures>(offers, 'offers') ?? [],
    versions: listIn<Version>(versions, 'versions') ?? [],
    ...(queues && { waiting: { queues, mail: mailIn(restock) } })
  }
}

/** A list of our own API's answer, whose entries are as its documentation has them; none where it refused. */
function listIn<Of>(answer: MerchantAnswer | undefined, name: string): readonly Of[] | undefined {
  const body = answer?.status === 200 ? (answer.body as Readonly<Record<string, unknown>>) : {}
  return Array.isArray(body[name]) ? (body[name] as readonly Of[]) : undefined
}

function mailIn(answer: MerchantAnswer | undefined): WaitingLists['mail'] {
  const { mail = { retrying: 0 } } = (answer?.body ?? {}) as { readonly mail?: WaitingLists['mail'] }
  return mail
}
