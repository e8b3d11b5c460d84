/** One stock code of the giftware catalogue, after codes that differ only in case became one. */
export interface GiftRow {
  /** The stock code in upper case, which is also the `item_id`. */
  readonly itemId: string
  /** The title as given. */
  readonly title: string
  /** The median price as given, a decimal in pounds. */
  readonly price: string
  /** How many order lines the given data has for this code, over all its spellings. */
  readonly lineCount: number
}

/**
 * Parses `catalogue.tsv`. Codes that differ only in case ("85132c", "85132C") are one item: title and price come
 * from the spelling with the most order lines, because the other spelling is another till's, whose prices
 * include tax.
 *
 * @throws {Error} When a line has not four fields: the committed file is broken, which is a bug.
 */
export function parseGiftRows(text: string): readonly GiftRow[] {
  const best = new Map<string, GiftRow & { readonly ownCount: number }>()
  for (const line of text.split('\n').slice(1)) {
    if (line === '') continue
    const [code, title, price, lines] = line.split('\t')
    if (code === undefined || title === undefined || price === undefined || lines === undefined) {
      throw new Error(`catalogue.tsv: a line has not four fields: ${line}`)
    }
    const itemId = code.toUpperCase()
    const ownCount = Number(lines)
    const known = best.get(itemId)
    const lineCount = ownCount + (known?.lineCount ?? 0)
    const wins = !known || ownCount > known.ownCount
    best.set(itemId, wins ? { itemId, title, price, lineCount, ownCount } : { ...known, lineCount })
  }
  return [...best.values()].map(({ itemId, title, price, lineCount }) => ({
    itemId,
    title,
    price,
    lineCount
  }))
}
