import { listName, type Reason, type Strategy } from '@vitrine/protocol'
import type { Ask, Candidate } from './ask.ts'

/** The products of a list: the department's own first where there is one, then the whole shop's. */
export function listed(
  { model, department }: Ask,
  strategy: Strategy,
  code: Reason['code']
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  // The department's comes after the shop's, because it has the last word.
  for (const value of [undefined, department]) {
    const { cards = [], scores = [] } = model.lists.get(listName(strategy, value)) ?? {}
    cards.forEach(({ id }, place) => {
      // List scores run from 0 to 1, so one more puts every product of the department before the rest.
      const score = (scores[place] ?? 0) + Number(value !== undefined)
      found.set(id, { id, score, reason: { code, value } })
    })
  }
  return [...found.values()]
}
