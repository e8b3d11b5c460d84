import type { Drawings } from './drawing.ts'
import { GOLD, metalOf } from './parts.ts'
import type { Pen } from './pen.ts'
import {
  block,
  DIM,
  disc,
  flower,
  heartPath,
  line,
  move,
  oval,
  scallop,
  shape,
  starPath,
  times
} from './shapes.ts'

const bead = (pen: Pen, x: number, y: number, r: number, index: number) =>
  disc(x, y, r, [pen.main, pen.pale, pen.trim][index % 3] ?? pen.main) +
  disc(x - r * 0.3, y - r * 0.35, r * 0.28, '#fff', ' opacity=".7"')

const charm = (pen: Pen, size: number) =>
  pen.mark(0, 0, size * 1.3) ||
  [
    () => shape(heartPath(size * 0.42), pen.main),
    () => move(0, 0, flower(size * 0.5, pen.main, GOLD, 6)),
    () => shape(starPath(size * 0.5), pen.main),
    () =>
      shape(
        `M0 ${-size * 0.5}C${size * 0.5} 0 ${size * 0.4} ${size * 0.5} 0 ${size * 0.5}C${-size * 0.4} ${size * 0.5} ${-size * 0.5} 0 0 ${-size * 0.5}Z`,
        pen.main
      ) + disc(-size * 0.12, size * 0.1, size * 0.1, '#fff', ' opacity=".7"')
  ][pen.form(4)]?.() ||
  ''

