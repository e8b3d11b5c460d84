import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PAINTS } from '../catalogue/colourWords.ts'
import { demoProducts } from '../catalogue/products.ts'
import { DRAWN_KINDS, drawProduct } from './drawProduct.ts'
import { GLYPHS, glyphOf } from './glyphs.ts'
import { MOTIFS } from './motifs.ts'
import type { Subject } from './pen.ts'
import { pictureOf } from './pictureOf.ts'

const MUG: Subject = { kind: 'mug', colours: ['Red'], title: 'Red Mug', seed: '21071' }

/**
 * A strict little reader of the XML our pictures use: tags nest, attributes are quoted once and hold neither "<"
 * nor a bare "&", and nothing stands between tags. Returns what is wrong, or null.
 */
function whatIsWrong(xml: string): string | null {
  const open: string[] = []
  let at = 0
  for (const tag of xml.matchAll(TAG)) {
    if (tag.index !== at || (at > 0 && open.length === 0))
      return `not a tag of one root at ${xml.slice(at, at + 60)}`
    at += tag[0].length
    const wrong = follow(tag, open)
    if (wrong) return wrong
  }
  return at === xml.length && open.length === 0
    ? null
    : `ends at ${xml.slice(at, at + 60)} with ${open.join()} open`
}

const TAG = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z][\w:-]*="(?:[^"<&]|&#\d+;)*")*)(\/?)>/g

function follow(
  [whole, closing, name = '', attributes = '', single]: RegExpExecArray,
  open: string[]
): string | null {
  const names = [...attributes.matchAll(/ ([\w:-]+)="/g)].map(found => found[1])
  if (new Set(names).size !== names.length) return `an attribute twice in ${whole}`
  if (closing) return open.pop() === name ? null : `${whole} closes nothing`
  if (!single) open.push(name)
  return null
}

const subjects = fc.record({
  kind: fc.oneof(fc.constantFrom(...DRAWN_KINDS), fc.string()),
  colours: fc.array(fc.oneof(fc.constantFrom(...PAINTS.keys()), fc.string()), { maxLength: 3 }),
  pattern: fc.oneof(
    fc.constantFrom(
      'polka dot',
      'stripe',
      'gingham',
      'tartan',
      'floral',
      'hearts',
      'stars',
      'circles',
      'lace',
      'paisley',
      'leaves',
      'leopard',
      'camouflage',
      'union flag',
      null
    ),
    fc.string()
  ),
  theme: fc.oneof(fc.constantFrom(...Object.keys(MOTIFS), null), fc.string()),
  material: fc.constantFrom('wood', 'glass', 'zinc', null),
  pieces: fc.integer({ min: -1, max: 300 }),
  title: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>alert(1)</script>', '" onload="alert(1)', ']]>&amp;<!--', '\u0000\ud800\uffff')
  ),
  seed: fc.string()
})

test('DD-21 is well-formed XML whatever the subject holds', () => {
  expect(whatIsWrong('<a><b></a></b>')).not.toBeNull()
  expect(whatIsWrong('<a x="1" x="2"/>')).not.toBeNull()
  expect(whatIsWrong('<a>text</a>')).not.toBeNull()
  fc.assert(
    fc.property(subjects, subject => {
      const svg = drawProduct(subject)
      expect(whatIsWrong(svg)).toBeNull()
      expect(svg.replace(/ aria-label="[^"]*"/, '')).not.toMatch(
        /undefined|NaN|<script|<foreignObject|\son\w+=/i
      )
    }),
    { numRuns: 1500 }
  )
})

test('DD-21 the title is the label and nothing else', () => {
  const titled = (title: string) => drawProduct({ ...MUG, title })
  expect(titled('<script>alert("1")</script>')).toContain(
    'aria-label="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;"'
  )
  const label = / aria-label="[^"]*"/
  expect(titled('Tea & <b>Cake</b>').replace(label, '')).toBe(titled('Red Mug').replace(label, ''))
})

