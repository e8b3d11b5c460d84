import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import {
  disc,
  flower,
  heartPath,
  leafPath,
  line,
  move,
  oval,
  ringOfDots,
  shape,
  starPath,
  taper,
  times
} from './shapes.ts'

function flag(pen: Pen, x: number, y: number, index: number): string {
  const fill = [pen.fill, pen.trim, pen.deep][index % 3] ?? pen.fill
  return shape(`M${x - 25} ${y}H${x + 25}L${x} ${y + 66}Z`, fill)
}

function hanging(pen: Pen, index: number): string {
  const colour = [pen.main, pen.trim, pen.deep][index % 3] ?? pen.main
  return (
    [
      () => shape(heartPath(24, 0, 14), colour),
      () => pen.mark(0, 16, 52) || disc(0, 14, 21, colour),
      () => shape(starPath(25, 5, 0.45, 0, 14), colour),
      () => move(0, 14, flower(25, colour, pen.paper, 6))
    ][(index + pen.form(4)) % 4]?.() ?? ''
  )
}

export const PARTY: Drawings = {
  bunting: pen =>
    line('M-160 -90Q0 -30 160 -90', pen.ink, 5) +
    times(5, i => flag(pen, -112 + i * 56, -66 + (2 - Math.abs(i - 2)) * 13, i)) +
    line('M-160 40Q0 90 160 40', pen.ink, 5) +
    times(4, i => flag(pen, -92 + i * 60, 60 + (1.5 - Math.abs(i - 1.5)) * 9, i + 1)),
  garland: pen =>
    line('M-160 -80Q-80 40 0 -20T160 -60', pen.ink, 4) +
    times(7, i => move(-126 + i * 42, [-36, -4, -2, -14, -36, -54, -60][i] ?? 0, hanging(pen, i))) +
    line('M-160 40Q0 120 160 40', pen.ink, 4) +
    times(5, i => move(-100 + i * 50, 66 + (2 - Math.abs(i - 2)) * 6, hanging(pen, i + 1))),
  balloons: pen =>
    line('M-60 20Q-20 80 0 140M60 10Q20 80 0 140M0 30V140', pen.ink, 3) +
    oval([-68, -30, 56, 68], pen.trim === pen.paper ? pen.pale : pen.trim) +
    oval([70, -36, 54, 66], pen.deep) +
    oval([0, -62, 60, 74], pen.fill) +
    oval([-22, -92, 12, 20], '#fff', ' opacity=".5"') +
    oval([-90, -54, 10, 16], '#fff', ' opacity=".5"') +
    shape('M-8 14L0 4L8 14Z', pen.main),
  straws: pen =>
    times(
      6,
      i =>
        line(`M${-30 + i * 12} 110L${-90 + i * 36} -110`, i % 2 ? pen.main : pen.trim, 12) +
        line(
          `M${-30 + i * 12} 110L${-90 + i * 36} -110`,
          pen.paper,
          12,
          ' stroke-dasharray="4 22" opacity=".8"'
        )
    ) +
    shape(taper(62, 52, 10, 112), pen.fill, ' opacity=".96"') +
    pen.mark(0, 60, 64),
  wreath: pen =>
    disc(0, 0, 92, 'none', ` stroke="${pen.wood}" stroke-width="26"`) +
    times(12, i =>
      move(
        0,
        0,
        move(0, -92, shape(leafPath(52, 18), i % 2 ? '#5f8f63' : '#7fa57a'), `rotate(${i % 2 ? 60 : 115})`),
        `rotate(${i * 30})`
      )
    ) +
    move(0, 0, ringOfDots(92, 4, 11, pen.trim), 'rotate(10)') +
    move(0, 0, ringOfDots(92, 4, 11, pen.main), 'rotate(55)') +
    shape('M0 92C-70 60 -70 140 0 104C70 140 70 60 0 92Z', pen.main) +
    disc(0, 98, 13, pen.deep)
}
