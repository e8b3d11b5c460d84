import type { Reason } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { reasonText } from './reasonText.ts'

const own = (_key: string, fallback: string) => fallback

test.each<[Reason, string]>([
  [{ code: 'viewed_before' }, 'You looked at this'],
  [{ code: 'viewed_with', item: 'Red $& mug' }, 'Others who looked at Red $& mug also looked at this'],
  [{ code: 'viewed_with' }, 'Others looked at this too'],
  [{ code: 'bought_with', item: 'Tea pot' }, 'Often bought together with Tea pot'],
  [{ code: 'similar_to', item: 'Tea pot' }, 'Similar to Tea pot'],
  [{ code: 'best_seller', value: 'Giftware' }, 'Best seller in Giftware'],
  [{ code: 'best_seller' }, 'Best seller'],
  [{ code: 'your_taste', value: 'Lighting' }, 'Because you like Lighting'],
  [{ code: 'bought_before', value: '1' }, 'You bought this before'],
  [{ code: 'bought_before', value: '3' }, 'You have bought this 3 times'],
  [{ code: 'pinned' }, 'Picked by the shop']
])('RC-22 %j is told as “%s”', (reason, text) => {
  expect(reasonText(reason, own)).toBe(text)
})

test('RC-22 the shop’s own wording is asked for by a key that its config can hold', () => {
  const keys: string[] = []
  const german = (key: string) => {
    keys.push(key)
    return 'Passt zu {item}'
  }
  expect(reasonText({ code: 'bought_with', item: 'Kanne' }, german)).toBe('Passt zu Kanne')
  reasonText({ code: 'bought_with' }, german)
  expect(keys).toEqual(['reason.boughtWith', 'reason.boughtWith.plain'])
  for (const key of keys) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})
