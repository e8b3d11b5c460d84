import type { Drawings } from './drawing.ts'
import { body, lid } from './parts.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, heartPath, line, oval, shape, taper } from './shapes.ts'

const handle = (pen: Pen, x: number, y: number, size: number) =>
  line(
    `M${x} ${y}C${x + size} ${y - size * 0.35} ${x + size} ${y + size * 1.5} ${x - 6} ${y + size * 1.15}`,
    pen.main,
    17
  ) +
  line(
    `M${x} ${y}C${x + size} ${y - size * 0.35} ${x + size} ${y + size * 1.5} ${x - 6} ${y + size * 1.15}`,
    pen.deep,
    4,
    ' opacity=".35"'
  )

export const TABLEWARE: Drawings = {
  mug: pen =>
    [
      () =>
        handle(pen, 72, -50, 66) +
        body(pen, { top: 84, bottom: 78, y0: -86, y1: 104 }) +
        pen.mark(-8, 12, 104),
      () =>
        handle(pen, 70, -20, 52) +
        body(pen, { top: 94, bottom: 62, y0: -60, y1: 104, r: 44 }) +
        pen.mark(-6, 16, 92),
      () =>
        handle(pen, 62, -66, 72) +
        body(pen, { top: 68, bottom: 74, y0: -110, y1: 104 }) +
        block([-71, 74, 144, 14, 2], pen.trim) +
        pen.mark(-6, -10, 96)
    ][pen.form(3)]?.() ?? '',
  'tea cup': pen =>
    oval([0, 100, 138, 22], pen.trim) +
    oval([0, 95, 92, 12], pen.deep, ' opacity=".3"') +
    handle(pen, 84, -14, 44) +
    body(pen, { top: 98, bottom: 40, y0: -40, y1: 96, r: 36 }) +
    line('M-94 -28H94', pen.trim, 6) +
    pen.mark(-6, 26, 74),
  'egg cup': pen =>
    shape('M-58 -30C-62 -132 62 -132 58 -30Z', '#f3dfc1') +
    oval([-18, -78, 12, 22], '#fff', ' opacity=".5"') +
    shape(
      'M-70 -34H70C66 34 34 44 20 48V78H60Q66 108 60 108H-60Q-66 108 -60 78H-20V48C-34 44 -66 34 -70 -34Z',
      pen.fill
    ) +
    shape('M20 -34H70C66 34 34 44 20 48Z', '#2b1c16', DIM) +
    block([-72, -40, 144, 14, 7], pen.trim) +
    pen.mark(0, 8, 56),
  glass: pen =>
    [
      () =>
        shape(
          'M-62 -130H62C66 -30 34 4 8 10V96H52Q58 110 46 110H-46Q-58 110 -52 96H-8V10C-34 4 -66 -30 -62 -130Z',
          pen.pale,
          ' opacity=".75"'
        ) +
        shape('M-58 -84H60C56 -30 30 -4 0 -4C-30 -4 -56 -30 -58 -84Z', pen.main, ' opacity=".75"') +
        line('M-44 -112Q-46 -60 -34 -36', '#fff', 7, ' opacity=".6"'),
      () =>
        shape(taper(70, 54, -110, 106, 12), pen.pale, ' opacity=".8"') +
        shape(taper(66, 52, -50, 102, 10), pen.main, ' opacity=".7"') +
        line('M-50 -90L-42 60', '#fff', 8, ' opacity=".6"') +
        oval([0, -110, 70, 10], '#fff', ' opacity=".7"') +
        pen.mark(0, 20, 70),
      () =>
        shape(
          'M-86 -120H86L14 -14V92H56Q62 108 48 108H-48Q-62 108 -56 92H-14V-14Z',
          pen.pale,
          ' opacity=".8"'
        ) +
        shape('M-68 -94H68L8 -20H-8Z', pen.main, ' opacity=".8"') +
        line('M50 -150L-20 -60', pen.trim, 6) +
        disc(46, -128, 17, '#a9c54a')
    ][pen.form(3)]?.() ?? '',
  jug: pen =>
    handle(pen, 56, -50, 70) +
    shape(
      'M-62 -104C-84 -112 -92 -100 -74 -78C-58 -50 -92 -10 -88 50C-86 96 -70 108 0 108C70 108 86 96 88 50C90 0 56 -40 62 -104Z',
      pen.fill
    ) +
    shape('M62 -104C56 -40 90 0 88 50C86 96 70 108 30 108C56 60 30 -30 40 -104Z', '#2b1c16', DIM) +
    oval([-4, -102, 64, 12], pen.deep) +
    line('M-62 20Q-64 50 -54 76', '#fff', 8, ' opacity=".4"') +
    pen.mark(0, 34, 90),
  bowl: pen =>
    [
      () =>
        shape('M-130 -30H130C124 62 66 100 46 100H-46C-66 100 -124 62 -130 -30Z', pen.fill) +
        shape('M50 -30H130C124 62 66 100 46 100H20C60 70 60 20 50 -30Z', '#2b1c16', DIM) +
        oval([0, -30, 130, 24], pen.deep) +
        oval([0, -26, 116, 17], pen.pale) +
        block([-44, 96, 88, 14, 5], pen.trim) +
        pen.mark(0, 34, 76),
      () =>
        shape('M-116 -50H116L84 90Q80 104 62 104H-62Q-80 104 -84 90Z', pen.fill) +
        oval([0, -50, 116, 20], pen.deep) +
        line('M-108 -26H108', pen.trim, 9) +
        shape('M50 -44H114L84 90Q80 104 62 104H40Z', '#2b1c16', DIM) +
        pen.mark(0, 34, 84),
      () =>
        oval([0, 92, 62, 12], pen.deep) +
        shape('M-12 20H12L18 92H-18Z', pen.main) +
        shape('M-134 -50Q0 -20 134 -50C120 20 60 44 0 44C-60 44 -120 20 -134 -50Z', pen.fill) +
        oval([0, -52, 134, 18], pen.pale) +
        disc(-46, -64, 30, '#c8433f') +
        disc(8, -72, 34, '#eec44f') +
        disc(58, -62, 28, '#8aae5b') +
        shape('M-134 -50Q0 -20 134 -50L130 -36Q0 -8 -130 -36Z', pen.trim)
    ][pen.form(3)]?.() ?? '',
  teapot: pen =>
    line('M78 -40C150 -60 150 70 70 60', pen.main, 20) +
    shape('M-80 30C-120 20 -110 -50 -146 -66L-122 -80C-90 -62 -92 -20 -66 -10Z', pen.main) +
    shape('M-84 -30C-110 60 -70 104 0 104C70 104 110 60 84 -30C60 -64 -60 -64 -84 -30Z', pen.fill) +
    shape('M40 -54C84 -40 110 30 84 72C70 98 40 104 20 104C70 60 60 -20 40 -54Z', '#2b1c16', DIM) +
    lid(pen, -46, 62) +
    line('M-60 0Q-66 30 -54 56', '#fff', 8, ' opacity=".4"') +
    pen.mark(0, 26, 92),
  pan: pen =>
    block([30, -14, 124, 22, 11], pen.wood, ' transform="rotate(-24 30 0)"') +
    disc(-34, 24, 104, pen.deep) +
    disc(-34, 20, 96, pen.fill) +
    disc(-34, 24, 74, pen.ink, ' opacity=".16"') +
    [
      () => shape(heartPath(44, -34, 26), '#fbf3e3') + disc(-34, 20, 17, '#eec44f'),
      () => oval([-34, 24, 48, 40], '#fbf3e3') + disc(-30, 20, 19, '#eec44f')
    ][pen.form(2)]?.()
}
