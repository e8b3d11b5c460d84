import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, heartPath, line, oval, shape, taper, times } from './shapes.ts'

const legs = (pen: Pen, half: number, y: number) => line(`M${-half} ${y}V108M${half} ${y}V108`, pen.deep, 13)

export const FURNITURE: Drawings = {
  drawers: pen =>
    [
      () =>
        block([-110, -110, 220, 216, 10], pen.fill) +
        times(3, i => block([-94, -94 + i * 66, 188, 56, 6], pen.pale) + disc(0, -66 + i * 66, 9, pen.deep)) +
        line('M-90 106V122M90 106V122', pen.deep, 14),
      () =>
        block([-84, -120, 168, 230, 10], pen.fill) +
        block([-68, -104, 136, 140, 6], pen.pale) +
        line('M0 -104V36', pen.deep, 5) +
        disc(-14, -30, 7, pen.deep) +
        disc(14, -30, 7, pen.deep) +
        block([-68, 46, 136, 48, 6], pen.pale) +
        disc(0, 70, 8, pen.deep) +
        pen.mark(0, -66, 50),
      () =>
        block([-130, -60, 260, 166, 10], pen.fill) +
        times(
          6,
          i =>
            block(
              [-116 + (i % 3) * 80, -46 + Math.floor(i / 3) * 74, 72, 64, 6],
              i % 2 ? pen.pale : pen.trim
            ) + disc(-80 + (i % 3) * 80, -14 + Math.floor(i / 3) * 74, 7, pen.deep)
        )
    ][pen.form(3)]?.() ?? '',
  shelf: pen =>
    block([-110, -130, 18, 240, 4], pen.main) +
    block([92, -130, 18, 240, 4], pen.main) +
    times(3, i => block([-112, -70 + i * 80, 224, 15, 4], pen.deep)) +
    block([-70, -118, 26, 48, 4], '#c8433f') +
    block([-40, -108, 22, 38, 4], '#5b88b8') +
    disc(50, -90, 20, '#eec44f') +
    disc(-40, -12, 22, '#8aae5b') +
    block([20, -40, 60, 50, 6], pen.trim) +
    block([-60, 50, 90, 40, 6], pen.pale),
  chair: pen =>
    pen.form(2) === 0
      ? line('M-60 20V-120H60V20M-60 -70H60M-60 -30H60', pen.main, 15) +
        block([-84, 10, 168, 28, 10], pen.fill) +
        legs(pen, 66, 38)
      : block([-96, -24, 192, 34, 17], pen.fill) +
        line('M-70 10L-92 108M70 10L92 108M0 10V96M-82 66H82', pen.deep, 12) +
        pen.mark(0, -52, 40),
  'card holder': pen =>
    line('M-110 100H110M-110 100V20M110 100V20M-110 60H110', pen.main, 11) +
    block([-84, -70, 100, 150, 6], '#fbf3e3') +
    block([-30, -40, 100, 130, 6], pen.trim) +
    shape(heartPath(24, 20, 14), pen.main) +
    line('M-110 100V40C-110 10 110 10 110 40V100', pen.main, 9) +
    line('M-120 106H120', pen.deep, 13),
  'umbrella stand': pen =>
    line('M-20 -30L-46 -130M26 -30L40 -140', '#5b88b8', 13) +
    line('M40 -140Q40 -156 56 -150', pen.wood, 9) +
    shape(taper(66, 60, -40, 110), pen.fill) +
    oval([0, -40, 66, 12], pen.deep),
  'jewellery stand': pen =>
    line('M0 104V-100M-70 -60Q0 -90 70 -60M-50 -10Q0 -34 50 -10', pen.main, 10) +
    oval([0, 106, 76, 14], pen.deep) +
    line('M-66 -58Q-66 20 -40 0M66 -58Q70 40 40 20', '#d0a955', 5) +
    disc(-46, 16, 9, pen.trim) +
    disc(46, 26, 9, pen.trim) +
    shape(heartPath(18, 0, -112), pen.main),
  doorstop: pen =>
    pen.form(2) === 0
      ? shape('M-70 108C-120 90 -96 -20 -50 -60L-20 -84H20L50 -60C96 -20 120 90 70 108Z', pen.fill) +
        line('M-24 -84C-30 -140 30 -140 24 -84', pen.trim, 14) +
        shape('M30 -74L50 -60C96 -20 120 90 70 108H30C70 50 60 -30 30 -74Z', '#2b1c16', DIM) +
        pen.mark(0, 30, 110)
      : shape('M-84 108L-60 -60H60L84 108Z', pen.fill) +
        shape('M20 -60H60L84 108H40Z', '#2b1c16', DIM) +
        line('M-30 -60C-30 -120 30 -120 30 -60', pen.trim, 13) +
        pen.mark(0, 30, 104)
}
