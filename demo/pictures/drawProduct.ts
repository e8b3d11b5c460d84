import { type Dice, openDice, pickOne, throwWhole } from '../catalogue/openDice.ts'
import { ACCESSORIES } from './accessories.ts'
import { BOXES } from './boxes.ts'
import { CANDLES } from './candles.ts'
import { CARRIED } from './carried.ts'
import { CLOTHES } from './clothes.ts'
import { CONTAINERS } from './containers.ts'
import { DESK } from './desk.ts'
import type { Draw, Drawings } from './drawing.ts'
import { FURNITURE } from './furniture.ts'
import { JEWELLERY } from './jewellery.ts'
import { KITCHEN } from './kitchen.ts'
import { LIGHTS } from './lights.ts'
import { MOTIFS } from './motifs.ts'
import { ORNAMENTS } from './ornaments.ts'
import { OUTDOORS } from './outdoors.ts'
import { ownOf } from './ownOf.ts'
import { PAPER } from './paper.ts'
import { PARTY } from './party.ts'
import { surfaceOf } from './patterns.ts'
import { lightness, mix, type Pen, paintsOf, type Subject } from './pen.ts'
import { block, disc, oval, shape } from './shapes.ts'
import { SHOES } from './shoes.ts'
import { TABLEWARE } from './tableware.ts'
import { TEXTILES } from './textiles.ts'
import { WALLS } from './walls.ts'

const DRAWINGS: Drawings = {
  ...CARRIED,
  ...KITCHEN,
  ...TABLEWARE,
  ...CONTAINERS,
  ...CANDLES,
  ...WALLS,
  ...FURNITURE,
  ...OUTDOORS,
  ...TEXTILES,
  ...BOXES,
  ...LIGHTS,
  ...PARTY,
  ...ORNAMENTS,
  ...JEWELLERY,
  ...ACCESSORIES,
  ...CLOTHES,
  ...SHOES,
  ...PAPER,
  ...DESK
}

/** The kinds that have a drawing of their own. Any other kind is drawn as a wrapped gift. */
export const DRAWN_KINDS: readonly string[] = Object.keys(DRAWINGS)

/** Tints behind a thing: warm, quiet, and never as strong as the thing itself. */
const BACKDROPS = [
  '#f6e9dc',
  '#f3ddd3',
  '#e6ebe0',
  '#dfe8ea',
  '#f4e6c8',
  '#eadfe6',
  '#e9e0d2',
  '#dbe6dc',
  '#f2d9cf',
  '#e2e3ee'
] as const

/** Where the copies of a set stand: x, y and scale, the ones behind first. */
const SETS: Readonly<Record<number, readonly (readonly [number, number, number])[]>> = {
  1: [[0, 4, 1.14]],
  2: [
    [-68, -22, 0.76],
    [70, 38, 0.84]
  ],
  3: [
    [-88, -44, 0.64],
    [90, -36, 0.64],
    [0, 54, 0.76]
  ],
  4: [
    [-84, -82, 0.6],
    [84, -82, 0.6],
    [-84, 84, 0.6],
    [84, 84, 0.6]
  ],
  6: [
    [-112, -76, 0.46],
    [0, -84, 0.46],
    [112, -76, 0.46],
    [-112, 66, 0.46],
    [0, 74, 0.46],
    [112, 66, 0.46]
  ]
}

/** Kinds whose drawing already shows several, or whose count is in the box: a pack of them is one drawing. */
const ALREADY_MANY = new Set([
  't-lights',
  'pencil',
  'fairy lights',
  'balloons',
  'straws',
  'magnet',
  'sticker',
  'cutlery',
  'bunting',
  'garland',
  'jigsaw',
  'game',
  'napkin',
  'tissues',
  'cake cases',
  'earrings',
  'letters',
  'sewing',
  'hair clip',
  'matches',
  'incense',
  'craft kit',
  'doll',
  'envelope'
])

/**
 * Draws a product as an SVG picture, 400 by 500, in our own flat warm style. Pure: the same subject always gives
 * the same text, of at most 4 kB for every product of the demo. Colour names, pattern, theme, material and number of
 * pieces come from the title's words; which of its forms a thing takes comes from the seed.
 */
