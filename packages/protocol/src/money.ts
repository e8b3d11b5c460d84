import { bad, good, type Result } from './result.ts'
import { currencyCode, number, text } from './shape.ts'

// ISO 4217 minor units where they are not 2. Intl's digits follow CLDR and differ (e.g. for UGX history), so the list is ours.
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'
const FOUR_DIGITS = 'CLF UYW'

/**
 * Decimal digits of a currency's minor unit by ISO 4217: GBP 2, JPY 0, KWD 3.
 *
 * @param currency - As `parseCurrency` gives it.
 */
export function minorDigits(currency: string): number {
  if (NO_DIGITS.includes(currency)) return 0
  if (THREE_DIGITS.includes(currency)) return 3
  return FOUR_DIGITS.includes(currency) ? 4 : 2
}

/**
 * A currency code as ISO 4217 has it: three upper-case letters.
 *
 * @param field - How the sender names the field, for the refusal.
 */
export function parseCurrency(value: unknown, field = 'currency'): Result<string> {
  const code = currencyCode(text(value)?.trim().toUpperCase())
  return code ? good(code) : bad(field, 'is no currency')
}

/**
 * Reads an amount in major units (`12.5`, `"12.50"`, `"2,000.00"`; never a locale's comma) as whole minor units.
 * Rounded half away from zero; exact for every amount that `Number.MAX_SAFE_INTEGER` minor units can hold.
 *
 * @param field - How the sender names the field, for the refusal.
 */
export function parseAmount(value: unknown, currency: string, field = 'price'): Result<number> {
  // An exponent (1e-7, 1e21) is below every minor unit or above every price; toFixed writes the small ones plainly.
  const plain = number(value)?.toFixed(6) ?? text(value)?.trim() ?? ''
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$/.test(plain)) return bad(field, 'is no amount')
  // Moved by its exponent, not multiplied: 1.005 times 100 is less than 100.5.
  const exact = Number(`${plain.replaceAll(',', '')}e${minorDigits(currency)}`)
  const minor = Math.sign(exact) * Math.round(Math.abs(exact)) || 0
  return Number.isSafeInteger(minor) ? good(minor) : bad(field, 'is no amount')
}

/** Minor units as a number of major units (`1250` GBP → `12.5`), as GA4 wants them. */
export function toMajor(minor: number, currency: string): number {
  return Number(`${minor}e-${minorDigits(currency)}`)
}
