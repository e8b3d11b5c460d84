import type { Drawings } from './drawing.ts'
import { block, DIM, disc, leafPath, line, move, shape } from './shapes.ts'

export const OUTDOORS: Drawings = {
  hammock: pen =>
    line('M-140 110V-90M140 110V-90', pen.wood, 15) +
    line('M-140 -60L-96 -6M-140 -60L-80 20M140 -60L96 -6M140 -60L80 20', pen.deep, 4) +
    shape('M-104 -14Q0 100 104 -14Q96 90 0 92Q-96 90 -104 -14Z', pen.fill) +
    block([-60, 16, 56, 34, 14], pen.trim, ' transform="rotate(16 -40 30)"'),
  parasol: pen =>
    line('M0 -100V130', pen.wood, 10) +
    shape('M-144 0Q0 -250 144 0Q110 20 72 0Q36 22 0 0Q-36 22 -72 0Q-110 20 -144 0Z', pen.fill) +
    shape('M0 -124C60 -100 72 -40 72 0Q110 20 144 0Q100 -90 0 -124Z', '#2b1c16', DIM) +
    line('M0 -122V0M0 -122Q-60 -90 -72 0M0 -122Q60 -90 72 0', pen.trim, 4) +
    disc(0, -126, 9, pen.trim),
  umbrella: pen =>
    pen.form(2) === 0
      ? line('M0 -40V96Q0 128 32 122Q50 116 46 96', pen.wood, 13) +
        shape(
          'M-144 10C-130 -130 130 -130 144 10Q116 -16 96 10Q70 -18 48 10Q22 -18 0 10Q-22 -18 -48 10Q-70 -18 -96 10Q-116 -16 -144 10Z',
          pen.fill
        ) +
        shape(
          'M0 -98C40 -60 48 -20 48 10Q70 -18 96 10Q116 -16 144 10C136 -80 70 -100 0 -98Z',
          '#2b1c16',
          DIM
        ) +
        line('M0 -98V-118', pen.deep, 9)
      : line('M-20 92Q-20 130 14 124', pen.wood, 13) +
        shape('M-20 -140L34 60Q40 90 -2 96H-36Q-80 88 -70 58Z', pen.fill) +
        line('M-20 -130L-36 88M-20 -130L4 88', '#2b1c16', 5, DIM) +
        block([-74, -6, 104, 17, 6], pen.trim),
  'garden tool': pen =>
    [
      () =>
        move(
          -46,
          0,
          block([-14, -130, 28, 96, 13], pen.wood) +
            block([-14, -100, 28, 17, 0], pen.trim) +
            line('M0 -34V20', pen.metal, 11) +
            shape('M-38 10H38C44 70 20 110 0 134C-20 110 -44 70 -38 10Z', pen.fill) +
            shape('M0 10H38C44 70 20 110 0 134Z', '#2b1c16', DIM),
          'rotate(-12)'
        ) +
        move(
          58,
          0,
          block([-14, -130, 28, 96, 13], pen.wood) +
            block([-14, -100, 28, 17, 0], pen.trim) +
            line('M0 -34V40M-36 110V40Q-36 20 0 20Q36 20 36 40V110M0 20V116', pen.metal, 13),
          'rotate(12)'
        ),
      () =>
        line('M0 -40V140', pen.wood, 11) +
        shape('M-92 -40L-70 -118H92L70 -40Z', pen.fill) +
        (pen.mark(0, -80, 60) || line('M-50 -88H50M-40 -66H30', pen.paper, 7)) +
        move(-20, 140, shape(leafPath(70, 20), '#87ad7c'), 'rotate(-40)') +
        move(20, 140, shape(leafPath(74, 20), '#6f9a68'), 'rotate(36)')
    ][pen.form(2)]?.() ?? ''
}