export function drawProduct(subject: Subject): string {
  const dice = openDice(`picture:${subject.seed}`)
  const [main, trim] = paintsOf(subject)
  const id = `p${Math.floor(dice() * 0x7fffffff).toString(36)}`
  const surface = surfaceOf(subject.pattern, main, trim, id)
  const draw: Draw = ownOf(DRAWINGS, subject.kind) ?? GIFT
  const motif = drawsMotif(subject) ? (ownOf(MOTIFS, subject.theme)?.(main, trim) ?? '') : ''
  const thing = draw(penOf({ subject, main, trim, fill: surface.fill, dice, motif, id }))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" stroke-linecap="round" stroke-linejoin="round" role="img" aria-label="${escapeText(subject.title)}">` +
    `<defs>${surface.definition}${SHADOW(id)}${motif === '' ? '' : `<g id="${id}m">${motif}</g>`}<g id="${id}t">${rounded(thing)}</g></defs>` +
    `${backdrop(main, dice)}<g transform="translate(200 258) scale(${proportion(dice)})" filter="url(#${id}s)">${arrange(subject, id)}</g></svg>`
  )
}

const GIFT: Draw = DRAWINGS['gift'] ?? (() => '')

const SHADOW = (id: string) =>
  `<filter id="${id}s" x="-30%" y="-30%" width="160%" height="170%"><feDropShadow dx="0" dy="9" stdDeviation="9" flood-color="#5b3a29" flood-opacity=".26"/></filter>`

interface Box {
  readonly subject: Subject
  readonly main: string
  readonly trim: string
  readonly fill: string
  readonly dice: Dice
  /** The motif's drawing, put into the definitions once and used wherever the pen marks it. */
  readonly motif: string
  readonly id: string
}

function penOf({ subject, main, trim, fill, dice, motif, id }: Box): Pen {
  const number = (value: number) => String(Math.round(value * 100) / 100)
  return {
    main,
    trim,
    fill,
    deep: mix(main, '#3a2226', lightness(main) > 0.78 ? 0.22 : 0.34),
    pale: mix(main, '#fffaf0', 0.6),
    accent: [trim, main].find(colour => lightness(colour) < 0.72) ?? '#c06a5c',
    ink: '#43352f',
    paper: '#fbf3e3',
    wood: '#b98a5e',
    metal: '#a9b0b4',
    mark: (x, y, size) =>
      motif === ''
        ? ''
        : `<use href="#${id}m" transform="translate(${number(x)} ${number(y)}) scale(${number(size / 100)})"/>`,
    form: formsOf(subject.seed),
    dice
  }
}

/** The same question gets the same answer within a picture, so both earrings of a pair match. */
function formsOf(seed: string): (count: number) => number {
  return count => throwWhole(openDice(`form${count}:${seed}`), 0, count - 1)
}

/** A floral thing already has its flowers; a second flower on top would be one too many. */
function drawsMotif({ pattern, theme }: Subject): boolean {
  const same: Readonly<Record<string, string>> = {
    flower: 'floral',
    heart: 'hearts',
    star: 'stars',
    leaf: 'leaves'
  }
  return !pattern || ownOf(same, theme) !== pattern
}

/** A little wider or taller than its neighbour, so that two things of one form are not the same thing. */
function proportion(dice: Dice): string {
  const lean = 0.93 + dice() * 0.14
  return `${lean.toFixed(2)} ${(2 - lean).toFixed(2)}`
}

function arrange({ kind, pieces = 1 }: Subject, id: string): string {
  const count = ALREADY_MANY.has(kind) ? 1 : pieces >= 6 ? 6 : pieces === 5 ? 4 : Math.max(1, pieces)
  const places = SETS[count] ?? [[0, 4, 1.14] as const]
  return places
    .map(([x, y, scale]) => `<use href="#${id}t" transform="translate(${x} ${y}) scale(${scale})"/>`)
    .join('')
}

function backdrop(main: string, dice: () => number): string {
  const tint =
    lightness(main) > 0.82 ? mix(pickOne(dice, BACKDROPS), '#b08d78', 0.24) : pickOne(dice, BACKDROPS)
  const light = mix(tint, '#fffdf8', 0.5)
  const shapes = [
    () => disc(200, 236, 168, light),
    () => shape('M50 410V236C50 40 350 40 350 236V410Z', light),
    () => shape('M-10 350Q90 250 200 300T410 250V510H-10Z', light),
    () => shape('M70 120C150 20 330 60 352 190C376 330 300 430 190 424C60 416 10 210 70 120Z', light),
    () => block([52, 70, 296, 360, 28], light)
  ]
  const floor = oval([200, 424, 132, 15], mix(tint, '#6b4636', 0.35), ' opacity=".35"')
  return `<rect width="400" height="500" fill="${tint}"/>${pickOne(dice, shapes)()}${floor}`
}

/** A tenth of a unit is finer than any eye; what arithmetic left behind it is only weight. */
const rounded = (svg: string): string =>
  svg.replace(/\d+\.\d{3,}/g, number => String(Math.round(Number(number) * 10) / 10))

function escapeText(text: string): string {
  // Control characters other than tab and line ends may not stand in XML at all, escaped or not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  return legal.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}
