import { scoreSession } from '@vitrine/engine'
import {
  type Basket,
  type Session,
  type TrainProduct,
  type TrainReport,
  trainModel
} from '@vitrine/engine/train'
import {
  type Manifest,
  parseItemFile,
  type Relation,
  type RelationRow,
  type Scoring
} from '@vitrine/protocol'
import type { Recommend } from './evaluate.ts'

/** A model as a device has it: written as JSON, and read back by the device's own parser. */
export interface PublishedModel {
  readonly manifest: Manifest
  readonly report: TrainReport
  /** What the device computes from one relation's rows. */
  recommend(relation: Relation): Recommend
}

/** Trains by the shop's own trainer, self-tuned, and publishes. */
export function publish(input: {
  readonly products: readonly TrainProduct[]
  readonly sessions?: readonly Session[]
  readonly baskets?: readonly Basket[]
  readonly minSupport?: number
}): PublishedModel {
  const { sessions = [], baskets = [], ...given } = input
  // Cards are not ranked by; a few show that the form holds.
  const rest = { ...given, cardsPerRelation: 2 }
  const now = [...sessions, ...baskets].reduce((latest, { at }) => Math.max(latest, at), 0)
  const { manifest, items, report } = trainModel({
    shop: 'open',
    currency: 'GBP',
    sessions,
    baskets,
    now,
    ...rest
  })
  const rows = new Map<string, RelationRow>()
  for (const file of items) {
    const read = parseItemFile(JSON.parse(JSON.stringify(file)))
    if (!read.ok) throw new Error(`${file.card.id}: ${read.field} ${read.problem}`)
    for (const [relation, row] of Object.entries(read.value.rows))
      rows.set(`${relation}/${file.card.id}`, row)
  }
  const read: Manifest = JSON.parse(JSON.stringify(manifest))
  return {
    manifest: read,
    report,
    recommend: relation => {
      const scoring: Scoring = read.scoring[relation] ?? { steps: 1, recency: 1 }
      return revealed => scoreSession(id => rows.get(`${relation}/${id}`), revealed, scoring)
    }
  }
}

/** Products of which nothing is known but their ids. */
export function bareProducts(
  occasions: readonly { readonly items: readonly string[] }[]
): readonly TrainProduct[] {
  const ids = new Set<string>()
  for (const { items } of occasions) for (const id of items) ids.add(id)
  return [...ids].map(id => ({
    card: { id, title: id, link: `/${id}`, price: 0, category: [], availability: 'in_stock' },
    words: ''
  }))
}
