import { toMajor } from '@vitrine/protocol'

/** Writes an amount in minor units as a shopper reads it. */
export type Money = (minor: number) => string

/**
 * Amounts in the way of a language (BCP 47; the browser's own when absent or unknown) and a currency (ISO 4217).
 * Without a currency nothing is said: a number alone is no price.
 */
export function moneyIn(locale: string, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) return () => ''
  const formatIn = (language?: string) => new Intl.NumberFormat(language, { style: 'currency', currency })
  let format = formatIn()
  try {
    format = formatIn(locale || undefined)
  } catch {
    // Bad input: a page may call its language anything, and its prices must show all the same.
  }
  return minor => format.format(toMajor(minor, currency))
}
