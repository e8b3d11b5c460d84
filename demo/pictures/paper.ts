import type { Drawings } from './drawing.ts'
import { front } from './parts.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, shape, starPath, times } from './shapes.ts'

const bow = (x: number, y: number, fill: string, knot: string) =>
  shape(
    `M${x} ${y}C${x - 70} ${y - 50} ${x - 70} ${y + 46} ${x} ${y}C${x + 70} ${y + 46} ${x + 70} ${y - 50} ${x} ${y}Z`,
    fill
  ) +
  line(`M${x} ${y}L${x - 34} ${y + 58}M${x} ${y}L${x + 34} ${y + 58}`, fill, 13) +
  disc(x, y, 13, knot)

export const PAPER: Drawings = {
  card: pen =>
    [
      () =>
        block([-96, -126, 192, 252, 8], pen.deep, ' transform="rotate(5)"') +
        block([-96, -126, 192, 252, 8], pen.fill) +
        block([-70, -96, 140, 150, 8], pen.paper, ' opacity=".95"') +
        move(0, -22, front(pen, 110)) +
        line('M-50 84H50M-30 102H30', pen.accent, 6),
      () =>
        move(
          28,
          26,
          block([-110, -74, 220, 148, 6], pen.pale) +
            line('M-108 -70L0 20L108 -70', pen.deep, 4, ' opacity=".5"'),
          'rotate(8)'
        ) +
        move(
          -16,
          -24,
          block([-104, -74, 208, 148, 8], pen.fill) +
            block([-90, -60, 180, 120, 5], pen.paper, ' opacity=".92"') +
            front(pen, 92),
          'rotate(-6)'
        ),
      () => block([-108, -108, 216, 216, 10], pen.fill) + disc(0, 0, 82, pen.paper) + front(pen, 110)
    ][pen.form(3)]?.() ?? '',
  wrap: pen =>
    pen.form(2) === 0
      ? move(
          -30,
          0,
          block([-44, -130, 88, 250, 10], pen.fill) +
            oval([0, -130, 44, 14], pen.paper) +
            oval([0, -130, 22, 7], pen.deep) +
            block([14, -130, 30, 250, 10], '#2b1c16', DIM),
          'rotate(-10)'
        ) +
        move(
          54,
          16,
          block([-34, -110, 68, 220, 10], pen.trim) +
            oval([0, -110, 34, 11], pen.paper) +
            oval([0, -110, 16, 5], pen.deep),
          'rotate(8)'
        )
      : block([-104, -50, 208, 150, 6], pen.fill) +
        block([50, -50, 54, 150, 6], '#2b1c16', DIM) +
        block([-18, -50, 36, 150, 0], pen.trim) +
        block([-104, 6, 208, 32, 0], pen.trim) +
        bow(0, -56, pen.trim, pen.deep),
  ribbon: pen =>
    [
      () =>
        disc(0, 10, 102, pen.wood) +
        disc(0, 10, 88, pen.fill) +
        disc(0, 10, 40, pen.wood) +
        disc(0, 10, 17, pen.ink) +
        line('M70 70C120 90 90 130 140 126', pen.main, 24) +
        times(3, i => disc(0, 10, 54 + i * 12, 'none', ' stroke="#2b1c16" stroke-width="3" opacity=".12"')),
      () =>
        shape('M0 -20C-130 -120 -130 80 0 0C130 80 130 -120 0 -20Z', pen.fill) +
        shape('M-10 0L-60 120L-20 100L0 20L20 100L60 120L10 0Z', pen.main) +
        block([-24, -34, 48, 52, 12], pen.deep),
      () =>
        times(3, i =>
          move(
            0,
            -66 + i * 66,
            block([-112, -26, 224, 52, 26], [pen.fill, pen.trim, pen.deep][i] ?? pen.fill) +
              oval([-92, 0, 20, 26], pen.wood) +
              oval([-92, 0, 8, 11], pen.ink)
          )
        )
    ][pen.form(3)]?.() ?? '',
  notebook: pen =>
    [
      () =>
        block([-90, -118, 190, 244, 8], '#fbf6ea') +
        block([-96, -124, 190, 244, 10], pen.fill) +
        block([-96, -124, 34, 244, 8], pen.deep) +
        block([62, -124, 11, 244, 0], pen.trim) +
        move(
          -8,
          -16,
          block([-44, -36, 88, 72, 8], pen.paper) +
            (pen.mark(0, 0, 62) || line('M-26 -8H26M-18 12H18', pen.deep, 5))
        ),
      () =>
        block([-92, -110, 196, 232, 10], pen.fill) +
        move(8, 0, front(pen, 126)) +
        times(8, i => line(`M-108 ${-88 + i * 27}H-76`, pen.metal, 7)),
      () =>
        move(14, 14, block([-84, -110, 168, 220, 8], pen.trim), 'rotate(9)') +
        move(
          -8,
          -4,
          block([-88, -114, 176, 228, 8], pen.fill) +
            block([-88, -114, 24, 228, 8], pen.deep, ' opacity=".7"') +
            front(pen, 100),
          'rotate(-3)'
        )
    ][pen.form(3)]?.() ?? '',
  envelope: pen =>
    move(
      0,
      -24,
      block([-96, -90, 192, 150, 6], pen.paper) + line('M-66 -56H66M-66 -30H66M-66 -4H20', pen.accent, 5)
    ) +
    block([-122, -30, 244, 140, 8], pen.fill) +
    shape('M-122 -24L0 62L122 -24V-16L0 76L-122 -16Z', pen.deep, ' opacity=".55"') +
    disc(0, 66, 22, '#c8433f') +
    shape(heartPath(10, 0, 66), '#f6d9c9'),
  'book cover': pen =>
    block([-86, -118, 176, 240, 14], pen.deep) +
    block([-92, -122, 176, 240, 14], pen.fill) +
    block(
      [-80, -110, 152, 216, 8],
      'none',
      ' stroke="#fff" stroke-width="3" stroke-dasharray="8 7" opacity=".6"'
    ) +
    move(-4, -20, pen.mark(0, 0, 110) || disc(0, 0, 40, pen.trim) + line('M-40 0H40M0 -40V40', pen.main, 4)) +
    block([-50, 62, 92, 14, 4], '#d0a955'),
  tag: pen =>
    line('M0 -96C-40 -150 50 -160 20 -110', pen.trim, 6) +
    shape('M0 -124L80 -60V106Q80 118 68 118H-68Q-80 118 -80 106V-60Z', pen.fill) +
    disc(0, -76, 14, pen.paper) +
    disc(0, -76, 14, 'none', ` stroke="${pen.deep}" stroke-width="5"`) +
    move(0, 26, front(pen, 104)),
  'luggage tag': pen =>
    line('M0 -90C-50 -160 60 -170 16 -96', pen.deep, 13) +
    block([-76, -104, 152, 226, 26], pen.fill) +
    block([-22, -92, 44, 16, 8], pen.ink, ' opacity=".6"') +
    block([-54, -50, 108, 140, 10], pen.paper, ' opacity=".94"') +
    move(0, 4, front(pen, 82)) +
    line('M-34 64H34', pen.deep, 6),
  sticker: pen =>
    block([-112, -128, 224, 256, 10], '#fbf6ea') +
    times(6, i =>
      move(
        -56 + (i % 2) * 112,
        -84 + Math.floor(i / 2) * 84,
        disc(0, 0, 38, [pen.main, pen.trim, pen.deep][i % 3] ?? pen.main) +
          (pen.mark(0, 0, 56) || (i % 2 ? shape(heartPath(20), pen.paper) : shape(starPath(24), pen.paper)))
      )
    ) +
    shape('M112 84L68 128H102Q112 128 112 118Z', pen.deep, ' opacity=".4"'),
  magnet: pen =>
    times(4, i =>
      move(
        -62 + (i % 2) * 124,
        -62 + Math.floor(i / 2) * 124,
        [
          () => disc(0, 0, 52, i % 3 ? pen.fill : pen.trim),
          () => block([-50, -50, 100, 100, 14], i % 3 ? pen.fill : pen.trim)
        ][pen.form(2)]?.() +
          (pen.mark(0, 0, 68) ||
            (i % 2 ? shape(heartPath(26), pen.paper) : move(0, 0, flower(30, pen.paper, '#eec44f', 6)))) +
          oval([-24, -28, 12, 7], '#fff', ' opacity=".45"')
      )
    ),
  tissues: pen =>
    block([-84, -110, 168, 220, 18], pen.fill) +
    block([-84, -110, 168, 34, 14], '#fff', ' opacity=".3"') +
    shape('M-54 -20Q0 -44 54 -20Q0 6 -54 -20Z', pen.paper) +
    shape('M-34 -22C-50 -80 0 -90 4 -56C30 -84 50 -50 34 -22Q0 -32 -34 -22Z', '#fff') +
    pen.mark(0, 54, 80) +
    block([40, -110, 44, 220, 18], '#2b1c16', DIM),
  'gift bag': pen =>
    line('M-40 -60C-40 -140 40 -140 40 -60', pen.accent, 8) +
    shape('M-90 -64H90L100 112H-100Z', pen.fill) +
    shape('M50 -64H90L100 112H60Z', '#2b1c16', DIM) +
    block([-90, -64, 180, 19, 0], pen.deep, ' opacity=".35"') +
    pen.mark(0, 32, 112)
}
