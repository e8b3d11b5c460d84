import type { Drawings } from './drawing.ts'
import { front } from './parts.ts'
import { block, DIM, disc, heartPath, line, move, shape, times } from './shapes.ts'

const pencil = (x: number, top: number, fill: string, wood: string) =>
  block([x - 11, top, 22, 170, 2], fill) +
  block([x + 3, top, 8, 170, 2], '#2b1c16', DIM) +
  shape(`M${x - 11} ${top}L${x} ${top - 34}L${x + 11} ${top}Z`, wood) +
  shape(`M${x - 4} ${top - 22}L${x} ${top - 34}L${x + 4} ${top - 22}Z`, fill)

export const DESK: Drawings = {
  pencil: pen =>
    pen.form(2) === 0
      ? times(5, i =>
          pencil(
            -56 + i * 28,
            -74 + (i % 2) * 20 - (i === 2 ? 16 : 0),
            [pen.main, pen.trim, '#eec44f', '#6fa06a', pen.deep][i] ?? pen.main,
            '#ecd0aa'
          )
        ) +
        block([-84, 0, 168, 112, 14], pen.fill) +
        block([34, 0, 50, 112, 14], '#2b1c16', DIM) +
        pen.mark(0, 56, 74)
      : move(
          0,
          0,
          move(-34, 0, pencil(0, -70, pen.fill, '#ecd0aa'), 'rotate(-14)') +
            move(
              30,
              10,
              pencil(0, -80, pen.trim, '#ecd0aa') + block([-11, 84, 22, 20, 6], '#e58fa5'),
              'rotate(12)'
            ) +
            pen.mark(-66, 66, 64)
        ),
  rubber: pen =>
    pen.mark(0, -20, 190)
      ? block([-100, 70, 200, 36, 10], pen.fill) + pen.mark(0, -24, 180)
      : move(
          0,
          0,
          block([-116, -46, 232, 92, 18], pen.fill) +
            block([-116, -46, 130, 92, 14], pen.trim) +
            block([-116, 18, 232, 28, 14], '#2b1c16', DIM) +
            disc(64, 0, 15, pen.paper),
          'rotate(-16)'
        ),
  sewing: pen =>
    [
      () =>
        disc(0, 30, 92, pen.fill) +
        times(
          6,
          i =>
            line(`M${-50 + i * 20} -10L${-84 + i * 34} -100`, pen.metal, 5) +
            disc(-84 + i * 34, -104, 11, [pen.trim, '#eec44f', '#c8433f'][i % 3] ?? pen.trim)
        ) +
        block([-100, 66, 200, 40, 18], pen.deep),
      () =>
        block([-76, -112, 70, 24, 6], pen.wood) +
        block([-66, -90, 50, 120, 4], pen.main) +
        block([-76, 28, 70, 24, 6], pen.wood) +
        line('M-66 -66H-16M-66 -40H-16M-66 -14H-16M-66 10H-16', '#2b1c16', 4, DIM) +
        line('M-16 20C70 20 30 110 120 60', pen.main, 5) +
        line('M30 -110L110 40', pen.metal, 7) +
        disc(64, 92, 27, pen.trim) +
        disc(56, 84, 4, pen.ink) +
        disc(72, 84, 4, pen.ink) +
        disc(56, 100, 4, pen.ink) +
        disc(72, 100, 4, pen.ink),
      () =>
        line('M-30 0L70 -120M30 0L-70 -120', pen.metal, 17) +
        disc(0, -26, 8, pen.ink) +
        disc(-44, 56, 40, 'none', ` stroke="${pen.main}" stroke-width="19"`) +
        disc(44, 56, 40, 'none', ` stroke="${pen.main}" stroke-width="19"`),
      () =>
        disc(-20, 0, 86, pen.fill) +
        disc(-20, 0, 34, pen.trim) +
        block([40, 40, 110, 40, 3], '#f4e3ae') +
        times(8, i => line(`M${52 + i * 12} 40V${i % 2 ? 52 : 60}`, pen.ink, 3)) +
        pen.mark(-20, 0, 62)
    ][pen.form(4)]?.() ?? '',
  'craft kit': pen =>
    pen.form(2) === 0
      ? block([-120, -104, 240, 212, 12], pen.fill) +
        block([-96, -80, 192, 122, 8], pen.paper) +
        front(pen, 108) +
        times(5, i =>
          disc(-80 + i * 40, 74, 15, ['#c8433f', '#eec44f', '#6fa06a', '#5b88b8', '#8565a8'][i] ?? pen.trim)
        )
      : shape(
          'M-20 -100C90 -120 140 0 90 60C66 90 40 50 20 70C0 90 30 110 -20 108C-150 100 -140 -80 -20 -100Z',
          pen.wood
        ) +
        disc(-70, -20, 22, '#c8433f') +
        disc(-20, -60, 22, '#eec44f') +
        disc(44, -44, 22, '#6fa06a') +
        disc(76, 10, 20, '#5b88b8') +
        disc(-64, 44, 20, pen.trim) +
        line('M-10 30L120 -130', pen.main, 11) +
        shape('M-26 54Q-24 24 -4 24L6 34Q-4 56 -26 54Z', pen.ink),
  jigsaw: pen =>
    times(4, i =>
      move(
        (i % 2) * 116 - 58 + (i === 1 ? 14 : 0),
        Math.floor(i / 2) * 116 - 58 - (i === 1 ? 16 : 0),
        block([-56, -56, 112, 112, 6], [pen.fill, pen.trim, pen.deep, pen.fill][i] ?? pen.fill) +
          disc(i % 2 ? -60 : 60, 0, 20, [pen.main, pen.trim, pen.deep, pen.main][i] ?? pen.main),
        i === 1 ? 'rotate(9)' : ''
      )
    ) + pen.mark(-20, 20, 130),
  game: pen =>
    [
      () =>
        move(
          -36,
          6,
          block([-60, -96, 120, 186, 12], pen.fill) +
            block([-46, -82, 92, 158, 6], 'none', ` stroke="${pen.trim}" stroke-width="5"`),
          'rotate(-14)'
        ) +
        move(
          40,
          0,
          block([-60, -96, 120, 186, 12], '#fdf8ec') +
            shape(heartPath(36), '#c8433f') +
            shape(heartPath(10, -42, -74), '#c8433f') +
            shape(heartPath(10, 42, 72), '#c8433f'),
          'rotate(11)'
        ),
      () =>
        times(3, i =>
          move(
            -82 + i * 82,
            (i % 2) * 40 - 10,
            block([-34, -76, 68, 152, 12], i % 2 ? pen.trim : pen.fill) +
              line('M-34 0H34', pen.ink, 4, ' opacity=".4"') +
              disc(0, -38, 8, pen.paper) +
              disc(-14, 26, 8, pen.paper) +
              disc(14, 54, 8, pen.paper),
            `rotate(${i * 14 - 14})`
          )
        ),
      () =>
        block([-112, -112, 224, 224, 12], pen.fill) +
        times(8, i =>
          block(
            [
              -96 + (i % 4) * 48 + (Math.floor(i / 4) % 2) * 0,
              -96 + Math.floor(i / 4) * 96 + (i % 2) * 48,
              48,
              48,
              0
            ],
            pen.paper,
            ' opacity=".85"'
          )
        ) +
        disc(-24, 20, 24, '#c8433f') +
        disc(60, -44, 24, '#eec44f')
    ][pen.form(3)]?.() ?? ''
}
