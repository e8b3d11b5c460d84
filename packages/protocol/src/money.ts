import { bad, good, type Result } from './result.ts'

// ISO 4217 minor units where they are not 2. Intl's digits follow CLDR and differ (e.g. for UGX history), so the table is ours.
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0])
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3])),
  CLF: 4,
  UYW: 4
}

/** Decimal digits of a currency's minor unit by ISO 4217: GBP 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2
}

/**
 * A currency code as ISO 4217 has it: three upper-case letters.
 *
 * @param field - How the sender names the field, for the refusal.
 */
export function parseCurrency(value: unknown, field = 'currency'): Result<string> {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : ''
  return /^[A-Z]{3}$/.test(code) ? good(code) : bad(field, 'must be three letters of ISO 4217')
}

/**
 * Reads an amount in major units (`12.5`, `"12.50"`, `"2,000.00"`; never a locale's comma) as whole minor units.
 * Rounded half away from zero; exact for every decimal with at most 15 digits.
 *
 * @param field - How the sender names the field, for the refusal.
 */
export function parseAmount(value: unknown, currency: string, field = 'price'): Result<number> {
  const text = typeof value === 'number' ? plainDecimal(value) : typeof value === 'string' ? value.trim() : ''
  const found = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d*))?$/.exec(text)
  if (!found) return bad(field, 'must be an amount such as 12.50')
  const [, sign, whole = '', fraction = ''] = found
  const digits = minorDigits(currency)
  const kept = Number(whole.replaceAll(',', '') + fraction.slice(0, digits).padEnd(digits, '0'))
  const minor = kept + (Number(fraction[digits] ?? 0) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(minor)) return bad(field, 'is too large an amount')
  return good(sign === '-' && minor !== 0 ? -minor : minor)
}

/** Minor units as a number of major units (`1250` GBP → `12.5`), as GA4 wants them. */
export function toMajor(minor: number, currency: string): number {
  return Number(`${minor}e-${minorDigits(currency)}`)
}

function plainDecimal(value: number): string {
  // Exponents ("1e-7") are below every minor unit or above every price; toFixed writes them plainly.
  return Number.isFinite(value) ? (/e/.test(String(value)) ? value.toFixed(6) : String(value)) : ''
}
