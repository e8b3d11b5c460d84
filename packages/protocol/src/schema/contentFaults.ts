import { safeUrl } from '../url.ts'
import { BLANKS, type Blank } from '../words.ts'
import type { Content, ShopConfig } from './config.ts'
import type { Fault } from './firstFault.ts'
import type { RecommendRequest } from './recommend.ts'

/** As `RecommendRequest` has it where it names none. */
const DEFAULT_LIMIT = 12

/** How each widget can look; one that stands inside a form of the shop has no layout of its own. */
const LAYOUTS: Readonly<Record<Content['widget'], readonly Content['layout'][]>> = {
  carousel: ['row', 'grid'],
  banner: ['hero', 'bar', 'inline'],
  popup: ['modal', 'corner'],
  restock: []
}

/** What an address can hold: money and a product's name are none. */
const LINK_BLANKS: readonly Blank[] = ['department', 'size']

/** What no schema can say of a variant's content: that its links lead where they may, its layout is its widget's, its blanks can be filled, a banner or popup says anything. */
export function* contentFaults(
  content: Content,
  field: string,
  { freeShipping }: ShopConfig
): Generator<Fault> {
  for (const name of ['link', 'image'] as const)
    if (content[name] !== undefined && safeUrl(content[name]) === undefined)
      yield { field: `${field}/${name}`, problem: 'must be an http(s) or relative URL' }
  const layouts = LAYOUTS[content.widget]
  if (content.layout !== undefined && !layouts.includes(content.layout))
    yield {
      field: `${field}/layout`,
      problem: `must be ${layouts.join(' or ') || 'left out'} for a ${content.widget}`
    }
  yield* textFaults(content, field, freeShipping !== undefined)
  const isPromo = content.widget === 'banner' || content.widget === 'popup'
  if (isPromo && !wordsOf(content.title) && !wordsOf(content.text))
    yield { field: `${field}/title`, problem: 'is missing, and so is a text' }
  if (content.products) yield* requestFaults(content.products, `${field}/products`)
}

function* textFaults(content: Content, field: string, hasGap: boolean): Generator<Fault> {
  for (const name of ['title', 'text', 'button', 'decline', 'reason'] as const) {
    const text = wordsOf(content[name])
    yield* blankFaults(text, `${field}/${name}`, BLANKS)
    if (text.includes('{gap}') && !hasGap)
      yield { field: `${field}/${name}`, problem: 'holds {gap}, which takes freeShipping' }
  }
  yield* blankFaults(content.link, `${field}/link`, LINK_BLANKS)
  yield* blankFaults(content.image, `${field}/image`, [])
}

/** In every language it is written in. */
function wordsOf(words: Content['text'] = ''): string {
  return typeof words === 'string' ? words : Object.values(words).join(' ')
}

function* blankFaults(text = '', field: string, known: readonly Blank[]): Generator<Fault> {
  for (const [blank, name] of text.matchAll(/\{(\w+)\}/g))
    if (!known.some(one => one === name))
      yield {
        field,
        problem: `holds ${blank}, where ${known.map(one => `{${one}}`).join(' ') || 'none'} can be`
      }
}

function* requestFaults(
  { minItems = 1, limit = DEFAULT_LIMIT }: RecommendRequest,
  field: string
): Generator<Fault> {
  if (minItems > limit) yield { field: `${field}/minItems`, problem: `must be at most the limit, ${limit}` }
}
