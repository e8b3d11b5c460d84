import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'

/** What a thing costs now and, where it is reduced, what it cost before. In pence. */
export interface Price {
  readonly now: number
  readonly before?: number
  /** True when other variants cost more. */
  readonly from?: boolean
}

/** The price of a variant. */
export function priceOfVariant({ pricePence, salePricePence }: DemoVariant): Price {
  return salePricePence === null ? { now: pricePence } : { now: salePricePence, before: pricePence }
}

/** The lowest price of a product. */
export function priceOf({ variants }: DemoProduct): Price {
  const prices = variants.map(priceOfVariant).sort((a, b) => a.now - b.now)
  const [lowest = { now: 0 }] = prices
  return prices.some(({ now }) => now > lowest.now) ? { ...lowest, from: true } : lowest
}

const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Pence as a shopper reads them: "£12.50". */
export function pounds(pence: number): string {
  return POUNDS.format(pence / 100)
}
