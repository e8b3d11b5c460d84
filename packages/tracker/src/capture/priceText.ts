import { minorDigits, parseAmount } from '@vitrine/protocol'

/**
 * An amount as a page writes it: `12.5`, `"£1,234.50"`, `"1.234,56 €"`, `"1’234.50"`, `"٢٤٫٩٠"`, `"$24.990"` in pesos.
 * The currency decides what three digits after the only separator mean: where it has no such decimals, thousands.
 *
 * @returns Whole minor units; `undefined` when the text is no price, or holds two.
 */
export function parsePriceText(value: unknown, currency: string): number | undefined {
  if (typeof value === 'number') return amount(value, currency)
  if (typeof value !== 'string' || value.length > 60) return undefined
  const text = value
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/(\d)[\s\u00a0\u202f'’](?=\d{3})/g, '$1')
  const found = text.match(/-?\d[\d.,]*/g) ?? []
  const [only] = found
  return only !== undefined && found.length === 1 ? amount(plain(only, currency), currency) : undefined
}

/** The same number with a point for its decimals and nothing else. */
function plain(text: string, currency: string): string {
  const number = text.replace(/[.,]+$/, '')
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last < 0) return number
  const mark = number[last] ?? ''
  const other = mark === '.' ? ',' : '.'
  const whole = number.slice(0, last).replaceAll(other, '')
  const isOnly = !number.includes(other)
  const after = number.length - last - 1
  const isThousands =
    isOnly && (whole.includes(mark) || (after === 3 && isGroup(mark, minorDigits(currency))))
  return isThousands ? number.replaceAll(mark, '') : `${whole.replaceAll(mark, '')}.${number.slice(last + 1)}`
}

/** `1,234` is grouped nearly everywhere; `1.234` is what a machine writes, but not where there are no decimals. */
function isGroup(mark: string, digits: number): boolean {
  return mark === ',' ? digits < 3 : digits === 0
}

function amount(value: number | string, currency: string): number | undefined {
  const read = parseAmount(value, currency)
  return read.ok && read.value >= 0 ? read.value : undefined
}
