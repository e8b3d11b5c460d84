import type { ShopConfig } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { textOf, textsOf, wordsOf } from './textOf.ts'

test('VI-18 takes the shop’s language, then English, then nothing', () => {
  const words = { en: 'Why this?', de: 'Warum?', 'de-CH': 'Wieso?' }
  expect(textOf(words, 'de-CH')).toBe('Wieso?')
  expect(textOf(words, 'de-AT')).toBe('Warum?')
  expect(textOf(words, 'fr-FR')).toBe('Why this?')
  expect(textOf({ de: 'Warum?' }, 'fr')).toBe('')
  expect(textOf('Plain', 'fr')).toBe('Plain')
  expect(textOf(undefined, 'fr')).toBe('')
})

test('VI-18 the shop’s own wording comes before ours', () => {
  const config = { locale: 'en-GB', texts: { 'reason.trending': 'All the rage' } } as unknown as ShopConfig
  expect(wordsOf(config)('reason.trending', 'Popular now')).toBe('All the rage')
  expect(wordsOf(config)('toString', 'ours')).toBe('ours')
})

test('VI-18 a widget is given the shop’s wording in its language', () => {
  const texts = { 'card.add': { en: 'Add to basket', de: 'In den Korb' }, 'card.why': 'Why?' }
  const config = { locale: 'de-DE', texts } as unknown as ShopConfig
  expect(textsOf(config)).toEqual({ 'card.add': 'In den Korb', 'card.why': 'Why?' })
  expect(textsOf({ locale: 'en' } as unknown as ShopConfig)).toEqual({})
})
