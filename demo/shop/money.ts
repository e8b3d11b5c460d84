const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Pounds as a shopper reads them: "£12.50". */
export function money(amount: number): string {
  return POUNDS.format(amount)
}
