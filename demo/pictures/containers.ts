import type { Drawings } from './drawing.ts'
import { body, label, lid } from './parts.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, leafPath, line, move, oval, shape, taper } from './shapes.ts'

function flowers(pen: Pen, y: number): string {
  const stem = (x: number, top: number) => line(`M0 -10Q${x * 0.4} ${y} ${x} ${top}`, '#6f9a68', 5)
  return (
    stem(-56, -94) +
    stem(4, -122) +
    stem(58, -88) +
    move(-56, -94, flower(32, pen.trim, '#eec44f', 6)) +
    move(4, -118, flower(36, '#e58fa5', '#eec44f', 7)) +
    move(58, -86, flower(30, pen.pale, '#dd8a45', 5))
  )
}

function plant(pen: Pen): string {
  const leaves = [-64, -34, 0, 34, 64]
  return (
    leaves
      .map((turn, index) =>
        move(
          0,
          0,
          shape(leafPath(118 - Math.abs(turn) * 0.4, 24), index % 2 ? '#87ad7c' : '#6f9a68'),
          `rotate(${turn})`
        )
      )
      .join('') +
    (pen.form(2) === 0
      ? move(-26, -92, flower(24, pen.trim, '#eec44f', 6)) +
        move(34, -84, flower(20, '#e58fa5', '#eec44f', 6))
      : '')
  )
}