export const JEWELLERY: Drawings = {
  necklace: pen =>
    [
      () =>
        line('M-100 -130C-110 70 110 70 100 -130', metalOf(pen), 6) +
        disc(0, 24, 8, GOLD) +
        move(0, 72, charm(pen, 84)),
      () =>
        times(15, i => {
          const turn = Math.PI * (i / 14)
          return bead(pen, -Math.cos(turn) * 104, -90 + Math.sin(turn) * 170, 10 + Math.sin(turn) * 10, i)
        }) + line('M-104 -96V-140M104 -96V-140', metalOf(pen), 5),
      () =>
        line('M-90 -136C-96 10 96 10 90 -136M-104 -136C-120 100 120 100 104 -136', metalOf(pen), 5) +
        times(7, i => {
          const turn = Math.PI * ((i + 1) / 8)
          return bead(pen, -Math.cos(turn) * 98, -100 + Math.sin(turn) * 132, 12, i)
        }) +
        move(0, 88, charm(pen, 62)),
      () =>
        line('M-86 -136Q-90 -20 0 10Q90 -20 86 -136', metalOf(pen), 6) +
        times(5, i =>
          move(
            -64 + i * 32,
            -16 + (2 - Math.abs(i - 2)) * 14,
            line('M0 0V22', GOLD, 4) +
              shape('M0 14C20 44 14 66 0 66C-14 66 -20 44 0 14Z', i % 2 ? pen.pale : pen.main)
          )
        )
    ][pen.form(4)]?.() ?? '',
  bracelet: pen =>
    [
      () =>
        times(18, i => {
          const turn = (i * Math.PI) / 9
          return bead(pen, Math.cos(turn) * 96, Math.sin(turn) * 84, 17, i)
        }) + move(0, 108, charm(pen, 50)),
      () =>
        disc(0, 0, 96, 'none', ` stroke="${pen.main}" stroke-width="36"`) +
        disc(0, 0, 108, 'none', ' stroke="#fff" stroke-width="5" opacity=".45" stroke-dasharray="120 600"') +
        disc(0, 0, 78, 'none', ` stroke="${pen.deep}" stroke-width="4"`) +
        times(8, i => move(0, 0, disc(0, -96, 10, pen.trim), `rotate(${i * 45})`)),
      () =>
        oval(
          [0, -10, 112, 84],
          'none',
          ` stroke="${metalOf(pen)}" stroke-width="9" stroke-dasharray="16 7"`
        ) +
        times(5, i =>
          move(
            -80 + i * 40,
            56 + (2 - Math.abs(i - 2)) * 14,
            line('M0 0V14', GOLD, 4) + move(0, 34, i % 2 ? shape(heartPath(18), pen.main) : charm(pen, 36))
          )
        )
    ][pen.form(3)]?.() ?? '',
  earrings: pen =>
    times(2, i =>
      move(
        -62 + i * 124,
        0,
        line('M0 -96C-30 -130 20 -146 14 -110L0 -80', metalOf(pen), 6) +
          [
            () =>
              line('M0 -80V10', metalOf(pen), 4) +
              bead(pen, 0, -54, 11, 1) +
              bead(pen, 0, -24, 14, 2) +
              move(0, 46, charm(pen, 82)),
            () => disc(0, 0, 62, 'none', ` stroke="${pen.main}" stroke-width="12"`) + bead(pen, 0, 62, 14, 2),
            () =>
              line('M0 -80V-40', metalOf(pen), 5) +
              shape('M0 -48C60 20 50 96 0 96C-50 96 -60 20 0 -48Z', pen.main) +
              shape('M0 -14C30 30 26 70 0 70C-26 70 -30 30 0 -14Z', pen.pale, ' opacity=".7"') +
              oval([-14, 40, 6, 14], '#fff', ' opacity=".7"'),
            () =>
              move(0, -50, flower(40, pen.main, GOLD, 6)) +
              times(
                3,
                k =>
                  line(`M${-22 + k * 22} -20V${40 + (k === 1 ? 24 : 0)}`, metalOf(pen), 3) +
                  bead(pen, -22 + k * 22, 50 + (k === 1 ? 24 : 0), 13, k)
              )
          ][pen.form(4)]?.()
      )
    ),
  ring: pen =>
    disc(0, 36, 76, 'none', ` stroke="${metalOf(pen)}" stroke-width="19"`) +
    disc(0, 36, 86, 'none', ' stroke="#fff" stroke-width="4" opacity=".6" stroke-dasharray="90 600"') +
    move(
      0,
      -60,
      pen.form(2) === 0 ? scallop(38, 9, pen.main) + disc(0, 0, 22, pen.pale) : flower(60, pen.main, GOLD, 6)
    ),
  brooch: pen =>
    disc(0, 0, 112, pen.fill) +
    disc(0, 0, 112, 'none', ` stroke="${metalOf(pen)}" stroke-width="11"`) +
    charm({ ...pen, main: pen.trim }, 130) +
    times(12, i => move(0, 0, disc(0, -112, 9, pen.pale), `rotate(${i * 30})`)),
  'bag charm': pen =>
    disc(0, -112, 28, 'none', ` stroke="${metalOf(pen)}" stroke-width="9"`) +
    line('M0 -84V-50', metalOf(pen), 7) +
    [
      () => move(0, 24, charm(pen, 150)),
      () =>
        bead(pen, 0, -36, 19, 0) +
        bead(pen, 0, 2, 24, 1) +
        (pen.mark(0, 50, 84) || bead(pen, 0, 48, 28, 2)) +
        line('M-16 78L-26 136M-5 80L-8 142M6 80L10 142M17 78L28 134', pen.main, 8),
      () =>
        line('M0 -50L-52 30M0 -50L52 20M0 -50V60', metalOf(pen), 5) +
        move(-54, 56, charm(pen, 66)) +
        move(56, 44, shape(heartPath(32), pen.accent)) +
        move(0, 88, charm(pen, 74))
    ][pen.form(3)]?.(),
  'hair clip': pen =>
    [
      () =>
        block([-122, 18, 244, 26, 13], metalOf(pen)) +
        move(-56, -6, flower(50, pen.main, GOLD, 6)) +
        move(28, -22, flower(66, pen.trim === pen.paper ? pen.pale : pen.trim, GOLD, 7)) +
        move(98, 8, flower(32, pen.main, pen.pale, 5)),
      () =>
        line('M-84 96C-140 -150 140 -150 84 96', pen.main, 19) +
        move(54, -78, charm({ ...pen, main: pen.accent }, 92)),
      () =>
        shape('M0 0C-130 -110 -130 110 0 0C130 110 130 -110 0 0Z', pen.fill) +
        block([-20, -28, 40, 56, 14], pen.deep) +
        line('M-70 -30Q-40 -10 -20 -4M70 -30Q40 -10 20 -4', '#2b1c16', 5, DIM),
      () =>
        block([-90, -90, 180, 44, 20], pen.main) +
        times(9, i => line(`M${-76 + i * 19} -50V70`, pen.main, 9)) +
        times(5, i => bead(pen, -68 + i * 34, -72, 14, i))
    ][pen.form(4)]?.() ?? ''
}
