import { PAINTS } from '../catalogue/colourWords.ts'
import { type Dice, openDice, pickOne } from '../catalogue/openDice.ts'

import { ownOf } from './ownOf.ts'

/** What the illustrator is told about a product. */
export interface Subject {
  readonly kind: string
  /** Colour names as the catalogue has them ("Light blue"). Unknown names are ignored. */
  readonly colours: readonly string[]
  readonly pattern?: string | null
  readonly theme?: string | null
  readonly material?: string | null
  /** How many pieces one buys; up to six are shown. */
  readonly pieces?: number
  /** For screen readers. It is text: any markup in it is escaped. */
  readonly title: string
  /** The same seed draws the same picture; the item's id is a good one. */
  readonly seed: string
}

/** What a drawing is made with: colours that go together, a surface, a motif and the dice. */
export interface Pen {
  /** The main colour, plain. */
  readonly main: string
  /** The main surface: the pattern where there is one, else the main colour. */
  readonly fill: string
  /** The main colour in shade. */
  readonly deep: string
  /** The main colour in light. */
  readonly pale: string
  /** The second colour. */
  readonly trim: string
  /** A colour of the thing that shows on paper: the second colour, or the first where the second is pale. */
  readonly accent: string
  /** A warm near-black for small dark parts. */
  readonly ink: string
  /** A warm near-white. */
  readonly paper: string
  /** Wood, and its shade. */
  readonly wood: string
  readonly metal: string
  /** The theme's motif centred at a point, in a box of `size`; nothing when the thing has no theme. */
  readonly mark: (x: number, y: number, size: number) => string
  /** A whole number below `count`: which of its forms the thing takes. */
  readonly form: (count: number) => number
  readonly dice: Dice
}

/** Pairs that look well together, for things whose title names no colour. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['#c8433f', '#f4e6d2'],
  ['#e58fa5', '#f6ead8'],
  ['#5b88b8', '#f3e8d5'],
  ['#6fa06a', '#f5e9cf'],
  ['#eec44f', '#fbf3e2'],
  ['#dd8a45', '#f7ead3'],
  ['#8565a8', '#f1e4ec'],
  ['#4fa9ab', '#f6ecd9'],
  ['#eb9c80', '#fbf0e0'],
  ['#aed4bd', '#c8433f'],
  ['#f1e6cd', '#c8433f'],
  ['#a9cfe3', '#eb9c80'],
  ['#cf6f74', '#f3dfc1'],
  ['#7d9c8b', '#f3dcc2'],
  ['#d6bf9c', '#7d5a4a'],
  ['#3f6f8f', '#f0c987']
]

/** What a material looks like where the title names no colour. */
const MATERIALS: Readonly<Record<string, readonly [string, string]>> = {
  wood: ['#c49a6c', '#8a5f3f'],
  wicker: ['#cda873', '#8f6a42'],
  zinc: ['#aab3b8', '#6d777d'],
  silver: ['#c4c9ce', '#868d94'],
  metal: ['#9aa7ad', '#58646b'],
  wire: ['#8f979b', '#5d6569'],
  gold: ['#d0a955', '#8f6f2b'],
  glass: ['#cfe3e4', '#8fb8bd'],
  slate: ['#565d63', '#d9d4c7'],
  leather: ['#9a6a45', '#5f3f2a'],
  enamel: ['#f2ead8', '#4f7ea6'],
  paper: ['#f1e3c9', '#c96f5d']
}

/** Picks the colours of a picture: named ones first, then the material's, then a seeded pair. */
export function paintsOf(subject: Subject): readonly [main: string, trim: string] {
  const named = subject.colours.flatMap(name => PAINTS.get(name) ?? [])
  const fallback = ownOf(MATERIALS, subject.material) ?? pickOne(openDice(`pair:${subject.seed}`), PAIRS)
  const [main = fallback[0], second] = named
  return [main, second ?? companion(main, fallback)]
}

/** A second colour that can be told from the first. */
function companion(main: string, [first, second]: readonly [string, string]): string {
  if (main === first) return second
  if (lightness(main) > 0.78) return lightness(first) < 0.7 ? first : '#b9605c'
  return '#f6ecd9'
}

/** How light a colour is, from 0 to 1, weighted as the eye weighs it (Rec. 601 luma). */
export function lightness(colour: string): number {
  const [red, green, blue] = channels(colour)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

/** Mixes two colours; `share` 0 is the first, 1 the second. */
export function mix(one: string, other: string, share: number): string {
  const others = channels(other)
  const mixed = channels(one).map((value, index) =>
    Math.round(value + ((others[index] ?? 0) - value) * share)
  )
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
