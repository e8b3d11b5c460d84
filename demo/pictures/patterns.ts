import { ownOf } from './ownOf.ts'
import { lightness, mix } from './pen.ts'
import { block, disc, flower, heartPath, leafPath, line, move, oval, shape, starPath } from './shapes.ts'

/** Draws one tile of an all-over pattern: base colour, colour of the motif, and a second motif colour. */
interface Tile {
  readonly size: readonly [w: number, h: number]
  readonly draw: (base: string, print: string, other: string) => string
}

const TILES: Readonly<Record<string, Tile>> = {
  'polka dot': { size: [36, 36], draw: (_, print) => disc(9, 9, 7, print) + disc(27, 27, 7, print) },
  stripe: { size: [28, 28], draw: (_, print) => block([0, 0, 12, 28, 0], print) },
  gingham: {
    size: [30, 30],
    draw: (_, print) =>
      block([0, 0, 15, 30, 0], print, ' opacity=".55"') + block([0, 0, 30, 15, 0], print, ' opacity=".55"')
  },
  tartan: {
    size: [52, 52],
    draw: (base, print, other) =>
      block([8, 0, 18, 52, 0], mix(base, '#000000', 0.35), ' opacity=".6"') +
      block([0, 8, 52, 18, 0], mix(base, '#000000', 0.35), ' opacity=".6"') +
      line('M38 0V52M0 38H52', print, 3) +
      line('M17 0V52M0 17H52', other, 2)
  },
  floral: {
    size: [64, 64],
    draw: (_, print, other) =>
      move(18, 18, flower(15, print, other, 5)) +
      move(50, 48, flower(11, other, print, 5)) +
      move(36, 40, shape(leafPath(16, 6), '#7fa57a'), 'rotate(40)') +
      move(54, 18, shape(leafPath(14, 6), '#7fa57a'), 'rotate(-30)')
  },
  hearts: {
    size: [44, 44],
    draw: (_, print, other) => shape(heartPath(9, 12, 12), print) + shape(heartPath(9, 34, 34), other)
  },
  stars: {
    size: [46, 46],
    draw: (_, print) =>
      shape(starPath(10, 5, 0.45, 12, 12), print) + shape(starPath(7, 5, 0.45, 35, 35), print)
  },
  circles: {
    size: [60, 60],
    draw: (base, print, other) =>
      disc(30, 30, 26, print) +
      disc(30, 30, 17, other) +
      disc(30, 30, 8, base) +
      disc(0, 0, 7, other) +
      disc(60, 60, 7, other)
  },
  lace: {
    size: [40, 40],
    draw: (_, print) =>
      disc(20, 20, 15, 'none', ` stroke="${print}" stroke-width="3"`) +
      disc(20, 20, 6, print) +
      disc(0, 0, 5, print) +
      disc(40, 0, 5, print) +
      disc(0, 40, 5, print) +
      disc(40, 40, 5, print)
  },
  paisley: {
    size: [58, 58],
    draw: (_, print, other) =>
      shape('M18 40C2 34 4 10 24 8C40 6 42 22 32 22C24 22 28 36 18 40Z', print) +
      disc(21, 20, 6, other) +
      shape('M46 56C38 52 38 40 48 38C56 38 56 46 51 46C47 46 50 54 46 56Z', other)
  },
  leaves: {
    size: [50, 50],
    draw: (_, print, other) =>
      move(16, 30, shape(leafPath(26, 10), print), 'rotate(30)') +
      move(38, 50, shape(leafPath(22, 9), other), 'rotate(-35)')
  },
  leopard: {
    size: [46, 46],
    draw: (_, print, other) =>
      oval([12, 13, 9, 7], print) +
      oval([12, 13, 4, 3], other) +
      oval([34, 34, 8, 9], print) +
      oval([34, 34, 3, 4], other) +
      disc(36, 8, 4, print)
  },
  camouflage: {
    size: [80, 80],
    draw: (base, _, other) =>
      shape('M6 10C20 -6 44 6 38 22C34 34 10 30 6 10Z', mix(base, '#3d4a2f', 0.55)) +
      shape('M44 44C58 34 80 46 70 62C60 76 40 62 44 44Z', mix(base, '#2f2a22', 0.5)) +
      shape('M52 6C64 2 76 14 66 22C56 26 48 14 52 6Z', other, ' opacity=".6"')
  },
  'union flag': {
    size: [120, 76],
    draw: () =>
      block([0, 0, 120, 76, 0], '#35507f') +
      line('M0 0L120 76M120 0L0 76', '#f6efe2', 15) +
      line('M0 0L120 76M120 0L0 76', '#c0413d', 5) +
      line('M60 0V76M0 38H120', '#f6efe2', 25) +
      line('M60 0V76M0 38H120', '#c0413d', 15)
  }
}

/** A surface ready to use: its definition, and what to put in `fill`. */
export interface Surface {
  readonly definition: string
  readonly fill: string
}

/** Makes the surface of a thing. A pattern nobody knows is a plain surface. */
export function surfaceOf(
  pattern: string | null | undefined,
  main: string,
  trim: string,
  id: string
): Surface {
  const tile = ownOf(TILES, pattern)
  if (!tile) return { definition: '', fill: main }
  const print = lightness(main) > 0.78 ? trim : mix('#fbf4e6', main, 0.04)
  const other = lightness(main) > 0.78 ? mix(trim, '#eec44f', 0.55) : mix(main, '#5b2b33', 0.35)
  const [width, height] = tile.size
  const base = block([0, 0, width, height, 0], main)
  return {
    definition: `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${base}${tile.draw(main, print, other)}</pattern>`,
    fill: `url(#${id})`
  }
}
