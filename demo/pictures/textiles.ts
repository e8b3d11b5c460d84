import type { Drawings } from './drawing.ts'
import { block, DIM, disc, heartPath, line, move, shape, times } from './shapes.ts'

export const TEXTILES: Drawings = {
  cushion: pen =>
    [
      () =>
        shape('M-124 -110Q0 -84 124 -110Q98 0 124 110Q0 84 -124 110Q-98 0 -124 -110Z', pen.fill) +
        shape('M60 -98Q98 -102 124 -110Q98 0 124 110Q100 100 60 96Q92 0 60 -98Z', '#2b1c16', DIM) +
        pen.mark(0, 0, 130),
      () =>
        disc(0, 0, 122, pen.fill) +
        disc(0, 0, 122, 'none', ` stroke="${pen.trim}" stroke-width="11"`) +
        times(10, i => move(0, 0, line('M0 -26V-108', '#2b1c16', 4, DIM), `rotate(${i * 36})`)) +
        disc(0, 0, 17, pen.trim),
      () => shape(heartPath(136, 0, 0), pen.fill) + pen.mark(0, -14, 110),
      () =>
        block([-142, -84, 284, 168, 40], pen.fill) +
        line('M-142 -84L-150 -96M142 -84L150 -96M-142 84L-150 96M142 84L150 96', pen.trim, 12) +
        line('M-110 -60Q0 -74 110 -60', '#fff', 7, ' opacity=".35"') +
        pen.mark(0, 0, 110)
    ][pen.form(4)]?.() ?? '',
  blanket: pen =>
    block([-120, 30, 240, 66, 26], pen.fill) +
    block([-112, -24, 224, 66, 26], pen.pale) +
    block([-120, -78, 240, 66, 26], pen.fill) +
    line('M-100 -12H100M-100 42H100M-100 -66H100', pen.deep, 4, ' opacity=".4"') +
    times(9, i => line(`M${-96 + i * 24} 96V112`, pen.trim, 5)),
  curtain: pen =>
    line('M-150 -128H150', pen.wood, 13) +
    disc(-150, -128, 12, pen.wood) +
    disc(150, -128, 12, pen.wood) +
    shape('M-134 -120H-8Q-16 20 -96 120H-134Z', pen.fill) +
    shape('M134 -120H8Q16 20 96 120H134Z', pen.fill) +
    line('M-104 -116V100M-70 -116Q-70 20 -104 100M104 -116V100M70 -116Q70 20 104 100', '#2b1c16', 5, DIM),
  towel: pen =>
    block([-100, -110, 200, 220, 12], pen.fill) +
    block([-100, 50, 200, 16, 0], pen.trim) +
    block([-100, 74, 200, 7, 0], pen.trim) +
    block([40, -110, 60, 220, 12], '#2b1c16', DIM) +
    line('M-140 -116H140', pen.wood, 14) +
    pen.mark(0, -30, 92),
  'hot water bottle': pen =>
    block([-30, -144, 60, 50, 10], pen.trim) +
    shape(
      'M-34 -100H34C36 -70 96 -72 96 -20V76Q96 112 60 112H-60Q-96 112 -96 76V-20C-96 -72 -36 -70 -34 -100Z',
      pen.fill
    ) +
    shape('M20 -100H34C36 -70 96 -72 96 -20V76Q96 112 60 112H30C70 60 60 -50 20 -84Z', '#2b1c16', DIM) +
    line('M-62 -30V70M-24 -44V84M16 -44V84M54 -30V70', '#fff', 4, ' opacity=".22"') +
    block([-40, -108, 80, 20, 10], pen.trim) +
    pen.mark(0, 24, 110),
  'hand warmer': pen =>
    (pen.form(2) === 0 ? shape(heartPath(122, 0, 0), pen.fill) : block([-104, -96, 208, 192, 66], pen.fill)) +
    pen.mark(0, 0, 120) +
    line('M-70 -46Q-60 -70 -36 -74', '#fff', 9, ' opacity=".5"')
}
