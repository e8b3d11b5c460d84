import type { Drawings } from './drawing.ts'
import { GOLD, metalOf } from './parts.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, line, move, oval, shape, times } from './shapes.ts'

function specs(pen: Pen, lens: string, opacity: string): string {
  const rim = ` stroke="${pen.main}" stroke-width="15"`
  const lenses =
    [
      () => disc(-68, 0, 56, lens, `${rim}`) + disc(68, 0, 56, lens, `${rim}`),
      () => block([-128, -48, 116, 92, 30], lens, rim) + block([12, -48, 116, 92, 30], lens, rim),
      () =>
        shape(
          'M-134 -44L-20 -34Q-16 50 -70 52Q-126 50 -134 -44ZM134 -44L20 -34Q16 50 70 52Q126 50 134 -44Z',
          lens,
          rim
        ),
      () =>
        shape(
          'M-124 -40H-18C-10 20 -40 64 -72 62C-116 58 -130 10 -124 -40ZM124 -40H18C10 20 40 64 72 62C116 58 130 10 124 -40Z',
          lens,
          ` stroke="${metalOf(pen)}" stroke-width="9"`
        )
    ][pen.form(4)]?.() ?? ''
  return (
    `<g opacity="${opacity === '.6' ? '.92' : '1'}">${lenses}</g>` +
    line('M-14 -14Q0 -26 14 -14M-128 -24L-150 -30M128 -24L150 -30', pen.main, 12) +
    line('M-96 10L-66 -26M40 10L70 -26', '#fff', 8, ' opacity=".4"')
  )
}

export const ACCESSORIES: Drawings = {
  sunglasses: pen => specs(pen, '#5d4a4a', '.85'),
  glasses: pen => specs(pen, pen.form(2) === 0 ? '#4a4346' : '#cfe0e2', pen.form(2) === 0 ? '.85' : '.6'),
  fan: pen =>
    times(9, i =>
      move(
        0,
        90,
        shape('M0 0L-26 -184Q0 -200 26 -184Z', i % 2 ? pen.fill : pen.pale),
        `rotate(${i * 17 - 68})`
      )
    ) +
    times(9, i => move(0, 90, line('M0 0V-110', pen.wood, 7), `rotate(${i * 17 - 68})`)) +
    disc(0, 90, 13, GOLD),
  scarf: pen =>
    [
      () =>
        shape('M-90 -110C-20 -130 60 -120 96 -76C110 -50 60 -24 0 -30C-60 -26 -120 -60 -90 -110Z', pen.fill) +
        shape('M-30 -40L-62 116H0L24 -30Z', pen.fill) +
        shape('M30 -36L24 116H84L70 -40Z', pen.pale === pen.paper ? pen.trim : pen.pale) +
        shape('M-90 -110C-20 -90 60 -90 96 -76C60 -50 -40 -50 -90 -110Z', '#2b1c16', DIM) +
        times(
          5,
          i => line(`M${-58 + i * 13} 116V136`, pen.main, 5) + line(`M${28 + i * 13} 116V136`, pen.main, 5)
        ),
      () =>
        block([-66, -130, 132, 240, 14], pen.fill) +
        block([10, -130, 56, 240, 14], '#2b1c16', DIM) +
        block([-66, -30, 132, 22, 0], pen.trim) +
        block([-66, 60, 132, 22, 0], pen.trim) +
        times(9, i => line(`M${-58 + i * 14.5} 110V136`, pen.main, 5)),
      () =>
        disc(0, -20, 96, 'none', ` stroke="${pen.main}" stroke-width="50"`) +
        disc(
          0,
          -20,
          96,
          'none',
          ' stroke="#2b1c16" stroke-width="5" opacity=".12" stroke-dasharray="24 18"'
        ) +
        shape('M10 50L-10 140H60L76 40Z', pen.fill) +
        shape('M40 50L66 130L116 108L90 20Z', pen.deep)
    ][pen.form(3)]?.() ?? '',
  belt: pen =>
    disc(0, 0, 92, 'none', ` stroke="${pen.main}" stroke-width="40"`) +
    disc(0, 0, 92, 'none', ` stroke="${pen.deep}" stroke-width="3" stroke-dasharray="10 8" opacity=".7"`) +
    disc(0, 0, 60, 'none', ` stroke="${pen.deep}" stroke-width="14"`) +
    block([-124, 66, 160, 44, 12], pen.main) +
    times(3, i => disc(-100 + i * 24, 88, 5, pen.ink)) +
    (pen.form(2)
      ? block([10, 56, 74, 64, 12], 'none', ` stroke="${metalOf(pen)}" stroke-width="13"`)
      : disc(44, 88, 36, 'none', ` stroke="${metalOf(pen)}" stroke-width="13"`)) +
    line('M46 88H84', metalOf(pen), 9),
  hat: pen =>
    shape('M-84 40C-100 -110 100 -110 84 40Z', pen.fill) +
    (pen.form(2) ? oval([0, 46, 140, 30], pen.fill) + oval([0, 40, 90, 14], '#2b1c16', DIM) : '') +
    block([-86, 12, 172, 30, 10], pen.trim) +
    disc(0, -76, 19, pen.trim),
  tie: pen =>
    shape('M-26 -124H26L18 -78H-18Z', pen.deep) +
    shape('M-18 -78H18L44 80L0 128L-44 80Z', pen.fill) +
    shape('M0 -78H18L44 80L0 128Z', '#2b1c16', DIM)
}
