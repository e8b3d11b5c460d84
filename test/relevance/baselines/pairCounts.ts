import type { Session } from '@vitrine/engine/train'
import type { Recommend } from '../evaluate.ts'

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Association rules of size two (Ludewig & Jannach 2018): how often both were looked at in one session; the last item decides. */
export function trainAssociationRules(sessions: readonly Session[]): Recommend {
  const counts = countPairs(sessions, (items, add) => {
    for (const [at, a] of items.entries())
      for (const b of items.slice(at + 1)) {
        add(a, b, 1)
        add(b, a, 1)
      }
  })
  return revealed => counts.get(revealed.at(-1) ?? '') ?? new Map()
}

/** Sequential rules (Ludewig & Jannach 2018): what came up to ten steps later, one over the distance; the last item decides. */
export function trainSequentialRules(sessions: readonly Session[]): Recommend {
  const counts = countPairs(sessions, (items, add) => {
    for (const [at, a] of items.entries())
      for (const [steps, b] of items.slice(at + 1, at + 11).entries()) add(a, b, 1 / (steps + 1))
  })
  return revealed => counts.get(revealed.at(-1) ?? '') ?? new Map()
}

/** Item-kNN: the cosine of the sessions of two items, shrunk by 20 (Hidasi et al., ICLR 2016); the last item decides. */
export function trainItemKnn(sessions: readonly Session[]): Recommend {
  const counts = countPairs(
    sessions.map(session => ({ ...session, items: [...new Set(session.items)] })),
    (items, add) => {
      for (const a of items) for (const b of items) add(a, b, 1)
    }
  )
  const support = (item: string) => counts.get(item)?.get(item) ?? 0
  return revealed => {
    const last = revealed.at(-1) ?? ''
    const others = [...(counts.get(last) ?? [])].filter(([item]) => item !== last)
    return new Map(
      others.map(([item, both]) => [item, both / (Math.sqrt(support(last) * support(item)) + 20)])
    )
  }
}

/** What sells: how many sessions hold each item, whatever was looked at. */
export function trainPopularity(sessions: readonly Pick<Session, 'items'>[]): Recommend {
  const counts = new Map<string, number>()
  for (const { items } of sessions)
    for (const item of new Set(items)) counts.set(item, (counts.get(item) ?? 0) + 1)
  const top = new Map([...counts].sort(([, a], [, b]) => b - a).slice(0, 100))
  return () => top
}

function countPairs(
  sessions: readonly Pick<Session, 'items'>[],
  count: (items: readonly string[], add: (a: string, b: string, amount: number) => void) => void
): Counts {
  const counts = new Map<string, Map<string, number>>()
  function add(a: string, b: string, amount: number): void {
    const row = counts.get(a) ?? new Map<string, number>()
    if (row.size === 0) counts.set(a, row)
    row.set(b, (row.get(b) ?? 0) + amount)
  }
  for (const { items } of sessions) count(items, add)
  return counts
}