test('DD-20 draws the same subject the same, and another seed differently', () => {
  fc.assert(fc.property(subjects, subject => drawProduct(subject) === drawProduct({ ...subject })))
  const lanterns = Array.from({ length: 12 }, (_, seed) =>
    drawProduct({ kind: 'lantern', colours: ['White'], title: 'Lantern', seed: `${seed}` })
  )
  const things = new Set(lanterns.map(svg => /<g id="\w+t">(.*?)<\/g><\/defs>/.exec(svg)?.[1]))
  expect(things.size).toBeGreaterThanOrEqual(4)
  expect(new Set(lanterns).size).toBe(12)
})

test('DD-22 no picture of the catalogue is larger than 4 kB, most are under 2 kB, and all are well-formed', async () => {
  const pictures = (await demoProducts(Date.UTC(2026, 10, 21))).map(product => pictureOf(product))
  const sizes = pictures.map(svg => Buffer.byteLength(svg)).sort((a, b) => a - b)
  expect(sizes.at(-1)).toBeLessThanOrEqual(4096)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(2000)
  for (const svg of pictures) expect(whatIsWrong(svg)).toBeNull()
}, 60_000)

test('DD-21 words that every object knows are no kinds, themes or patterns', () => {
  const odd = drawProduct({
    ...MUG,
    kind: 'constructor',
    theme: 'toString',
    pattern: 'valueOf',
    material: '__proto__'
  })
  expect(odd).toBe(drawProduct({ ...MUG, kind: 'gift' }))
})

test('DD-22 a kind nobody has drawn is a wrapped gift', () => {
  const drawn = (kind: string) => drawProduct({ ...MUG, kind })
  expect(drawn('sputnik')).toBe(drawn('gift'))
  expect(drawn('sputnik')).not.toBe(drawn('mug'))
})

test('DD-23 paints in the colour the title names', () => {
  for (const [name, paint] of PAINTS) expect(drawProduct({ ...MUG, colours: [name] })).toContain(paint)
  expect(drawProduct({ ...MUG, kind: 'tea cup', colours: ['Red', 'Blue'] })).toContain(PAINTS.get('Blue'))
})

test('DD-24 a set shows several of the thing', () => {
  const shown = (pieces: number, kind = 'mug') =>
    drawProduct({ ...MUG, kind, pieces }).match(/<use href="#\w+t"/g)?.length
  expect([1, 2, 3, 4, 6, 12].map(pieces => shown(pieces))).toEqual([1, 2, 3, 4, 6, 6])
  expect(shown(0)).toBe(1)
  expect(shown(12, 'pencil')).toBe(1)
})

test('DD-23, DD-24 pictures a colour of a product when asked for it', async () => {
  const products = await demoProducts(Date.UTC(2026, 10, 21))
  const parasol = products.find(({ itemGroupId }) => itemGroupId === 'G15044A')
  if (!parasol) throw new Error('the parasol is in the catalogue')
  expect(pictureOf(parasol, '15044B')).toContain(PAINTS.get('Blue'))
  expect(pictureOf(parasol, '15044A')).toContain(PAINTS.get('Pink'))
  expect(pictureOf(parasol, '15044A')).not.toBe(pictureOf(parasol, '15044B'))
}, 60_000)

test('DD-20 tells key rings and door numbers apart by the letter or digit they show', async () => {
  const products = await demoProducts(Date.UTC(2026, 10, 21))
  const shown = products.filter(({ title }) => glyphOf(title) !== null)
  expect(shown.length).toBeGreaterThan(50)
  for (const product of shown) {
    const glyph = glyphOf(product.title) ?? ''
    expect(product.title).toContain(glyph)
    expect(pictureOf(product)).toContain(GLYPHS[glyph])
    expect(pictureOf(product)).toMatch(/<use href="#\w+m"/)
  }
  expect(glyphOf('White Metal Lantern 3')).toBeNull()
}, 60_000)
