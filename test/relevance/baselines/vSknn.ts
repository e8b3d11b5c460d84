import type { Session } from '@vitrine/engine/train'
import type { Recommend } from '../evaluate.ts'

/** V-SKNN's parameters; sampling is by recency, similarity by vector multiplication. */
export interface VSknnSettings {
  /** Neighbouring sessions that vote. */
  readonly k: number
  /** Most recent sessions among which neighbours are sought. */
  readonly sampleSize: number
  /** How much rare items gain. */
  readonly idfWeighting: number
}

/** As published for YooChoose 1/64 with session-rec (Ludewig, Mauro, Latifi & Jannach, UMUAI 2021): log and quadratic decay. */
const VSKNN_PUBLISHED: VSknnSettings = { k: 1000, sampleSize: 5000, idfWeighting: 2 }

/**
 * V-SKNN (Ludewig & Jannach, "Evaluation of session-based recommendation algorithms", UMUAI 2018): the recent
 * sessions most like this one vote for their items, late items of this session counting most.
 */
export function trainVSknn(
  sessions: readonly Session[],
  settings: VSknnSettings = VSKNN_PUBLISHED
): Recommend {
  const newestFirst = [...sessions].sort((a, b) => b.at - a.at).map(({ items }) => new Set(items))
  const holders = new Map<string, number[]>()
  for (const [session, items] of newestFirst.entries())
    for (const item of items) {
      const known = holders.get(item) ?? []
      if (known.length === 0) holders.set(item, known)
      known.push(session)
    }
  const idf = idfOf(sessions)

  return revealed => {
    const places = new Map(revealed.map((item, place) => [item, place]))
    const sampled = [...new Set([...places.keys()].flatMap(item => holders.get(item) ?? []))]
      .sort((a, b) => a - b)
      .slice(0, settings.sampleSize)
    const neighbours = sampled
      .map(session => ({
        items: newestFirst[session] ?? new Set<string>(),
        ...likeness(places, newestFirst[session])
      }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, settings.k)
    const scores = new Map<string, number>()
    for (const { items, similarity, stepsBack } of neighbours)
      for (const item of items) {
        const vote = (similarity * (1 + settings.idfWeighting * (idf.get(item) ?? 0))) / stepsBack ** 2
        scores.set(item, (scores.get(item) ?? 0) + vote)
      }
    return scores
  }

  function likeness(places: ReadonlyMap<string, number>, items: ReadonlySet<string> = new Set()) {
    let similarity = 0
    let latest = 0
    const length = Math.max(...places.values()) + 1
    for (const [item, place] of places) {
      if (!items.has(item)) continue
      similarity += 1 / Math.log10(length - 1 - place + 1.7) / places.size
      latest = Math.max(latest, place)
    }
    return { similarity, stepsBack: length - latest }
  }
}

function idfOf(sessions: readonly Session[]): ReadonlyMap<string, number> {
  const views = new Map<string, number>()
  for (const { items } of sessions) for (const item of items) views.set(item, (views.get(item) ?? 0) + 1)
  return new Map([...views].map(([item, count]) => [item, Math.log(sessions.length / count)]))
}
