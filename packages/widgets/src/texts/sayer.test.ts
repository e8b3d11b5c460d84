import { expect, test } from 'vitest'
import { sayer } from './sayer.ts'
import { TEXTS } from './texts.ts'

test('WD-23 fills blanks in the shop’s own words, or in ours', () => {
  expect(sayer()('carousel.range', { from: 1, to: 4, count: 9 })).toBe('1–4 of 9')
  expect(
    sayer({ 'carousel.range': 'von {count}: {from}' })('carousel.range', { from: 1, to: 4, count: 9 })
  ).toBe('von 9: 1')
  expect(sayer({ 'somebody.else': 'x' })('card.add')).toBe(TEXTS['card.add'])
})

test('WD-23 texts have keys that a shop config may carry', () => {
  for (const key of Object.keys(TEXTS)) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})
