import { beforeEach, expect, test } from 'vitest'
import card from '../card/card.css?inline'
import { documented } from '../testing/documented.ts'
import { itemOf } from '../testing/items.ts'
import { all, emptyPage, frames } from '../testing/mount.ts'
import { defineRestock } from './defineRestock.ts'
import { RESTOCK_PROPERTIES } from './RestockElement.tsx'
import css from './restock.css?inline'
import { RESTOCK_TEXTS } from './restockTexts.ts'

beforeEach(emptyPage)

const TAG = 'vitrine-restock'
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()
const tokens = (sheet: string) => new Set(sheet.match(/--vitrine-[a-z-]+/g))

test('RS-14 documents every token of its own, and no other', () => {
  const shared = tokens(card)
  expect(documented(TAG, 'Tokens')).toEqual(sorted(tokens(css)).filter(name => !shared.has(name)))
})

test('RS-14 documents every part of its own, and no other', async () => {
  defineRestock()
  const element = document.createElement(TAG)
  Object.assign(element, { variant: 'v', marketing: true, substitute: itemOf(0) })
  document.body.append(element)
  await frames()
  element.status = 'pending'
  const parts = all(element, '[part]:not(li, li *)').flatMap(it => [...it.part])
  await frames()
  parts.push(...all(element, '[part]:not(li, li *)').flatMap(it => [...it.part]))
  expect(documented(TAG, 'Parts')).toEqual(sorted(parts))
})

test('RS-14 documents every property and text, and no other', () => {
  expect(documented(TAG, 'Properties and attributes')).toEqual(sorted(Object.keys(RESTOCK_PROPERTIES)))
  expect(documented(TAG, 'Texts')).toEqual(
    sorted(Object.keys(RESTOCK_TEXTS)).filter(key => key.startsWith('restock.'))
  )
  for (const key of Object.keys(RESTOCK_TEXTS)) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})