export const CONTAINERS: Drawings = {
  jar: pen =>
    [
      () =>
        body(pen, { top: 84, bottom: 84, y0: -70, y1: 108, r: 30 }, pen.fill) +
        block([-76, -106, 152, 40, 8], pen.trim) +
        line('M-70 -94H70M-70 -80H70', pen.deep, 2, ' opacity=".4"') +
        label(pen, 24),
      () =>
        shape('M-70 -60C-104 -40 -100 108 -70 108H70C100 108 104 -40 70 -60Z', pen.fill) +
        line('M-78 -10Q-84 40 -74 80', '#fff', 8, ' opacity=".45"') +
        block([-70, -76, 140, 18, 6], pen.deep) +
        lid(pen, -74, 72) +
        label(pen, 26),
      () =>
        shape(taper(86, 86, -50, 108, 26), pen.pale, ' opacity=".85"') +
        shape(taper(80, 80, -10, 102, 22), pen.fill) +
        shape('M-96 -52Q-60 -110 0 -112Q60 -110 96 -52Q0 -36 -96 -52Z', pen.trim) +
        line('M-84 -58Q0 -44 84 -58', pen.deep, 7) +
        line('M-64 -20V60', '#fff', 8, ' opacity=".5"') +
        label(pen, 46)
    ][pen.form(3)]?.() ?? '',
  bottle: pen =>
    [
      () =>
        shape(
          'M-24 -140H24V-70C24 -40 62 -36 62 6V94Q62 110 46 110H-46Q-62 110 -62 94V6C-62 -36 -24 -40 -24 -70Z',
          pen.fill
        ) +
        shape('M10 -140H24V-70C24 -40 62 -36 62 6V94Q62 110 46 110H20Z', '#2b1c16', DIM) +
        line('M-44 0V70', '#fff', 8, ' opacity=".45"') +
        block([-30, -150, 60, 22, 6], pen.trim) +
        label(pen, 42),
      () =>
        shape('M-20 -110H20V-60C70 -40 84 10 78 60C72 116 -72 116 -78 60C-84 10 -70 -40 -20 -60Z', pen.fill) +
        disc(0, -130, 24, pen.trim) +
        line('M-56 10Q-60 50 -46 76', '#fff', 8, ' opacity=".5"') +
        label(pen, 30),
      () =>
        block([-58, -60, 116, 170, 12], pen.fill) +
        block([-20, -112, 40, 56, 4], pen.pale) +
        block([-28, -140, 56, 34, 8], pen.trim) +
        block([20, -60, 38, 170, 12], '#2b1c16', DIM) +
        label(pen, 28)
    ][pen.form(3)]?.() ?? '',
  vase: pen =>
    flowers(pen, -70) +
    [
      () => body(pen, { top: 46, bottom: 62, y0: -40, y1: 110, r: 50 }),
      () =>
        shape(
          'M-30 -50H30C20 -10 84 10 72 66C66 106 40 110 0 110C-40 110 -66 106 -72 66C-84 10 -20 -10 -30 -50Z',
          pen.fill
        ) +
        oval([0, -50, 32, 7], pen.deep) +
        line('M-48 40Q-52 64 -42 84', '#fff', 7, ' opacity=".45"')
    ][pen.form(2)]?.(),
  planter: pen =>
    plant(pen) +
    body(pen, { top: 92, bottom: 66, y0: -6, y1: 110 }) +
    block([-100, -20, 200, 34, 8], pen.trim) +
    pen.mark(0, 64, 70),
  'grow kit': pen =>
    line('M0 -10V-70', '#6f9a68', 8) +
    move(0, -60, shape(leafPath(70, 30), '#87ad7c'), 'rotate(50)') +
    move(0, -50, shape(leafPath(64, 28), '#6f9a68'), 'rotate(-55)') +
    oval([0, -6, 72, 16], '#6b4a34') +
    body(pen, { top: 76, bottom: 70, y0: -2, y1: 110 }) +
    oval([0, -2, 70, 9], '#6b4a34') +
    label(pen, 56),
  bucket: pen =>
    line('M-92 -40C-80 -150 80 -150 92 -40', pen.metal, 9) +
    block([-22, -134, 44, 18, 9], pen.wood) +
    body(pen, { top: 98, bottom: 70, y0: -46, y1: 108 }) +
    line('M-92 -18H92', pen.trim, 9) +
    pen.mark(-4, 36, 92),
  'watering can': pen =>
    line('M74 -40C140 -40 136 70 70 76', pen.main, 15) +
    line('M-40 -60C-20 -126 40 -126 56 -60', pen.deep, 13) +
    shape('M-70 50L-136 -58L-116 -70L-60 -8Z', pen.main) +
    shape('M-150 -48L-110 -86L-102 -76L-140 -38Z', pen.trim) +
    body(pen, { top: 72, bottom: 86, y0: -58, y1: 106 }) +
    pen.mark(4, 26, 96),
  'bread bin': pen =>
    [
      () =>
        body(pen, { top: 80, bottom: 80, y0: -70, y1: 108, r: 10 }) +
        block([-88, -94, 176, 34, 8], pen.trim) +
        disc(0, -104, 13, pen.deep) +
        label(pen, 24),
      () =>
        shape('M-124 108V-10Q-124 -70 -64 -70H64Q124 -70 124 -10V108Z', pen.fill) +
        shape('M-124 -4H124V10H-124Z', pen.deep, ' opacity=".5"') +
        block([-30, -26, 60, 16, 8], pen.trim) +
        shape('M60 -70H64Q124 -70 124 -10V108H80V0Q80 -50 60 -70Z', '#2b1c16', DIM) +
        label(pen, 58),
      () =>
        body(pen, { top: 112, bottom: 112, y0: -30, y1: 104, r: 12 }) +
        oval([0, -36, 118, 26], pen.trim) +
        oval([0, -42, 116, 24], pen.pale) +
        disc(0, -54, 14, pen.deep) +
        pen.mark(0, 46, 92)
    ][pen.form(3)]?.() ?? '',
  tin: pen =>
    [
      () =>
        body(pen, { top: 78, bottom: 78, y0: -86, y1: 106, r: 8 }) +
        oval([0, -92, 82, 18], pen.trim) +
        block([-82, -92, 164, 16, 2], pen.trim) +
        oval([0, -94, 74, 13], pen.pale) +
        label(pen, 14),
      () =>
        block([-110, -40, 220, 146, 12], pen.fill) +
        block([-116, -58, 232, 36, 10], pen.trim) +
        block([60, -22, 50, 128, 12], '#2b1c16', DIM) +
        label(pen, 44)
    ][pen.form(2)]?.() ?? '',
  'money box': pen =>
    pen.form(2) === 0
      ? shape(
          'M-110 20C-116 -60 60 -80 96 -20L118 -26L114 14C106 60 90 70 76 76V108H44V86H-40V108H-72V72C-96 64 -108 44 -110 20Z',
          pen.fill
        ) +
        shape('M60 -42L96 -64L92 -22Z', pen.deep) +
        disc(74, -4, 7, pen.ink) +
        oval([112, 14, 12, 18], pen.trim) +
        block([-40, -56, 56, 9, 4], pen.ink) +
        disc(-12, -84, 24, '#d0a955') +
        disc(-12, -84, 16, '#e3c47c') +
        pen.mark(-20, 20, 70)
      : body(pen, { top: 76, bottom: 84, y0: -60, y1: 106, r: 24 }) +
        oval([0, -60, 78, 16], pen.trim) +
        block([-30, -66, 60, 9, 4], pen.ink) +
        disc(10, -92, 26, '#d0a955') +
        disc(10, -92, 17, '#e3c47c') +
        label(pen, 26),
  soap: pen =>
    pen.form(2) === 0
      ? oval([0, 90, 132, 20], pen.trim) +
        oval([0, 84, 112, 13], pen.deep, ' opacity=".25"') +
        block([-86, 20, 172, 66, 30], pen.fill) +
        line('M-60 36H40', '#fff', 8, ' opacity=".5"') +
        disc(70, -10, 16, '#fff', ' opacity=".6"') +
        disc(44, -46, 24, '#fff', ' opacity=".5"') +
        disc(92, -60, 12, '#fff', ' opacity=".6"')
      : body(pen, { top: 60, bottom: 60, y0: -40, y1: 108, r: 16 }) +
        block([-18, -76, 36, 40, 4], pen.trim) +
        line('M0 -78V-104H-44', pen.trim, 15) +
        label(pen, 36),
  ashtray: pen =>
    shape('M-116 30H116L92 100H-92Z', pen.fill) +
    oval([0, 30, 116, 28], pen.deep) +
    oval([0, 36, 88, 17], pen.pale) +
    block([-14, 0, 28, 30, 8], pen.trim)
}
