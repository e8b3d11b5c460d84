/** Numbers in a drawing need no more than a tenth of a unit. */
const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A filled path. */
export const shape = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more}/>`

/** A line. Its ends are round because the whole picture's are. */
export const line = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${more}/>`

/** A rectangle with rounded corners. */
export const block = (
  box: readonly [x: number, y: number, w: number, h: number, r?: number],
  fill: string,
  more = ''
): string =>
  `<rect x="${n(box[0])}" y="${n(box[1])}" width="${n(box[2])}" height="${n(box[3])}" rx="${n(box[4] ?? 6)}" fill="${fill}"${more}/>`

/** A centre at nought goes without saying. */
const centre = (x: number, y: number): string =>
  `${x === 0 ? '' : ` cx="${n(x)}"`}${y === 0 ? '' : ` cy="${n(y)}"`}`

/** A circle. */
export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle${centre(x, y)} r="${n(r)}" fill="${fill}"${more}/>`

/** An ellipse. */
export const oval = (
  at: readonly [x: number, y: number, rx: number, ry: number],
  fill: string,
  more = ''
): string => `<ellipse${centre(at[0], at[1])} rx="${n(at[2])}" ry="${n(at[3])}" fill="${fill}"${more}/>`

/** The same drawing moved, and then turned or scaled. */
export const move = (x: number, y: number, inner: string, more = ''): string =>
  `<g transform="${[x || y ? `translate(${n(x)} ${n(y)})` : '', more].join(' ').trim()}">${inner}</g>`

/** Repeats a drawing `count` times. */
export const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

/** Half as dark as a shadow: for the side away from the light. */
export const DIM = ' opacity=".12"'

/** A trapezoid that stands: half widths at top and bottom, rounded below. */
export function taper(top: number, bottom: number, y0: number, y1: number, r = 14): string {
  return `M${n(-top)} ${n(y0)}H${n(top)}L${n(bottom)} ${n(y1 - r)}Q${n(bottom)} ${n(y1)} ${n(bottom - r)} ${n(y1)}H${n(r - bottom)}Q${n(-bottom)} ${n(y1)} ${n(-bottom)} ${n(y1 - r)}Z`
}

/** A heart whose lobes and tip fit a circle of radius `r`. */
export function heartPath(r: number, x = 0, y = 0): string {
  return `M${n(x)} ${n(y + r)}C${n(x - r * 1.9)} ${n(y - r * 0.2)} ${n(x - r * 0.8)} ${n(y - r * 1.5)} ${n(x)} ${n(y - r * 0.45)}C${n(x + r * 0.8)} ${n(y - r * 1.5)} ${n(x + r * 1.9)} ${n(y - r * 0.2)} ${n(x)} ${n(y + r)}Z`
}

/** A star of `points` rays. */
export function starPath(r: number, points = 5, depth = 0.45, x = 0, y = 0): string {
  const steps = Array.from({ length: points * 2 }, (_, step) => {
    const radius = step % 2 === 0 ? r : r * depth
    const angle = (step * Math.PI) / points - Math.PI / 2
    return `${n(x + radius * Math.cos(angle))} ${n(y + radius * Math.sin(angle))}`
  })
  return `M${steps.join('L')}Z`
}

/** A leaf from the origin to (0, -length). */
export const leafPath = (length: number, width: number): string =>
  `M0 0C${n(-width)} ${n(-length * 0.35)} ${n(-width * 0.7)} ${n(-length * 0.8)} 0 ${n(-length)}C${n(width * 0.7)} ${n(-length * 0.8)} ${n(width)} ${n(-length * 0.35)} 0 0Z`

/** Dots of one size on a circle around the origin, as one path: a line of no length has a round end on each side. */
export function ringOfDots(ring: number, count: number, r: number, fill: string): string {
  const dots = times(count, index => {
    const angle = (index * 2 * Math.PI) / count
    return `M${n(Math.cos(angle) * ring)} ${n(Math.sin(angle) * ring)}h.1`
  })
  return line(dots, fill, r * 2)
}

/** A flower of round petals. */
export const flower = (r: number, petal: string, heart: string, petals = 6): string =>
  ringOfDots(r * 0.6, petals, r * 0.42, petal) + disc(0, 0, r * 0.32, heart)

/** A wavy round edge, like a pie crust or a doily. */
export const scallop = (r: number, bumps: number, fill: string): string =>
  disc(0, 0, r, fill) + ringOfDots(r, bumps, (r * 2.6) / bumps, fill)
