import type { Drawings } from './drawing.ts'
import { GOLD } from './parts.ts'
import { block, DIM, disc, line, move, oval, shape, starPath, times } from './shapes.ts'

const pair = (draw: string) => move(-30, -26, draw, 'scale(.86)') + move(34, 34, draw, 'scale(.92)')

export const SHOES: Drawings = {
  boots: pen =>
    pair(
      [
        () =>
          shape('M-50 -120H30V10C60 26 104 30 106 66V84H-50Z', pen.fill) +
          block([-56, 80, 166, 22, 8], pen.ink) +
          block([-56, -128, 92, 26, 8], pen.trim) +
          line('M30 -80H-4M30 -50H-4M30 -20H0', pen.trim, 7) +
          shape('M-50 -100H-24V84H-50Z', '#2b1c16', DIM),
        () =>
          shape('M-40 -140H36V20C60 34 108 34 108 70V80H-10V92H-44Z', pen.fill) +
          shape('M-44 80H-6V110H-40Z', pen.ink) +
          block([10, 78, 102, 13, 5], pen.ink) +
          line('M-40 -90Q0 -76 36 -90', '#2b1c16', 6, DIM) +
          block([30, -60, 17, 30, 6], pen.trim),
        () =>
          shape('M-46 -70H34V16C62 30 104 34 106 68V84H-46Z', pen.fill) +
          block([-52, 80, 164, 20, 8], pen.ink) +
          block([-10, -62, 30, 76, 6], pen.deep) +
          line('M-42 -78V-92', pen.trim, 9)
      ][pen.form(3)]?.() ?? ''
    ),
  sneakers: pen =>
    pair(
      shape(
        'M-104 -50Q-80 -30 -56 -54L-16 -62C10 -16 56 -6 100 8Q116 16 112 44H-110Q-116 0 -104 -50Z',
        pen.fill
      ) +
        block([-116, 38, 232, 28, 14], '#fbf6ea') +
        line('M-112 52H112', pen.accent, 5) +
        line('M-24 -44L4 -58M-6 -24L20 -40M16 -6L40 -22', '#fbf6ea', 8) +
        shape('M60 0C84 4 116 10 112 40H64Q52 16 60 0Z', '#fbf6ea', ' opacity=".85"') +
        (pen.form(2)
          ? shape(starPath(22, 5, 0.45, -66, 2), pen.trim)
          : line('M-80 20Q-40 30 0 4', pen.trim, 11))
    ),
  sandals: pen =>
    pen.form(2) === 0
      ? times(2, i =>
          move(
            -56 + i * 112,
            0,
            shape(
              'M0 -128C48 -128 50 -50 42 0C36 60 50 120 0 124C-50 120 -36 60 -42 0C-50 -50 -48 -128 0 -128Z',
              pen.deep
            ) +
              shape(
                'M0 -116C38 -116 40 -50 33 0C28 56 38 108 0 112C-38 108 -28 56 -33 0C-40 -50 -38 -116 0 -116Z',
                pen.pale
              ) +
              line('M0 -66Q-40 -30 -42 20M0 -66Q40 -30 42 20', pen.main, 17) +
              disc(0, -68, 11, pen.trim),
            i ? 'rotate(8)' : 'rotate(-8)'
          )
        )
      : pair(
          shape('M-110 30C-60 10 40 30 112 20V46Q112 60 96 60H-96Q-110 60 -110 46Z', pen.wood) +
            line('M-84 22C-84 -40 -20 -40 -12 20M10 24C14 -34 74 -34 84 18', pen.main, 26) +
            line('M-82 6H-20', pen.trim, 6) +
            block([-112, 54, 224, 13, 6], pen.ink)
        ),
  heels: pen =>
    pair(
      shape(
        'M-108 -70C-70 -76 -60 -30 0 10C40 34 90 36 116 56Q116 70 98 70H20C-40 70 -60 10 -88 0L-96 70H-108L-114 -30Z',
        pen.fill
      ) +
        shape('M-88 0L-96 70H-108L-112 -20Z', pen.deep) +
        shape('M116 56Q116 70 98 70H20L10 60Q70 64 116 56Z', pen.ink) +
        (pen.form(2)
          ? shape('M60 36C40 18 40 60 62 46C84 60 84 18 60 36Z', pen.trim)
          : line('M-96 -54C-60 -84 -30 -60 -52 -30', pen.trim, 8))
    ),
  'formal shoes': pen =>
    pair(
      shape(
        'M-108 -56Q-70 -30 -40 -60L0 -50C20 -10 70 -6 104 14Q120 26 116 46H-110Q-118 0 -108 -56Z',
        pen.fill
      ) +
        block([-114, 42, 232, 20, 8], pen.ink) +
        block([-114, 56, 62, 16, 4], pen.ink) +
        shape('M44 -8C70 -4 90 4 104 14Q120 26 116 42H60Q44 20 44 -8Z', '#2b1c16', ' opacity=".18"') +
        (pen.form(2)
          ? line('M-12 -40L14 -24M4 -24L28 -8', pen.paper, 6)
          : block([-10, -32, 60, 20, 6], pen.deep, ' transform="rotate(24 20 -22)"') + disc(24, -14, 7, GOLD))
    ),
  slippers: pen =>
    times(2, i =>
      move(
        -58 + i * 116,
        0,
        shape(
          'M0 -126C54 -126 54 -40 46 10C40 70 44 122 0 122C-44 122 -40 70 -46 10C-54 -40 -54 -126 0 -126Z',
          pen.deep
        ) +
          oval([0, 50, 32, 62], pen.pale) +
          shape('M0 -126C54 -126 54 -40 48 0Q0 24 -48 0C-54 -40 -54 -126 0 -126Z', pen.fill) +
          disc(0, -14, 20, pen.trim),
        i ? 'rotate(7)' : 'rotate(-7)'
      )
    )
}
