import { AVAILABILITIES, type Availability } from './words.ts'

// How feeds, schema.org, WooCommerce, Open Graph and Meta say it where it is not simply the name, squeezed to letters only.
const SAID: readonly (readonly [said: string, Availability])[] = [
  ['oos', 'out_of_stock'],
  ['onbackorder', 'backorder'],
  ['availablefororder', 'backorder'],
  ['pending', 'preorder'],
  ['available', 'in_stock']
]

const PURCHASABLE: readonly Availability[] = [
  'in_stock',
  'preorder',
  'backorder',
  'online_only',
  'limited_availability',
  'made_to_order',
  'presale'
]

/**
 * An availability in whatever words a feed or page has it: `in stock`, `InStock`, `https://schema.org/BackOrder`, `onbackorder`.
 *
 * @returns `undefined` for what is none of them: not known is not the same as sold out.
 */
export function parseAvailability(value: unknown): Availability | undefined {
  if (typeof value !== 'string') return undefined
  const word = value
    .replace(/^.*[/#]/, '')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
  const name = AVAILABILITIES.find(known => known.replaceAll('_', '') === word)
  return name ?? SAID.find(([said]) => said === word)?.[1]
}

/** Whether a shopper can order it now. A backorder can be ordered; what is only in the store cannot. */
export function isPurchasable(availability: Availability): boolean {
  return PURCHASABLE.includes(availability)
}
