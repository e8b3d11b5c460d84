import { openDice, pickOne } from './openDice.ts'

/** What a description may mention. */
export interface Described {
  readonly seed: string
  readonly title: string
  readonly kind: string
  readonly colours: readonly string[]
  readonly pattern: string | null
  readonly material: string | null
  readonly occasion: string | null
  readonly pieces: number
  /** The department below the top, for example "Lighting". */
  readonly shelf: string
}

/** A closing line per department: what the thing is good for. We wrote them; the data has no descriptions. */
const CLOSINGS: Readonly<Record<string, readonly string[]>> = {
  'Candles & Fragrance': [
    'Lovely on a windowsill once the evening draws in.',
    'A soft glow for the table or the bath.'
  ],
  'Kitchen & Dining': [
    'Made for long breakfasts and longer teas.',
    'Cheerful enough to leave out on the table.'
  ],
  'Bags & Lunch': [
    'Light to carry and easy to spot in a crowd.',
    'Ready for school, the office or a picnic.'
  ],
  'Stationery & Craft': ['For letters, lists and rainy afternoons.', 'A small pleasure for any desk.'],
  'Toys & Children': ['For small hands and big imaginations.', 'A present that gets played with.'],
  'Jewellery & Beauty': ['A little treat, for somebody else or for you.', 'Just the right finishing touch.'],
  'Home Decor': ['Gives a quiet corner a bit of character.', 'Looks as if it had always been there.'],
  'Cushions & Textiles': ['For curling up on the sofa.', 'Soft, warm and made to be used.'],
  Garden: ['As happy on a balcony as in a border.', 'For people who count the days until spring.'],
  Lighting: ['Turns any room into a cosier one.', 'For warm evenings, indoors or out.'],
  Party: ['Hang it up, call your friends.', 'Half the party is in the preparation.'],
  Storage: ['A tidy home for all the little things.', 'Because everything needs its place.'],
  Christmas: ['Comes out of its box every December.', 'Makes the tree, the table or the post merrier.'],
  Easter: ['For the spring table and the egg hunt.', 'Brings a bit of spring indoors.'],
  Apparel: ['Easy to wear, easy to love.', 'Goes with more than you would think.'],
  Footwear: ['Comfortable from the first step.', 'Ready to be walked in.'],
  Accessories: ['The piece that pulls an outfit together.', 'Small, useful and good-looking.']
}

const FALLBACK = [
  'A small thing that makes somebody smile.',
  'A present for the person who has everything.'
] as const

/**
 * Writes a short description by rule: what it is with its colour, pattern and material, how many pieces, and a
 * closing line of its department chosen by the product's own seed.
 */
export function describe(thing: Described): string {
  const closing = pickOne(openDice(`describe:${thing.seed}`), CLOSINGS[thing.shelf] ?? FALLBACK)
  return [opening(thing), pieces(thing.pieces), occasion(thing.occasion), closing].filter(Boolean).join(' ')
}

function opening({ seed, title, kind, colours, pattern, material }: Described): string {
  const looks: string[] = []
  if (colours.length > 0) looks.push(`in ${joined(colours.slice(0, 2).map(name => name.toLowerCase()))}`)
  const printed = pattern ? (PATTERN_PHRASES[pattern] ?? `a ${pattern} pattern`) : ''
  if (printed !== '' && !printed.includes(kind)) looks.push(`with ${printed}`)
  if (material && isNews(material, kind, colours)) looks.push(`made with ${material}`)
  if (looks.length === 0) return `${title}: ${pickOne(openDice(`opening:${seed}`), PRAISES)}.`
  const [first = ''] = kind
  return `${/s$/.test(kind) ? `${first.toUpperCase()}${kind.slice(1)}` : `${article(kind)} ${kind}`} ${looks.join(', ')}.`
}

/** What we say of a thing whose title says nothing of its looks. */
const PRAISES = [
  'one of our favourites',
  'small, cheerful and well made',
  'a little thing to be fond of',
  'simple and good'
] as const

/** A silver frame "made with silver" or a paper card "made with paper" would say nothing new. */
const isNews = (material: string, kind: string, colours: readonly string[]) =>
  !kind.includes(material) && !PAPER_KINDS.has(kind) && !colours.some(name => name.toLowerCase() === material)

const PAPER_KINDS = new Set([
  'card',
  'wrap',
  'envelope',
  'notebook',
  'sticker',
  'tag',
  'napkin',
  'tissues',
  'glass'
])

const PATTERN_PHRASES: Readonly<Record<string, string>> = {
  'union flag': 'a Union flag',
  'polka dot': 'polka dots',
  stripe: 'stripes',
  gingham: 'gingham checks',
  tartan: 'a tartan check',
  floral: 'flowers',
  lace: 'a lacy pattern',
  hearts: 'hearts',
  stars: 'stars',
  circles: 'bold circles',
  leaves: 'leaves',
  leopard: 'an animal print'
}

const article = (word: string) => (/^[aeiou]/.test(word) ? 'An' : 'A')
const joined = (names: readonly string[]) => names.join(' and ')
const pieces = (count: number) => (count > 1 ? `${count} pieces to the set.` : '')
const occasion = (name: string | null) =>
  name === 'birthday' || name === 'wedding' ? `Made for a ${name}.` : ''
