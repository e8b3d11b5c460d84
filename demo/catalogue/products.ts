import { clothing, parseClothingRows } from './clothing.ts'
import { demoText } from './demoFile.ts'
import type { DemoProduct } from './demoProduct.ts'
import { firstSales } from './firstSales.ts'
import { parseGiftRows } from './giftRows.ts'
import { giftware } from './giftware.ts'
import { shiftYears, yearsToPresent } from './shiftYears.ts'

/** Everything the shop sells, and what of the given data it does not. */
export interface DemoCatalogue {
  readonly products: readonly DemoProduct[]
  /** Rows of the given files that are no products, by reason. */
  readonly notSold: Readonly<Record<string, number>>
}

/** The first moment of the given orders, for a product never sold in them. */
const OLDEST_ORDER_AT = 1_291_191_960_000

/**
 * Makes the demo shop's catalogue from the committed data: the same for the same `now`.
 *
 * @param now - Epoch ms. Days of arrival are moved with the orders.
 */
export async function demoCatalogue(now: number): Promise<DemoCatalogue> {
  const years = yearsToPresent(now)
  const sold = new Map([...(await firstSales())].map(([itemId, at]) => [itemId, shiftYears(at, years)]))
  const gifts = giftware(parseGiftRows(demoText('catalogue.tsv')), sold, shiftYears(OLDEST_ORDER_AT, years))
  const clothes = clothing(parseClothingRows(demoText('clothing.json')), now)
  return {
    products: [...gifts.products, ...clothes.products],
    notSold: Object.fromEntries([...gifts.notSold, ...clothes.notSold])
  }
}

/** The products alone. */
export async function demoProducts(now: number): Promise<readonly DemoProduct[]> {
  return (await demoCatalogue(now)).products
}
