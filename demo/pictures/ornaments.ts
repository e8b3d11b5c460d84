import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import {
  block,
  DIM,
  disc,
  flower,
  heartPath,
  leafPath,
  line,
  move,
  oval,
  shape,
  starPath,
  times
} from './shapes.ts'

function ornaments(pen: Pen): string {
  return (
    shape(starPath(24, 5, 0.45, 0, -128), '#eec44f') +
    times(5, i =>
      disc([-20, 24, -40, 10, 50][i] ?? 0, [-40, -14, 40, 28, 62][i] ?? 0, 10, i % 2 ? pen.trim : '#eec44f')
    )
  )
}

export const ORNAMENTS: Drawings = {
  'christmas tree': pen =>
    [
      () =>
        block([-12, 80, 24, 30, 3], pen.wood) +
        shape('M0 -132L46 -56H26L74 14H44L98 86H-98L-44 14H-74L-26 -56H-46Z', pen.fill) +
        ornaments(pen),
      () =>
        line('M0 -140V-120', pen.metal, 4) +
        shape('M0 -122L104 96Q0 118 -104 96Z', pen.fill) +
        line('M-40 -36Q0 -20 40 -36M-72 30Q0 56 72 30', pen.trim, 9) +
        ornaments(pen),
      () =>
        block([-10, 60, 20, 50, 3], pen.wood) +
        oval([0, 110, 50, 9], pen.deep) +
        times(6, i => oval([0, -90 + i * 30, 22 + i * 15, 20], i % 2 ? pen.main : pen.pale)) +
        shape(starPath(26, 5, 0.45, 0, -122), '#eec44f')
    ][pen.form(3)]?.() ?? '',
  bell: pen =>
    line('M0 -150V-104', pen.trim, 8) +
    shape('M-26 -94C-26 -124 26 -124 26 -94C84 -70 70 40 116 72H-116C-70 40 -84 -70 -26 -94Z', pen.fill) +
    shape('M20 -96C84 -70 70 40 116 72H60C50 20 50 -50 20 -96Z', '#2b1c16', DIM) +
    block([-122, 68, 244, 20, 10], pen.deep) +
    disc(0, 100, 22, pen.trim) +
    shape('M0 -104C-60 -130 -60 -60 0 -94C60 -60 60 -130 0 -104Z', '#c8433f'),
  bauble: pen =>
    line('M0 -150V-112', pen.metal, 4) +
    block([-18, -116, 36, 26, 5], '#d0a955') +
    [
      () =>
        disc(0, 6, 100, pen.fill) +
        shape('M40 -86A100 100 0 0 1 40 98Q80 10 40 -86Z', '#2b1c16', DIM) +
        pen.mark(0, 10, 110),
      () =>
        shape('M0 -96C50 -60 70 0 30 50Q12 76 0 140Q-12 76 -30 50C-70 0 -50 -60 0 -96Z', pen.fill) +
        line('M-44 -10H44M-46 16H46', pen.trim, 7),
      () =>
        disc(0, 6, 98, pen.fill) +
        block([-98, -20, 196, 50, 0], pen.trim) +
        times(6, i => shape(starPath(13, 5, 0.45, -80 + i * 32, 5), pen.main))
    ][pen.form(3)]?.() +
    oval([-38, -36, 18, 26], '#fff', ' opacity=".45" transform="rotate(30 -38 -36)"'),
  stocking: pen =>
    line('M40 -150V-110', pen.metal, 5) +
    shape('M-30 -90H70V20C70 50 40 54 20 90C0 124 -110 128 -108 74C-106 40 -40 50 -30 10Z', pen.fill) +
    shape('M-108 74C-106 50 -70 48 -50 38L-34 112C-70 124 -108 112 -108 74Z', pen.trim) +
    block([-44, -116, 128, 46, 18], pen.paper) +
    pen.mark(20, -14, 70),
  star: pen =>
    [
      () =>
        line('M0 -150V-110', pen.metal, 4) +
        shape(starPath(128, 5, 0.46), pen.fill) +
        shape(
          'M0 0L0 -128L27 -47ZM0 0L122 -40L52 25ZM0 0L75 104L0 59ZM0 0L-75 104L-52 17ZM0 0L-122 -40L-30 -40Z',
          '#2b1c16',
          ' opacity=".07"'
        ) +
        disc(0, 0, 17, pen.trim),
      () =>
        line('M0 -150V-100', pen.metal, 4) +
        times(6, i =>
          move(0, 0, line('M0 0V-116M0 -64L-28 -92M0 -64L28 -92', pen.main, 13), `rotate(${i * 60})`)
        ) +
        disc(0, 0, 24, pen.trim),
      () =>
        line('M0 -150V-104', pen.metal, 4) +
        shape(starPath(120, 8, 0.62), pen.fill) +
        shape(starPath(70, 8, 0.62), pen.pale) +
        pen.mark(0, 0, 60)
    ][pen.form(3)]?.() ?? '',
  heart: pen =>
    [
      () =>
        line('M0 -150V-60', pen.trim, 6) +
        shape(heartPath(128, 0, 6), pen.fill) +
        shape('M0 134C160 20 150 -90 60 -92C130 -40 90 60 0 134Z', '#2b1c16', DIM) +
        line('M-76 -40Q-66 -66 -40 -70', '#fff', 10, ' opacity=".45"') +
        (pen.mark(0, 4, 92) || disc(0, -44, 13, pen.trim)),
      () =>
        line('M0 -150V-50', pen.trim, 5) +
        shape(
          heartPath(116, 0, 0),
          'none',
          ` stroke="${pen.main}" stroke-width="22" stroke-linejoin="round"`
        ) +
        shape(
          heartPath(116, 0, 0),
          'none',
          ` stroke="${pen.deep}" stroke-width="5" stroke-dasharray="12 14" opacity=".5"`
        ) +
        shape(heartPath(44, 0, 20), pen.trim) +
        line('M0 -52V-8', pen.trim, 4),
      () =>
        line('M0 -150V-110', pen.trim, 6) +
        shape(heartPath(70, 0, -52), pen.fill) +
        line('M0 10V26', pen.trim, 5) +
        shape(heartPath(52, 0, 50), pen.trim === pen.paper ? pen.pale : pen.trim) +
        line('M0 92V102', pen.trim, 5) +
        shape(heartPath(34, 0, 116), pen.deep)
    ][pen.form(3)]?.() ?? '',
  ornament: pen =>
    pen.mark(0, 0, 250) ||
    shape('M-40 100C-90 40 -60 -30 -20 -40C-40 -100 40 -110 36 -50C96 -40 110 60 40 100Z', pen.fill) +
      disc(14, -76, 6, pen.ink) +
      shape('M36 -74L64 -64L36 -56Z', '#dd8a45') +
      shape('M-30 20C0 0 40 20 30 60C-10 70 -30 50 -30 20Z', pen.trim),
  'easter egg': pen =>
    shape('M0 -126C70 -126 108 0 96 50C80 122 -80 122 -96 50C-108 0 -70 -126 0 -126Z', pen.fill) +
    line('M-94 -6L-62 -26L-30 -6L0 -26L30 -6L62 -26L94 -6', pen.trim, 9) +
    line('M-92 56L-60 40L-30 56L0 40L30 56L60 40L92 56', pen.trim, 9) +
    oval([-40, -70, 16, 26], '#fff', ' opacity=".4" transform="rotate(20 -40 -70)"') +
    pen.mark(0, 16, 60),
  flower: pen =>
    line('M0 0Q14 70 0 140', '#6f9a68', 10) +
    move(4, 110, shape(leafPath(76, 26), '#7fa57a'), 'rotate(58)') +
    move(4, 124, shape(leafPath(64, 22), '#6f9a68'), 'rotate(-60)') +
    move(0, -44, flower(100, pen.main, pen.trim === pen.main ? '#eec44f' : pen.trim, 6 + pen.form(3))),
  'artificial flower': pen =>
    [
      () =>
        line('M0 140Q-10 20 -4 -60M-4 40Q40 10 62 -30M-6 60Q-50 20 -66 -10', '#6f9a68', 8) +
        move(-4, -84, flower(62, pen.main, pen.trim, 8)) +
        move(66, -40, flower(40, pen.pale, pen.trim, 7)) +
        move(-70, -22, flower(42, pen.main, pen.trim, 7)) +
        move(-4, 110, shape(leafPath(80, 26), '#87ad7c'), 'rotate(56)'),
      () =>
        line('M0 140V-120', '#6f9a68', 8) +
        times(7, i =>
          move(
            i % 2 ? 26 : -26,
            -116 + i * 28,
            shape('M-20 -16H20L26 18Q0 30 -26 18Z', i % 3 ? pen.main : pen.pale),
            `rotate(${i % 2 ? -34 : 34})`
          )
        ) +
        move(0, 130, shape(leafPath(90, 26), '#7fa57a'), 'rotate(50)') +
        move(0, 130, shape(leafPath(84, 26), '#6f9a68'), 'rotate(-50)')
    ][pen.form(2)]?.() ?? '',
  feeder: pen =>
    line('M0 -150V-100', pen.metal, 5) +
    shape('M-84 -20H84V106H-84Z', pen.fill) +
    shape('M-118 -14L0 -116L118 -14L100 4L0 -80L-100 4Z', pen.accent) +
    shape('M-84 -14L0 -86L84 -14Z', pen.fill) +
    disc(0, 26, 30, pen.ink) +
    line('M0 72V88', pen.wood, 9) +
    move(56, 84, pen.mark(0, 0, 60) || ''),
  gnome: pen =>
    pen.mark(0, 4, 240) ||
    shape('M-70 106C-76 40 -46 10 0 10C46 10 76 40 70 106Z', pen.fill) +
      disc(0, -6, 40, '#f3d3b4') +
      shape('M-44 -14Q0 60 44 -14Q40 76 0 84Q-40 76 -44 -14Z', '#fbf3e3') +
      shape(
        'M-52 -14C-30 -50 -10 -100 6 -146C26 -90 40 -50 52 -14Q0 -34 -52 -14Z',
        pen.trim === pen.paper ? '#c8433f' : pen.trim
      ) +
      disc(0, 2, 11, '#e9a58f') +
      disc(-16, -8, 4, pen.ink) +
      disc(16, -8, 4, pen.ink)
}
