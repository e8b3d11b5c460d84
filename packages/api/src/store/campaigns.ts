import type { EpochMs } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, text, textOrNone, whole } from './sql.ts'

/** What one arm of a campaign met: a variant, or the holdout. */
export interface CampaignArm {
  readonly campaign: string
  /** Absent for the holdout, and where the event named none. */
  readonly variant?: string
  readonly holdout: boolean
  /** Decisions that were seen (for the holdout: would have been), each once however many events tell of it. */
  readonly shown: number
  /** Of those, how many were clicked: two cards of one row are one. */
  readonly clicked: number
  /** How many were closed or declined. */
  readonly dismissed: number
  /** Different devices among those shown. */
  readonly visitors: number
  /** Devices that clicked. */
  readonly clickers: number
  /** Devices that ordered within the window after they first met it. */
  readonly buyers: number
  /** Orders of those, each once. */
  readonly orders: number
  /** What those orders were worth, minor units. */
  readonly value: number
}

/** Which stretch of time, and how long after the first meeting an order still counts. */
export interface CampaignQuery {
  readonly shop: string
  readonly from: EpochMs
  /** Not included. */
  readonly until: EpochMs
  readonly windowMs: number
}

/** What campaigns did. */
export interface CampaignStore {
  arms(query: CampaignQuery): Promise<readonly CampaignArm[]>
}

// A sum of doubles is exact as far as a number is, and cannot overflow as one of bigints does. A holdout is one arm whatever variant would have been chosen. A visitor counts from the first time they met the arm. A decision is known by who met it and its result; an event that names no result is one by itself. Who acted on it has met it, however short the look.
const ARMS = `WITH seen AS (
    SELECT campaign, CASE WHEN holdout = 1 THEN '' ELSE COALESCE(variant, '') END AS arm, holdout, visitor, type,
      corrected, result, COALESCE(visitor, tab, '') || ' ' || COALESCE(result, id) AS decision FROM event
    WHERE shop = $1 AND campaign IS NOT NULL AND corrected >= $2 AND corrected < $3
      AND type IN ('view_promotion', 'select_promotion', 'select_item', 'dismiss_promotion')),
  met AS (
    SELECT campaign, arm, holdout, visitor, MIN(corrected) AS first FROM seen
    WHERE visitor IS NOT NULL GROUP BY campaign, arm, holdout, visitor),
  bought AS (
    SELECT met.campaign, met.arm, met.holdout, met.visitor, COALESCE(e.transaction_id, e.id) AS deal,
      MAX(COALESCE(e.value, 0)) AS value
    FROM met JOIN event e ON e.shop = $1 AND e.visitor = met.visitor AND e.type = 'purchase'
      AND e.corrected >= met.first AND e.corrected < met.first + $4
    GROUP BY met.campaign, met.arm, met.holdout, met.visitor, COALESCE(e.transaction_id, e.id)),
  counts AS (
    SELECT campaign, arm, holdout,
      COUNT(DISTINCT CASE WHEN type = 'view_promotion' OR result IS NOT NULL THEN decision END) AS shown,
      COUNT(DISTINCT CASE WHEN type IN ('select_promotion', 'select_item') THEN decision END) AS clicked,
      COUNT(DISTINCT CASE WHEN type = 'dismiss_promotion' THEN decision END) AS dismissed,
      COUNT(DISTINCT CASE WHEN type IN ('select_promotion', 'select_item') THEN visitor END) AS clickers
    FROM seen GROUP BY campaign, arm, holdout)
  SELECT counts.*,
    (SELECT COUNT(*) FROM met WHERE met.campaign = counts.campaign AND met.arm = counts.arm
      AND met.holdout = counts.holdout) AS visitors,
    (SELECT COUNT(DISTINCT visitor) FROM bought WHERE bought.campaign = counts.campaign
      AND bought.arm = counts.arm AND bought.holdout = counts.holdout) AS buyers,
    (SELECT COUNT(*) FROM bought WHERE bought.campaign = counts.campaign AND bought.arm = counts.arm
      AND bought.holdout = counts.holdout) AS orders,
    (SELECT COALESCE(SUM(CAST(value AS double precision)), 0) FROM bought WHERE bought.campaign = counts.campaign
      AND bought.arm = counts.arm AND bought.holdout = counts.holdout) AS value
  FROM counts ORDER BY campaign, holdout, arm`

/** Campaign figures from the event table. */
export function sqlCampaigns(database: SqlDatabase): CampaignStore {
  return {
    async arms({ shop, from, until, windowMs }) {
      return (await database.all(ARMS, [shop, from, until, windowMs])).map(parseArm)
    }
  }
}

function parseArm(row: SqlRow): CampaignArm {
  const variant = textOrNone(row, 'arm')
  return {
    campaign: text(row, 'campaign'),
    ...(variant && { variant }),
    holdout: row['holdout'] === 1,
    shown: whole(row, 'shown'),
    clicked: whole(row, 'clicked'),
    dismissed: whole(row, 'dismissed'),
    visitors: whole(row, 'visitors'),
    clickers: whole(row, 'clickers'),
    buyers: whole(row, 'buyers'),
    orders: whole(row, 'orders'),
    value: Math.min(whole(row, 'value'), Number.MAX_SAFE_INTEGER)
  }
}
