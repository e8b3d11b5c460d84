import { listName, type Reason, type Strategy } from '@vitrine/protocol'
import type { Ask, Candidate, Files, Start } from './ask.ts'

/** The products of a list: the department's own first where there is one, then the whole shop's. */
export function listed(ask: Ask, strategy: Strategy, code: Reason['code']): readonly Candidate[] {
  const { department } = ask
  // List scores run from 0 to 1, so one more puts every product of the department before the rest.
  const own =
    department === undefined ? [] : read(ask, listName(strategy, department), 1, { code, value: department })
  const known = new Set(own.map(({ id }) => id))
  return [...own, ...read(ask, strategy, 0, { code }).filter(({ id }) => !known.has(id))]
}

/** The lists a strategy reads, of those that the model has. */
export function listsOf(strategy: Strategy, { manifest, department }: Start): Files {
  const names = [listName(strategy), ...(department === undefined ? [] : [listName(strategy, department)])]
  return { lists: names.filter(name => manifest.lists.includes(name)) }
}

function read({ model }: Ask, name: string, more: number, reason: Reason): readonly Candidate[] {
  const list = model.lists.get(name)
  return list?.cards.map(({ id }, place) => ({ id, score: (list.scores[place] ?? 0) + more, reason })) ?? []
}
