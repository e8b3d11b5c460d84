import { expect, test } from 'vitest'
import { parsePriceText } from './priceText.ts'

test.each([
  [12.5, 'GBP', 1250],
  ['£1,234.50', 'GBP', 123450],
  ['1.234,56 €', 'EUR', 123456],
  ['1 234,5 zł', 'PLN', 123450],
  ['1’234.50', 'CHF', 123450],
  ['2,000', 'USD', 200000],
  ['12,5', 'EUR', 1250],
  ['15.0000', 'EUR', 1500],
  ['1.234.567', 'EUR', 123456700],
  ['$24.990', 'CLP', 24990],
  ['￥1,200', 'JPY', 1200],
  ['1.234', 'KWD', 1234],
  ['٢٤٫٩٠', 'SAR', 2490],
  ['Rs. 1,299.00', 'INR', 129900],
  ['12.-', 'CHF', 1200],
  ['from 10 to 20', 'GBP', undefined],
  ['free', 'GBP', undefined],
  ['-5', 'GBP', undefined],
  [Number.NaN, 'GBP', undefined],
  [{}, 'GBP', undefined]
])('TK-13 reads %j in %s as %j', (text, currency, minor) => {
  expect(parsePriceText(text, currency)).toBe(minor)
})
