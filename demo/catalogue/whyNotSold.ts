import { penceOf } from './penceOf.ts'

/** Why a row of the catalogue is not a thing one can buy. */
export type NotSoldReason =
  | 'postage'
  | 'fee'
  | 'adjustment'
  | 'sample'
  | 'voucher'
  | 'service'
  | 'note'
  | 'no price'

/** Codes that tills use for money that is not goods. */
const CODES: Readonly<Record<string, NotSoldReason>> = {
  POST: 'postage',
  DOT: 'postage',
  C2: 'postage',
  M: 'adjustment',
  D: 'adjustment',
  B: 'adjustment',
  S: 'sample',
  AMAZONFEE: 'fee',
  'BANK CHARGES': 'fee',
  CRUK: 'fee'
}

/** Titles that say it themselves, whatever the code. */
const TITLES: readonly (readonly [RegExp, NotSoldReason])[] = [
  [/POSTAGE|CARRIAGE$|PACKING CHARGE/, 'postage'],
  [/BANK CHARGE|AMAZON FEE|COMMISSION/, 'fee'],
  [/^ADJUST|^MANUAL$|^DISCOUNT$|BAD DEBT/, 'adjustment'],
  [/^SAMPLES?$/, 'sample'],
  [/GIFT VOUCHER/, 'voucher'],
  [/HIGH RESOLUTION IMAGE/, 'service']
]

/**
 * Says why a row of the giftware catalogue is not sold, or `null` when it is. Tried in this order: the till's
 * own codes; what the title says; a stock-room note (no upper-case letter, a question mark, or shorter than
 * three letters: "check", "damages", "?"); a price below a penny or finer than one.
 */
export function whyNotSold(row: { itemId: string; title: string; price: string }): NotSoldReason | null {
  const byCode = CODES[row.itemId]
  if (byCode) return byCode
  const title = row.title.trim().toUpperCase()
  const byTitle = TITLES.find(([words]) => words.test(title))
  if (byTitle) return byTitle[1]
  if (isNote(row.title)) return 'note'
  const pence = penceOf(row.price)
  return pence === null || pence <= 0 ? 'no price' : null
}

function isNote(title: string): boolean {
  const letters = title.replace(/[^A-Za-z]/g, '')
  return letters.length < 3 || letters === letters.toLowerCase() || title.includes('?')
}
