import { expect, test } from 'vitest'
import { TEXTS } from '../carousel/carouselTexts.ts'
import { sayer } from './sayer.ts'

test('WD-23 fills blanks in the shop’s own words, or in ours', () => {
  expect(sayer(TEXTS)('carousel.range', { from: 1, to: 4, count: 9 })).toBe('1–4 of 9')
  expect(
    sayer(TEXTS, { 'carousel.range': 'von {count}: {from}' })('carousel.range', { from: 1, to: 4, count: 9 })
  ).toBe('von 9: 1')
  expect(sayer(TEXTS, { 'somebody.else': 'x' })('card.add')).toBe(TEXTS['card.add'])
})

test('WD-23 texts have keys that a shop config may carry', () => {
  for (const key of Object.keys(TEXTS)) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})
