import type { Drawings } from './drawing.ts'
import { GOLD } from './parts.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, heartPath, line, move, shape, times } from './shapes.ts'

const sleeves = (pen: Pen, reach: number) =>
  shape(
    `M-66 -104L-${reach} 10L-${reach - 38} 30L-58 -40ZM66 -104L${reach} 10L${reach - 38} 30L58 -40Z`,
    pen.fill
  ) + shape(`M66 -104L${reach} 10L${reach - 38} 30L58 -40Z`, '#2b1c16', DIM)

const longSleeves = (pen: Pen) =>
  shape('M-64 -104Q-104 -90 -118 84L-82 90L-58 -30ZM64 -104Q104 -90 118 84L82 90L58 -30Z', pen.fill) +
  shape('M64 -104Q104 -90 118 84L82 90L58 -30ZM-118 84L-82 90L-72 30Q-84 20 -110 20Z', '#2b1c16', DIM)

export const CLOTHES: Drawings = {
  jacket: pen =>
    longSleeves(pen) +
    [
      () =>
        shape('M-64 -108Q0 -84 64 -108L74 114H-74Z', pen.fill) +
        shape('M-40 -112L0 -20L40 -112Q0 -92 -40 -112Z', pen.pale) +
        shape('M-48 -112L-6 -10L-28 4L-64 -50ZM48 -112L6 -10L28 4L64 -50Z', pen.deep) +
        line('M0 -10V114', pen.deep, 4) +
        times(3, i => disc(11, 20 + i * 32, 6, pen.trim)) +
        line('M-56 52H-24M56 52H24', pen.deep, 7),
      () =>
        shape('M-66 -100Q0 -80 66 -100L76 104H-76Z', pen.fill) +
        shape('M-50 -104C-50 -146 50 -146 50 -104Q0 -70 -50 -104Z', pen.deep) +
        times(5, i => line(`M-70 ${-60 + i * 38}Q0 ${-46 + i * 38} 70 ${-60 + i * 38}`, '#2b1c16', 5, DIM)) +
        line('M0 -86V104', pen.trim, 7) +
        block([-78, 96, 156, 17, 8], pen.deep),
      () =>
        shape('M-64 -108Q0 -90 64 -108L72 78H-72Z', pen.fill) +
        shape('M-44 -110L0 -50L44 -110L56 -96L20 -40H-20L-56 -96Z', pen.deep) +
        line('M-10 -50L20 78', GOLD, 6) +
        block([-74, 70, 148, 30, 8], pen.deep) +
        block([-54, -20, 36, 32, 5], pen.deep, ' opacity=".6"') +
        block([26, -20, 36, 32, 5], pen.deep, ' opacity=".6"')
    ][pen.form(3)]?.(),
  shirt: pen =>
    (pen.form(2) === 0 ? sleeves(pen, 132) : longSleeves(pen)) +
    shape('M-64 -108Q0 -84 64 -108L70 110Q0 124 -70 110Z', pen.fill) +
    shape('M-44 -118L0 -66L44 -118L50 -88L8 -52L0 -66L-8 -52L-50 -88Z', pen.pale) +
    line('M0 -62V112', pen.deep, 4) +
    times(5, i => disc(9, -36 + i * 30, 5, pen.trim === pen.main ? pen.ink : pen.trim)) +
    block([-50, -30, 36, 40, 4], '#2b1c16', DIM),
  't-shirt': pen =>
    sleeves(pen, 128) +
    shape('M-64 -106Q0 -60 64 -106L68 108Q0 116 -68 108Z', pen.fill) +
    line('M-46 -104Q0 -54 46 -104', pen.trim === pen.main ? pen.deep : pen.trim, 11) +
    shape('M36 -94L64 -106L68 108Q50 112 40 112Z', '#2b1c16', DIM) +
    (pen.mark(0, -4, 92) ||
      [() => '', () => block([-67, -20, 134, 40, 0], pen.trim), () => shape(heartPath(30, 0, -10), pen.trim)][
        pen.form(3)
      ]?.() ||
      ''),
  dress: pen =>
    shape(
      'M-40 -132L-30 -132L-20 -90H20L30 -132L40 -132L48 -40L34 -14L110 116Q0 136 -110 116L-34 -14L-48 -40Z',
      pen.fill
    ) +
    shape('M34 -14L110 116Q70 128 40 128L10 -14Z', '#2b1c16', DIM) +
    block([-38, -26, 76, 19, 6], pen.trim) +
    line('M-22 0L-54 116M0 0V122M22 0L54 116', '#2b1c16', 4, DIM),
  jumper: pen =>
    longSleeves(pen) +
    shape('M-66 -104Q0 -76 66 -104L74 100H-74Z', pen.fill) +
    line('M-44 -104Q0 -66 44 -104', pen.trim, 16) +
    block([-76, 88, 152, 26, 10], pen.deep) +
    line('M-70 -20L-46 -40L-22 -20L2 -40L26 -20L50 -40L70 -22', pen.trim, 9) +
    line('M-70 14L-46 -6L-22 14L2 -6L26 14L50 -6L72 12', pen.trim, 6) +
    pen.mark(0, 46, 60),
  socks: pen =>
    times(2, i =>
      move(
        i * 74 - 40,
        i * 12 - 6,
        shape(
          'M-34 -120H34V20C34 44 48 52 72 72C110 100 70 130 30 112L-20 76C-34 66 -34 50 -34 20Z',
          i ? pen.fill : pen.fill
        ) +
          block([-38, -128, 76, 34, 10], pen.trim) +
          shape('M72 72C110 100 70 130 30 112C40 90 52 76 72 72Z', pen.trim) +
          shape('M14 -94H34V20C34 44 48 52 72 72L60 78C30 60 14 50 14 20Z', '#2b1c16', DIM) +
          pen.mark(0, -40, 50)
      )
    )
}
