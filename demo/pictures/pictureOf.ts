import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { openDice, pickOne } from '../catalogue/openDice.ts'
import { drawProduct } from './drawProduct.ts'
import { glyphOf } from './glyphs.ts'
import { ownOf } from './ownOf.ts'

/** What to picture on a thing whose title names an occasion and nothing to see. */
const OCCASION_MOTIFS: Readonly<Record<string, readonly string[]>> = {
  christmas: ['christmas tree', 'holly', 'snowflake', 'santa', 'reindeer', 'snowman', 'bird'],
  easter: ['rabbit', 'hen', 'flower'],
  birthday: ['cake', 'star', 'heart'],
  wedding: ['heart', 'bird'],
  "valentine's day": ['heart']
}

/** Kinds that are the occasion already and need no motif on top. */
const PLAIN_KINDS = new Set([
  'christmas tree',
  'easter egg',
  'balloons',
  'bauble',
  'bell',
  'wreath',
  'star',
  'heart',
  'candle'
])

/**
 * Draws a product of the demo shop, or one colour of it.
 *
 * @param itemId - A variant's id, to get its colour; the first variant's colour otherwise.
 */
export function pictureOf(product: DemoProduct, itemId?: string): string {
  const variant = product.variants.find(one => one.itemId === itemId) ?? product.variants[0]
  const glyph = glyphOf(product.title)
  const { itemGroupId, kind, pattern, material, pieces, title } = product
  return drawProduct({
    kind,
    pattern,
    material,
    pieces,
    theme: glyph ? `glyph ${glyph}` : (product.theme ?? occasionMotif(product)),
    colours: variant?.colours ?? [],
    title: itemId === undefined ? title : (variant?.title ?? title),
    seed: itemGroupId
  })
}

function occasionMotif({ occasion, kind, itemGroupId }: DemoProduct): string | null {
  const motifs = ownOf(OCCASION_MOTIFS, occasion)
  return motifs && !PLAIN_KINDS.has(kind) ? pickOne(openDice(`motif:${itemGroupId}`), motifs) : null
}
