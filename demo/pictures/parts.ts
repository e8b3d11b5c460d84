import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, shape, starPath, taper } from './shapes.ts'

/** A round body's half widths at top and bottom, where it begins and ends, and how round its foot is. */
export interface Form {
  readonly top: number
  readonly bottom: number
  readonly y0: number
  readonly y1: number
  readonly r?: number
}

/** A round body seen from the front: surface, shaded side, shine, and its opening. */
export function body(pen: Pen, { top, bottom, y0, y1, r = 16 }: Form, fill = pen.fill): string {
  const height = y1 - y0
  const shine = `M${-top * 0.72} ${y0 + height * 0.2}L${-(top * 0.35 + bottom * 0.37)} ${y1 - height * 0.25}`
  return (
    shape(taper(top, bottom, y0, y1, r), fill) +
    shape(
      `M${top * 0.45} ${y0}H${top}L${bottom} ${y1 - r}Q${bottom} ${y1} ${bottom - r} ${y1}H${bottom * 0.3}Z`,
      '#2b1c16',
      DIM
    ) +
    line(shine, '#fff', 7, ' opacity=".38"') +
    oval([0, y0, top, Math.max(5, top * 0.13)], pen.deep)
  )
}

/** A domed lid with its knob. */
export const lid = (pen: Pen, y: number, half: number) =>
  shape(`M${-half} ${y}Q0 ${y - half * 0.7} ${half} ${y}Z`, pen.trim) +
  disc(0, y - half * 0.42, half * 0.16, pen.deep)

/** A paper label with the motif, or with two lines that stand for writing. */
export function label(pen: Pen, y: number): string {
  const motif = pen.mark(0, y, 62)
  return (
    block([-44, y - 36, 88, 72, 10], pen.paper, ' opacity=".94"') +
    (motif || line(`M-24 ${y - 8}H24M-16 ${y + 10}H16`, pen.accent, 5))
  )
}

/** The gold of clasps and buckles. */
export const GOLD = '#d0a955'

/** Gold or silver: the metal a piece of jewellery hangs on. */
export const metalOf = (pen: Pen) => (pen.form(2) === 0 ? GOLD : '#c4c9ce')

/** What is printed on the front of a card or a book: the motif, or a heart, flower or star. */
export const front = (pen: Pen, size: number) =>
  pen.mark(0, 0, size) ||
  [
    () => shape(heartPath(size * 0.36), pen.accent),
    () => move(0, 0, flower(size * 0.42, pen.accent, '#eec44f', 7)),
    () => shape(starPath(size * 0.42), pen.accent)
  ][pen.form(3)]?.() ||
  ''
