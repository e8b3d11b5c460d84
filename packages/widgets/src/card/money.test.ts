import { expect, test } from 'vitest'
import { moneyIn } from './money.ts'

test('WD-12 knows how many digits a currency has, and an unknown language is no obstacle', () => {
  expect(moneyIn('en-GB', 'GBP')(1250)).toBe('£12.50')
  expect(moneyIn('ja-JP', 'JPY')(1250)).toBe('￥1,250')
  expect(moneyIn('en', 'KWD')(1250)).toBe('KWD\u00a01.250')
  expect(moneyIn('', 'GBP')(1250)).toMatch(/12.50/)
  expect(moneyIn('not a language', 'GBP')(1250)).toMatch(/12.50/)
  expect(moneyIn('en-GB', '')(1250)).toBe('')
  expect(moneyIn('en-GB', 'pounds')(1250)).toBe('')
})
