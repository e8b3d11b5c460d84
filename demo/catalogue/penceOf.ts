/**
 * Reads a decimal price as whole pence, digit by digit, so no binary fraction is ever involved.
 *
 * @param text - A plain decimal such as "2.55", "-11062.06" or "18".
 * @returns Pence, negative for a negative price; `null` when the text is no decimal or finer than a penny.
 */
export function penceOf(text: string): number | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return null
  const [, sign = '', pounds = '', fraction = ''] = parts
  if (/[1-9]/.test(fraction.slice(2))) return null
  const pence = Number(pounds) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  return sign === '' || pence === 0 ? pence : -pence
}

/** Writes whole pence as Google Merchant wants a price: "2.55 GBP". */
export function priceText(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0')
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)} GBP`
}
