import type { Session } from '@vitrine/engine/train'
import { trainCoPurchase } from '../relevance/baselines/coPurchase.ts'
import {
  trainAssociationRules,
  trainItemKnn,
  trainSequentialRules
} from '../relevance/baselines/pairCounts.ts'
import { trainVmisKnn } from '../relevance/baselines/vmisKnn.ts'
import { trainVSknn } from '../relevance/baselines/vSknn.ts'
import { evaluate, type Quality, type Recommend } from '../relevance/evaluate.ts'
import { evaluateBaskets, halve } from '../relevance/evaluateBaskets.ts'
import { bareProducts, publish } from '../relevance/publishedModel.ts'
import { readGiftBaskets } from '../relevance/readBaskets.ts'
import { readSessions } from '../relevance/readSessions.ts'
import { splitByTime } from '../relevance/splitByTime.ts'

// Next item, every revealed part of every later session, all items ranked; what the device runs on published files
// against baselines on the same requests. `every` thins the requests for all of them where a baseline is slow.

interface Split {
  readonly past: readonly Session[]
  readonly later: readonly Session[]
}

interface Bench {
  readonly name: string
  readonly split: () => Split | undefined
  readonly every: number
}

const BENCHES: readonly Bench[] = [
  { name: 'YooChoose 100k', split: () => given('yoochoose100k', 'train', 'test'), every: 1 },
  { name: 'Diginetica, last 7 days', split: () => lastDays('diginetica', 7), every: 4 },
  { name: 'UCI clothing clicks, last 14 days', split: () => lastDays('eshop', 14), every: 10 },
  { name: 'bol.com toy, validation', split: () => given('boltoy', 'train', 'valid'), every: 1 }
]

const BASELINES: Readonly<Record<string, (sessions: readonly Session[]) => Recommend>> = {
  'association rules': trainAssociationRules,
  'sequential rules': trainSequentialRules,
  'item-kNN': trainItemKnn,
  'V-SKNN': sessions => trainVSknn(sessions),
  'VMIS-kNN': trainVmisKnn
}

function given(folder: string, past: string, later: string): Split | undefined {
  const before = readSessions(`sessions/${folder}/${past}.tsv.gz`)
  const after = readSessions(`sessions/${folder}/${later}.tsv.gz`)
  return before && after && { past: before, later: after }
}

function lastDays(folder: string, days: number): Split | undefined {
  const sessions = readSessions(`sessions/${folder}/train.tsv.gz`)
  return sessions && splitByTime(sessions, days)
}

/** Items that were never seen before cannot be ranked by anybody, and are taken out as the published splits do. */
function answerable({ past, later }: Split, every: number): readonly Session[] {
  const known = new Set(past.flatMap(({ items }) => items))
  return later
    .filter((_, at) => at % every === 0)
    .map(session => ({ ...session, items: session.items.filter(id => known.has(id)) }))
    .filter(({ items }) => items.length > 1)
}

function tell(name: string, { hitRate, reciprocalRank }: Quality, note = ''): void {
  console.log(`  ${name.padEnd(38)} ${hitRate.toFixed(4)} / ${reciprocalRank.toFixed(4)}  ${note}`)
}

function run({ name, split, every }: Bench): void {
  const found = split()
  if (!found) {
    console.log(`NOT MEASURED ${name}: ../shared/data is absent`)
    return
  }
  const later = answerable(found, every)
  const events = found.past.reduce((sum, { items }) => sum + items.length, 0)
  console.log(
    `${name}: ${found.past.length} sessions, ${events} events; ${later.length} sessions asked; HR@20 / MRR@20`
  )
  for (const minSupport of [1, 2]) {
    const before = process.cpuUsage()
    const model = publish({ products: bareProducts(found.past), sessions: found.past, minSupport })
    const { user, system } = process.cpuUsage(before)
    const { settings, scoring } = model.report.tuning
    const startedAt = performance.now()
    const quality = evaluate(model.recommend('viewed'), later)
    const micros = (1000 * (performance.now() - startedAt)) / quality.requests
    const chosen = `α ${settings.alpha}, recency ${scoring.recency}, self ${settings.self}`
    const cost = `${((user + system) / 1e6).toFixed(1)} CPU s to train and publish, ${micros.toFixed(0)} µs a request`
    tell(`published, pairs of ${minSupport} or more`, quality, `${chosen}; ${cost}`)
  }
  for (const [baseline, train] of Object.entries(BASELINES))
    tell(baseline, evaluate(train(found.past), later))
  console.log('')
}

function runBaskets(): void {
  const baskets = readGiftBaskets()
  if (!baskets) {
    console.log('NOT MEASURED giftware baskets: ../shared/data is absent')
    return
  }
  const { past, later } = splitByTime(baskets, 30)
  const known = new Set(past.flatMap(({ items }) => items))
  const halved = halve(later, id => known.has(id))
  console.log(
    `Giftware baskets, last 30 days: ${past.length} orders; ${halved.length} asked; recall@20 / hit`
  )
  const rows: readonly (readonly [string, Recommend])[] = [
    ...[1, 2].map(
      minSupport =>
        [
          `published, pairs of ${minSupport} or more`,
          publish({ products: bareProducts(past), baskets: past, minSupport }).recommend('bought')
        ] as const
    ),
    ['raw co-purchase', trainCoPurchase(past, 'count')],
    ['co-purchase as shares', trainCoPurchase(past, 'confidence')]
  ]
  for (const [name, recommend] of rows) {
    const { recall, hit } = evaluateBaskets(recommend, halved)
    console.log(`  ${name.padEnd(38)} ${recall.toFixed(4)} / ${hit.toFixed(4)}`)
  }
  console.log('')
}

const asked = process.argv.slice(2).join(' ')
for (const bench of BENCHES.filter(({ name }) => name.includes(asked))) run(bench)
if ('Giftware baskets'.includes(asked)) runBaskets()
