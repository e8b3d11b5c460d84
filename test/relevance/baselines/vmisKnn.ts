import type { Session } from '@vitrine/engine/train'
import type { Recommend } from '../evaluate.ts'

/** VMIS-kNN's parameters as Serenade's authors run them. */
const MAX_ITEMS = 9
const RECENT_SESSIONS = 500
const NEIGHBOURS = 500

/**
 * VMIS-kNN (Kersbergen, Sprangers & Schelter, "Serenade", SIGMOD 2022): for each of the session's last items its most
 * recent sessions, alike by the decayed positions they share, voting with the place of the latest match and idf.
 */
export function trainVmisKnn(sessions: readonly Session[]): Recommend {
  const newestFirst = [...sessions].sort((a, b) => b.at - a.at).map(({ items }) => [...new Set(items)])
  const holders = holdersOf(newestFirst)
  const idf = (item: string) => Math.log(newestFirst.length / (holders.get(item)?.length ?? 1))

  return revealed => {
    const recent = [...new Set(revealed.slice(-MAX_ITEMS).reverse())]
    const neighbours = [...matches(recent, holders)]
      .sort(([, a], [, b]) => b.similarity - a.similarity)
      .slice(0, NEIGHBOURS)
    const scores = new Map<string, number>()
    for (const [session, { similarity, stepsBack }] of neighbours)
      for (const item of newestFirst[session] ?? []) {
        const vote = similarity * Math.max(0, 1 - 0.1 * stepsBack) * (1 + idf(item))
        scores.set(item, (scores.get(item) ?? 0) + vote)
      }
    return scores
  }
}

interface Match {
  readonly similarity: number
  /** Place of the latest item in common, 1 being the session's last. */
  readonly stepsBack: number
}

function matches(
  recent: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>
): ReadonlyMap<number, Match> {
  const found = new Map<number, Match>()
  for (const [step, item] of recent.entries())
    for (const session of (holders.get(item) ?? []).slice(0, RECENT_SESSIONS)) {
      const { similarity, stepsBack } = found.get(session) ?? { similarity: 0, stepsBack: step + 1 }
      found.set(session, { similarity: similarity + (recent.length - step) / recent.length, stepsBack })
    }
  return found
}

function holdersOf(sessions: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [session, items] of sessions.entries())
    for (const item of items) {
      const known = holders.get(item) ?? []
      if (known.length === 0) holders.set(item, known)
      known.push(session)
    }
  return holders
}
