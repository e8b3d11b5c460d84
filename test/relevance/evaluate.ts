import type { Session } from '@vitrine/engine/train'

/** What a recommender must answer: scores of products after a session, in any number and order. */
export type Recommend = (revealed: readonly string[]) => ReadonlyMap<string, number>

/** Shares over all requests. */
export interface Quality {
  readonly hitRate: number
  readonly reciprocalRank: number
  readonly requests: number
}

const CUT = 20

/**
 * The next item of the session: every revealed part of every session, all items ranked.
 * Ties rank in the order in which the recommender names them.
 */
export function evaluate(recommend: Recommend, sessions: readonly Pick<Session, 'items'>[]): Quality {
  let hits = 0
  let reciprocal = 0
  let requests = 0
  for (const { items } of sessions) {
    for (let revealed = 1; revealed < items.length; revealed++) {
      requests++
      const ranked = [...recommend(items.slice(0, revealed))].sort(([, a], [, b]) => b - a).slice(0, CUT)
      const place = ranked.findIndex(([id]) => id === items[revealed])
      if (place < 0) continue
      hits++
      reciprocal += 1 / (place + 1)
    }
  }
  return { hitRate: hits / requests, reciprocalRank: reciprocal / requests, requests }
}
