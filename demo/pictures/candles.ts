import type { Drawings } from './drawing.ts'
import { body, label } from './parts.ts'
import { block, DIM, disc, heartPath, line, oval, shape, starPath, times } from './shapes.ts'

const flame = (x: number, y: number, size: number) =>
  disc(x, y, size * 1.7, '#ffe7a3', ' opacity=".4"') +
  shape(
    `M${x} ${y - size * 1.3}C${x + size} ${y} ${x + size * 0.6} ${y + size * 0.8} ${x} ${y + size * 0.8}C${x - size * 0.6} ${y + size * 0.8} ${x - size} ${y} ${x} ${y - size * 1.3}Z`,
    '#f5b63f'
  ) +
  shape(
    `M${x} ${y - size * 0.4}Q${x + size * 0.5} ${y + size * 0.6} ${x} ${y + size * 0.7}Q${x - size * 0.5} ${y + size * 0.6} ${x} ${y - size * 0.4}Z`,
    '#fff3c9'
  )

const candleOf = (x: number, y0: number, y1: number, half: number, fill: string) =>
  block([x - half, y0, half * 2, y1 - y0, 5], fill) +
  block([x + half * 0.3, y0, half * 0.7, y1 - y0, 4], '#2b1c16', DIM) +
  oval([x, y0, half, half * 0.28], '#fff', ' opacity=".5"') +
  line(`M${x} ${y0}V${y0 - 10}`, '#5b4636', 4) +
  flame(x, y0 - 26, 13)

const teaLight = (x: number, y: number, fill: string) =>
  shape(`M${x - 32} ${y - 26}H${x + 32}L${x + 29} ${y}H${x - 29}Z`, '#c4c9ce') +
  oval([x, y - 27, 32, 9], fill) +
  line(`M${x} ${y - 28}V${y - 38}`, '#5b4636', 3) +
  flame(x, y - 50, 10)

export const CANDLES: Drawings = {
  candle: pen =>
    [
      () => oval([0, 108, 76, 14], pen.trim) + candleOf(0, -50, 106, 46, pen.fill),
      () =>
        candleOf(-56, -90, 108, 15, pen.fill) +
        candleOf(0, -110, 108, 15, pen.fill) +
        candleOf(56, -76, 108, 15, pen.fill),
      () =>
        body(pen, { top: 70, bottom: 62, y0: -30, y1: 106 }) +
        oval([0, -30, 66, 9], '#fbf0da') +
        line('M0 -30V-42', '#5b4636', 4) +
        flame(0, -58, 14) +
        label(pen, 42),
      () =>
        oval([0, 108, 60, 12], pen.trim) +
        candleOf(0, -20, 106, 36, pen.fill) +
        block([-37, 40, 74, 24, 2], pen.trim)
    ][pen.form(4)]?.() ?? '',
  'candle holder': pen =>
    [
      () =>
        line('M0 104V20', pen.main, 18) +
        oval([0, 106, 70, 14], pen.main) +
        disc(0, 60, 16, pen.deep) +
        oval([0, 20, 44, 11], pen.deep) +
        candleOf(0, -90, 18, 18, '#fbf0da'),
      () =>
        body(pen, { top: 66, bottom: 56, y0: -40, y1: 106, r: 22 }) +
        oval([0, -40, 60, 8], '#fff1c4') +
        flame(0, -62, 18) +
        pen.mark(0, 36, 74),
      () =>
        line('M0 -150V-96', pen.metal, 4) +
        shape(heartPath(92, 0, 0), pen.fill) +
        shape(heartPath(62, 0, 2), '#fff', ' opacity=".5"') +
        teaLight(0, 50, '#fbf0da'),
      () =>
        shape(
          'M-90 -30C-90 70 -50 106 0 106C50 106 90 70 90 -30Q60 10 46 -30Q22 10 0 -30Q-22 10 -46 -30Q-60 10 -90 -30Z',
          pen.fill
        ) +
        flame(0, -44, 18) +
        line('M-64 20Q-56 64 -36 80', '#fff', 8, ' opacity=".4"'),
      () =>
        line('M0 -150V-60M-70 40C-70 -60 70 -60 70 40', pen.main, 7) +
        shape(starPath(100, 5, 0.5, 0, 20), pen.fill, ' opacity=".9"') +
        teaLight(0, 66, '#fbf0da')
    ][pen.form(5)]?.() ?? '',
  't-lights': pen =>
    teaLight(-78, 40, pen.main) +
    teaLight(78, 40, pen.main) +
    teaLight(0, 18, pen.trim) +
    teaLight(-42, 100, pen.trim) +
    teaLight(44, 104, pen.main),
  incense: pen =>
    pen.form(2) === 0
      ? oval([0, 96, 120, 18], pen.wood) +
        times(4, i => line(`M${-12 + i * 10} 90L${-60 + i * 44} -70`, pen.main, 7)) +
        line(
          'M74 -76C100 -100 60 -116 84 -146M-60 -76C-84 -100 -46 -120 -70 -146',
          '#fff',
          5,
          ' opacity=".7"'
        )
      : body(pen, { top: 58, bottom: 70, y0: -20, y1: 106 }) +
        shape('M-34 106V60Q0 24 34 60V106Z', pen.ink, ' opacity=".55"') +
        flame(0, 84, 12) +
        shape('M-84 -40H84Q70 -6 0 -6Q-70 -6 -84 -40Z', pen.trim) +
        oval([0, -40, 84, 12], pen.pale) +
        line('M-16 -64C-34 -86 4 -100 -14 -128', '#fff', 6, ' opacity=".7"')
}
