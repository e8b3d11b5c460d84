import type { Drawings } from './drawing.ts'
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
  ringOfDots,
  scallop,
  shape,
  starPath,
  times
} from './shapes.ts'

const cup = (pen: Pen, x: number, y: number) =>
  shape(`M${x - 30} ${y}H${x + 30}L${x + 22} ${y + 42}H${x - 22}Z`, pen.fill) +
  line(
    `M${x - 16} ${y + 4}L${x - 12} ${y + 40}M${x} ${y + 4}V${y + 40}M${x + 16} ${y + 4}L${x + 12} ${y + 40}`,
    '#2b1c16',
    3,
    DIM
  )
const bun = (pen: Pen, x: number, y: number) =>
  shape(
    `M${x - 34} ${y}C${x - 40} ${y - 30} ${x - 16} ${y - 34} ${x} ${y - 52}C${x + 16} ${y - 34} ${x + 40} ${y - 30} ${x + 34} ${y}Z`,
    pen.trim
  ) + disc(x, y - 52, 8, '#c8433f')

export const KITCHEN: Drawings = {
  plate: pen =>
    [
      () =>
        disc(0, 0, 128, pen.fill) +
        disc(0, 0, 84, pen.pale, ' opacity=".85"') +
        disc(0, 0, 84, 'none', ` stroke="${pen.deep}" stroke-width="3" opacity=".4"`) +
        (pen.mark(0, 0, 110) || move(0, 0, flower(40, pen.main, pen.trim, 6))),
      () =>
        scallop(112, 16, pen.fill) +
        disc(0, 0, 78, pen.pale) +
        (pen.mark(0, 0, 104) || shape(heartPath(40), pen.main)),
      () =>
        oval([0, 6, 146, 96], pen.fill) +
        oval([0, 6, 104, 60], pen.pale) +
        (pen.mark(0, 6, 92) || move(0, 6, flower(34, pen.main, pen.trim, 7)))
    ][pen.form(3)]?.() ?? '',
  'cake stand': pen =>
    [
      () =>
        block([-9, 14, 18, 86, 3], pen.main) +
        oval([0, 104, 70, 15], pen.fill) +
        oval([0, 14, 136, 24], pen.deep) +
        oval([0, 6, 136, 24], pen.fill) +
        cup(pen, -70, -34) +
        bun(pen, -70, -34) +
        cup(pen, 4, -40) +
        bun(pen, 4, -40) +
        cup(pen, 74, -34) +
        bun(pen, 74, -34),
      () =>
        line('M0 -130V90', '#d0a955', 9) +
        disc(0, -138, 13, '#d0a955') +
        oval([0, 104, 60, 12], pen.deep) +
        oval([0, 80, 130, 22], pen.fill) +
        oval([0, 14, 98, 18], pen.fill) +
        oval([0, -50, 66, 13], pen.fill) +
        oval([0, 84, 130, 22], '#2b1c16', DIM) +
        disc(-66, 64, 19, pen.trim) +
        disc(60, 62, 21, '#f0a9b9') +
        disc(-40, 0, 17, '#eec44f') +
        disc(38, -2, 17, pen.trim) +
        disc(-22, -62, 13, '#f0a9b9') +
        disc(22, -62, 13, '#c6e0cf'),
      () =>
        block([-9, 30, 18, 70, 3], pen.main) +
        oval([0, 104, 66, 14], pen.fill) +
        oval([0, 28, 132, 22], pen.fill) +
        shape('M-76 20V-30Q-76 -52 -54 -52H54Q76 -52 76 -30V20Q0 34 -76 20Z', '#f0a9b9') +
        shape(
          'M-76 -30Q-76 -52 -54 -52H54Q76 -52 76 -30Q60 0 44 -20Q24 6 4 -18Q-20 8 -36 -18Q-60 2 -76 -30Z',
          pen.paper
        ) +
        disc(0, -64, 13, '#c8433f') +
        shape('M-112 26C-112 -120 112 -120 112 26Q0 48 -112 26Z', '#e8f2f2', ' opacity=".45"') +
        disc(0, -92, 11, pen.trim)
    ][pen.form(3)]?.() ?? '',
  'cake cases': pen =>
    cup(pen, -74, 50) +
    bun(pen, -74, 52) +
    cup(pen, 74, 50) +
    bun(pen, 74, 52) +
    move(0, -4, cup(pen, 0, 20) + bun(pen, 0, 22), 'scale(1.6)'),
  cutter: pen =>
    [
      () =>
        shape(
          heartPath(92, -36, -20),
          'none',
          ` stroke="${pen.metal}" stroke-width="17" stroke-linejoin="round"`
        ) +
        shape(heartPath(92, -36, -20), pen.fill, ' opacity=".5"') +
        shape(
          starPath(66, 5, 0.5, 72, 62),
          pen.trim,
          ` stroke="${pen.metal}" stroke-width="13" stroke-linejoin="round"`
        ),
      () =>
        block([-130, -24, 260, 54, 27], pen.wood) +
        block([-88, -38, 176, 82, 14], pen.fill) +
        block([-88, 14, 176, 30, 14], '#2b1c16', DIM) +
        disc(-50, 92, 24, '#ecd0aa') +
        disc(10, 98, 24, '#ecd0aa') +
        disc(70, 92, 24, '#ecd0aa'),
      () =>
        block([-124, -50, 248, 150, 18], pen.fill) +
        times(
          6,
          i =>
            (pen.form(2)
              ? shape(heartPath(27, -74 + (i % 3) * 74, -8 + Math.floor(i / 3) * 68), pen.deep)
              : disc(-74 + (i % 3) * 74, -10 + Math.floor(i / 3) * 68, 27, pen.deep)) +
            disc(-80 + (i % 3) * 74, -16 + Math.floor(i / 3) * 68, 8, '#fff', ' opacity=".3"')
        )
    ][pen.form(3)]?.() ?? '',
  cutlery: pen =>
    pen.form(2) === 0
      ? line('M-84 110V-10', pen.main, 20) +
        shape(
          'M-108 -120H-98V-60H-90V-120H-78V-60H-70V-120H-60V-50Q-60 -10 -84 -10Q-108 -10 -108 -50Z',
          pen.metal
        ) +
        line('M0 110V-10', pen.main, 20) +
        shape('M-12 -120C20 -120 26 -60 14 -6H-12Z', pen.metal) +
        line('M84 110V-20', pen.main, 20) +
        oval([84, -70, 30, 50], pen.metal) +
        times(3, i => disc(-84 + i * 84, 50, 5, pen.trim) + disc(-84 + i * 84, 76, 5, pen.trim))
      : line('M-60 116L-20 -20', pen.fill === pen.main ? pen.main : pen.wood, 19) +
        oval([-8, -70, 36, 54], pen.main, ' transform="rotate(14 -8 -70)"') +
        line('M60 116L30 -20', pen.wood, 19) +
        block([4, -130, 52, 110, 20], pen.trim, ' transform="rotate(-10 30 -70)"') +
        line('M22 -110L28 -50M40 -112L44 -52', pen.ink, 5, ' opacity=".4"'),
  tray: pen =>
    pen.form(2) === 0
      ? block([-146, -76, 292, 170, 24], pen.deep) +
        block([-132, -66, 264, 148, 18], pen.fill) +
        block([-150, -16, 28, 44, 12], pen.trim) +
        block([122, -16, 28, 44, 12], pen.trim) +
        pen.mark(0, 8, 116)
      : oval([0, 6, 146, 104], pen.deep) +
        oval([0, 0, 138, 96], pen.fill) +
        oval([0, 0, 104, 66], pen.pale, ' opacity=".6"') +
        (pen.mark(0, 0, 104) || disc(0, 0, 36, pen.trim)),
  scales: pen =>
    pen.form(2) === 0
      ? oval([0, -88, 120, 20], pen.metal) +
        shape('M-120 -92H120Q90 -40 0 -40Q-90 -40 -120 -92Z', pen.metal) +
        shape('M-70 -34H70L104 90Q106 108 88 108H-88Q-106 108 -104 90Z', pen.fill) +
        disc(0, 34, 56, pen.paper) +
        times(8, i => move(0, 34, line('M0 -48V-40', pen.ink, 4), `rotate(${i * 45})`)) +
        line('M0 34L26 6', '#c8433f', 7) +
        disc(0, 34, 7, pen.ink)
      : block([-52, -140, 104, 264, 40], pen.fill) +
        block([-14, -104, 28, 150, 14], pen.paper) +
        disc(0, 66, 27, '#c8433f') +
        block([-7, -40, 14, 100, 6], '#c8433f') +
        times(6, i => line(`M24 ${-96 + i * 24}H36`, pen.trim, 4)),
  apron: pen =>
    line('M-46 -90C-40 -160 40 -160 46 -90', pen.trim, 10) +
    line('M-80 0Q-120 0 -130 30M80 0Q120 0 130 30', pen.trim, 9) +
    shape(
      'M-50 -96H50Q50 -30 92 -10L100 96Q100 116 80 116H-80Q-100 116 -100 96L-92 -10Q-50 -30 -50 -96Z',
      pen.fill
    ) +
    block([-52, 22, 104, 56, 10], pen.trim, ' opacity=".92"') +
    pen.mark(0, -40, 62) +
    line('M0 22V78', pen.deep, 4, ' opacity=".5"'),
  'oven glove': pen =>
    shape(
      'M-60 60C-60 -20 -76 -130 -6 -132C50 -132 44 -60 44 -30C60 -66 108 -64 102 -26C96 14 62 30 60 60Z',
      pen.fill
    ) +
    block([-70, 56, 140, 54, 12], pen.trim) +
    line('M-20 56C-20 0 -34 -90 -6 -96', '#2b1c16', 6, DIM) +
    line('M-10 110V130H14V110', pen.deep, 7) +
    pen.mark(-8, -30, 78),
  'tea towel': pen =>
    block([-92, -120, 184, 236, 8], pen.fill) +
    block([-92, -120, 62, 236, 8], '#2b1c16', ' opacity=".06"') +
    block([-80, -108, 160, 212, 4], 'none', ` stroke="${pen.trim}" stroke-width="7"`) +
    (pen.mark(0, -4, 116) || line('M-46 -40H46M-46 0H46M-46 40H46', pen.trim, 7)),
  napkin: pen =>
    pen.form(2) === 0
      ? move(0, 0, block([-96, -96, 192, 192, 8], pen.trim), 'rotate(14)') +
        block([-92, -92, 184, 184, 8], pen.fill) +
        shape('M-92 -84Q-92 -92 -84 -92H92L-92 92Z', '#fff', ' opacity=".16"') +
        pen.mark(0, 0, 104)
      : scallop(108, 20, pen.pale) +
        disc(
          0,
          0,
          92,
          'none',
          ` stroke="${pen.main}" stroke-width="7" stroke-dasharray="6 12" stroke-linecap="round"`
        ) +
        scallop(56, 12, pen.fill) +
        ringOfDots(76, 12, 7, pen.main) +
        pen.mark(0, 0, 74),
  placemat: pen =>
    [
      () =>
        block([-142, -92, 284, 184, 14], pen.fill) +
        block([-126, -76, 252, 152, 8], 'none', ` stroke="${pen.trim}" stroke-width="5"`) +
        (pen.mark(0, 0, 120) || move(0, 0, flower(46, pen.trim, pen.main, 7))),
      () =>
        disc(-40, 26, 92, pen.deep) +
        disc(-40, 20, 90, pen.fill) +
        disc(62, -36, 76, pen.deep) +
        disc(62, -42, 74, pen.pale) +
        (pen.mark(62, -42, 76) || disc(62, -42, 40, pen.main)),
      () =>
        block([-110, -110, 220, 220, 18], pen.fill) +
        (pen.mark(0, 0, 130) || disc(0, 0, 64, pen.trim) + disc(0, 0, 40, pen.main))
    ][pen.form(3)]?.() ?? '',
  'tea cosy': pen =>
    shape('M-104 98C-112 -70 -60 -110 0 -110C60 -110 112 -70 104 98Z', pen.fill) +
    block([-114, 76, 228, 34, 17], pen.trim) +
    disc(0, -120, 24, pen.trim) +
    line('M-50 -90Q-72 0 -66 74M0 -104V74M50 -90Q72 0 66 74', '#2b1c16', 5, DIM) +
    pen.mark(0, 0, 104),
  'food cover': pen =>
    shape('M-138 70C-130 -110 130 -110 138 70Z', pen.pale, ' opacity=".8"') +
    line(
      'M-138 70C-130 -110 130 -110 138 70M-70 70C-66 -60 -20 -64 0 -64C20 -64 66 -60 70 70M-124 10Q0 40 124 10',
      pen.main,
      5
    ) +
    times(9, i => disc(-136 + i * 34, 76, 13, i % 2 ? pen.main : pen.trim)) +
    move(0, -74, flower(28, pen.main, pen.trim, 6)),
  matches: pen =>
    block([-110, -20, 220, 110, 8], pen.fill) +
    block([-110, 64, 220, 26, 4], pen.ink, ' opacity=".55"') +
    pen.mark(0, 22, 74) +
    times(
      5,
      i =>
        line(`M${-60 + i * 30} -20L${-70 + i * 36} -110`, '#e2c493', 9) +
        oval([-71 + i * 36, -116, 10, 14], '#c8433f')
    )
}
