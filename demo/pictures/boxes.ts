import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, shape, taper, times } from './shapes.ts'

function weave(pen: Pen, top: number, bottom: number): string {
  return (
    shape(taper(top, bottom, -14, 108), pen.main) +
    times(4, i =>
      line(
        `M${-top + 8 + i * 4} ${10 + i * 26}H${top - 8 - i * 4}`,
        pen.deep,
        7,
        ' opacity=".45" stroke-dasharray="18 12"'
      )
    ) +
    block([-top - 6, -26, (top + 6) * 2, 26, 12], pen.pale) +
    pen.mark(0, 50, 60)
  )
}

export const BOXES: Drawings = {
  basket: pen =>
    [
      () => line('M-90 -10C-80 -140 80 -140 90 -10', pen.deep, 15) + weave(pen, 112, 84),
      () =>
        weave(pen, 120, 104) +
        oval([0, -14, 120, 22], pen.deep) +
        shape('M-100 -14Q-60 -60 -10 -30Q30 -80 96 -14Z', pen.trim) +
        oval([0, -10, 118, 14], 'none', ` stroke="${pen.pale}" stroke-width="9"`)
    ][pen.form(2)]?.() ?? '',
  box: pen =>
    [
      () =>
        block([-100, -30, 200, 140, 8], pen.fill) +
        block([-110, -58, 220, 46, 8], pen.trim === pen.paper ? pen.pale : pen.trim) +
        block([50, -12, 50, 122, 6], '#2b1c16', DIM) +
        pen.mark(0, 50, 84),
      () =>
        block([-124, 10, 248, 98, 8], pen.fill) +
        block([-100, -50, 200, 68, 8], pen.pale) +
        block([-74, -104, 148, 62, 8], pen.trim) +
        block([-106, -52, 212, 16, 5], pen.deep, ' opacity=".5"') +
        block([-130, 8, 260, 18, 5], pen.deep, ' opacity=".5"') +
        block([-80, -106, 160, 16, 5], pen.deep, ' opacity=".5"'),
      () =>
        shape(taper(108, 108, -20, 106, 10), pen.fill) +
        oval([0, -24, 116, 34], pen.trim) +
        block([-116, -26, 232, 20, 0], pen.trim) +
        oval([0, -34, 114, 32], pen.pale) +
        move(0, -34, flower(26, pen.main, pen.trim, 6), 'scale(1 .5)') +
        pen.mark(0, 52, 76)
    ][pen.form(3)]?.() ?? '',
  'trinket box': pen =>
    pen.form(2) === 0
      ? shape('M-100 10H100V92Q100 106 84 106H-84Q-100 106 -100 92Z', pen.fill) +
        shape('M-106 14C-106 -70 106 -70 106 14Z', pen.trim === pen.paper ? pen.pale : pen.trim) +
        line('M-106 14H106', pen.deep, 9) +
        disc(0, 22, 14, '#d0a955') +
        times(5, i => disc(-60 + i * 30, -18 - (i % 2) * 12, 6, pen.paper)) +
        line('M-84 100V114M84 100V114', '#d0a955', 13)
      : shape(heartPath(116, 0, 40), pen.deep) +
        shape(heartPath(116, 0, 14), pen.fill) +
        shape(heartPath(82, 0, 16), '#fff', ' opacity=".28"') +
        (pen.mark(0, 0, 80) || disc(0, 2, 20, '#d0a955')),
  'tissue box': pen =>
    shape('M-40 -50C-60 -120 -10 -130 0 -90C20 -140 70 -110 44 -50Z', '#fff') +
    shape('M-40 -50Q-10 -90 0 -90Q0 -70 20 -50Z', '#2b1c16', DIM) +
    block([-108, -54, 216, 162, 10], pen.fill) +
    oval([0, -52, 62, 10], pen.deep) +
    block([50, -54, 58, 162, 10], '#2b1c16', DIM) +
    pen.mark(0, 32, 96),
  gift: pen =>
    block([-96, -50, 192, 156, 8], pen.fill) +
    block([-106, -80, 212, 44, 8], pen.main) +
    block([-16, -80, 32, 186, 0], pen.trim) +
    shape('M0 -80C-80 -60 -80 -140 0 -80C80 -140 80 -60 0 -80Z', pen.trim) +
    disc(0, -82, 12, pen.deep)
}
