import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, line, oval, shape, starPath, times } from './shapes.ts'

const pane = (pen: Pen) =>
  shape('M-60 96V-40Q0 -100 60 -40V96Z', '#fff1c4', ' opacity=".85"') +
  line('M0 -68V96M-60 20H60', pen.main, 8)

const glow = (y: number) =>
  block([-20, y, 40, 72, 5], '#fbf3e3') +
  disc(0, y - 20, 34, '#ffd978', ' opacity=".5"') +
  shape(`M0 ${y - 40}Q18 ${y - 12} 0 ${y - 6}Q-18 ${y - 12} 0 ${y - 40}Z`, '#f5a63f')

function bulb(pen: Pen, x: number, y: number, index: number): string {
  const colours = [pen.main, pen.trim, '#eec44f', pen.pale]
  const colour = colours[index % 4] ?? pen.main
  return (
    disc(x, y + 20, 30, '#ffe9ae', ' opacity=".45"') +
    block([x - 6, y - 6, 12, 14, 3], pen.ink) +
    (pen.mark(x, y + 26, 48) || oval([x, y + 24, 14, 19], colour))
  )
}

export const LIGHTS: Drawings = {
  lantern: pen =>
    [
      () =>
        line('M-20 -116C-20 -156 20 -156 20 -116', pen.main, 8) +
        shape('M-70 -70L-26 -116H26L70 -70Z', pen.deep) +
        block([-76, -72, 152, 20, 5], pen.main) +
        block([-64, -54, 128, 146, 4], '#fff1c4', ' opacity=".9"') +
        glow(20) +
        line('M-64 -54V92M64 -54V92M0 -54V-30', pen.main, 9) +
        block([-82, 90, 164, 22, 6], pen.main),
      () =>
        line('M0 -150V-120', pen.metal, 5) +
        shape(starPath(128, 5 + pen.form(3), 0.5), pen.fill) +
        shape(starPath(74, 5 + pen.form(3), 0.5), '#fff1c4', ' opacity=".75"') +
        disc(0, 0, 14, pen.trim),
      () =>
        line('M-30 -110C-30 -154 30 -154 30 -110', pen.main, 8) +
        shape('M-40 -110H40L78 -50V70L40 106H-40L-78 70V-50Z', pen.main) +
        shape('M-30 -92H30L60 -44V64L30 90H-30L-60 64V-44Z', '#fff1c4') +
        glow(18) +
        line('M-30 -92V90M30 -92V90M-60 10H60', pen.deep, 5),
      () =>
        line('M0 -150V-116', pen.metal, 5) +
        shape('M-60 -100H60C116 -60 116 60 60 100H-60C-116 60 -116 -60 -60 -100Z', pen.fill) +
        times(5, i =>
          line(
            `M${-92 + Math.abs(i - 2) * 12} ${-70 + i * 35}H${92 - Math.abs(i - 2) * 12}`,
            '#2b1c16',
            4,
            DIM
          )
        ) +
        block([-44, -112, 88, 17, 5], pen.deep) +
        block([-44, 95, 88, 17, 5], pen.deep),
      () =>
        shape('M-14 -136H14V-118H-14Z', pen.deep) +
        shape('M-80 -60Q-60 -118 0 -120Q60 -118 80 -60Z', pen.main) +
        pane(pen) +
        block([-78, 92, 156, 20, 6], pen.main) +
        line('M-64 -60V94M64 -60V94', pen.main, 12) +
        glow(40)
    ][pen.form(5)]?.() ?? '',
  lamp: pen =>
    [
      () =>
        line('M0 0V90', pen.deep, 14) +
        oval([0, 104, 62, 12], pen.deep) +
        disc(0, 50, 26, pen.trim) +
        shape('M-58 -120H58L100 10H-100Z', pen.fill) +
        shape('M20 -120H58L100 10H50Z', '#2b1c16', DIM) +
        oval([0, 10, 100, 9], '#fff1c4'),
      () =>
        line('M0 -150V-90', pen.ink, 5) +
        shape('M-24 -92H24C40 -40 130 -40 130 50H-130C-130 -40 -40 -40 -24 -92Z', pen.fill) +
        oval([0, 50, 130, 15], '#fff1c4') +
        disc(0, 56, 22, '#fbe08f'),
      () =>
        shape('M-70 106C-96 60 -60 20 -64 -20C-60 -100 60 -100 64 -20C60 20 96 60 70 106Z', pen.fill) +
        disc(0, 0, 110, '#ffe9ae', ' opacity=".28"') +
        (pen.mark(0, 10, 110) || shape(starPath(40, 5, 0.45, 0, 0), '#fff1c4')) +
        block([-78, 98, 156, 14, 7], pen.deep)
    ][pen.form(3)]?.() ?? '',
  'fairy lights': pen =>
    line('M-150 -90Q-70 10 0 -40T150 -80', pen.ink, 4) +
    line('M-150 30Q-60 110 10 50T150 50', pen.ink, 4) +
    times(9, i =>
      bulb(
        pen,
        [-124, -84, -40, 6, 52, 104, -108, -44, 92][i] ?? 0,
        [-48, -18, -22, -32, -52, -68, 72, 86, 46][i] ?? 0,
        i
      )
    )
}
