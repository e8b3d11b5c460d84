import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import {
  block,
  DIM,
  disc,
  flower,
  heartPath,
  line,
  move,
  oval,
  scallop,
  shape,
  starPath,
  times
} from './shapes.ts'

const hands = (pen: Pen, r: number) =>
  line(`M0 0V${-r * 0.62}`, pen.ink, 7) +
  line(`M0 0L${r * 0.4} ${r * 0.2}`, pen.ink, 7) +
  disc(0, 0, 8, pen.trim)

const hours = (pen: Pen, r: number) =>
  times(12, i =>
    move(
      0,
      0,
      line(`M0 ${-r}V${-r + (i % 3 === 0 ? 16 : 8)}`, pen.ink, i % 3 === 0 ? 6 : 4),
      `rotate(${i * 30})`
    )
  )

function scene(pen: Pen, half: number, tall: number): string {
  const motif = pen.mark(0, 0, Math.min(half, tall) * 1.7)
  if (motif) return motif
  return (
    block([-half, -tall, half * 2, tall * 2, 3], '#cfe2e6') +
    disc(half * 0.4, -tall * 0.4, half * 0.26, '#f4cf72') +
    shape(
      `M${-half} ${tall}V${tall * 0.2}Q${-half * 0.3} ${-tall * 0.3} ${half * 0.2} ${tall * 0.3}T${half} ${tall * 0.1}V${tall}Z`,
      '#87ad7c'
    )
  )
}

function writing(pen: Pen): string {
  const motif = pen.mark(0, 14, 108)
  if (motif) return motif
  return (
    line(
      'M-84 -10C-70 -40 -50 -30 -56 0C-40 -30 -24 -20 -30 4C-10 -30 10 -20 4 4C24 -24 40 -20 36 4Q60 10 84 -14',
      pen.trim === pen.main ? pen.ink : pen.trim,
      8
    ) + line('M-60 44H60', pen.trim, 6)
  )
}

export const WALLS: Drawings = {
  clock: pen =>
    [
      () =>
        disc(0, 0, 122, pen.fill) +
        disc(0, 0, 94, pen.paper) +
        hours(pen, 86) +
        hands(pen, 86) +
        pen.mark(0, 44, 40),
      () =>
        line('M-64 92L-84 120M64 92L84 120', pen.deep, 14) +
        disc(-66, -92, 34, pen.trim) +
        disc(66, -92, 34, pen.trim) +
        line('M0 -112V-138M-22 -138H22', pen.deep, 10) +
        disc(0, 10, 104, pen.fill) +
        move(0, 10, disc(0, 0, 80, pen.paper) + hours(pen, 74) + hands(pen, 74)),
      () =>
        block([-110, -110, 220, 220, 26], pen.fill) +
        disc(0, 0, 84, pen.paper) +
        hours(pen, 76) +
        hands(pen, 76),
      () => scallop(104, 14, pen.fill) + disc(0, 0, 80, pen.paper) + hours(pen, 72) + hands(pen, 72)
    ][pen.form(4)]?.() ?? '',
  watch: pen =>
    block([-34, -150, 68, 110, 12], pen.fill) +
    block([-34, 40, 68, 110, 12], pen.fill) +
    times(3, i => disc(0, 84 + i * 20, 4, pen.ink)) +
    [
      () => disc(0, 0, 72, pen.metal),
      () => block([-68, -70, 136, 140, 26], pen.metal),
      () => disc(0, 0, 74, '#d0a955')
    ][pen.form(3)]?.() +
    disc(0, 0, 58, pen.paper) +
    hours(pen, 52) +
    hands(pen, 52) +
    block([70, -8, 14, 16, 4], pen.deep),
  mirror: pen =>
    [
      () =>
        oval([0, 0, 94, 124], pen.fill) +
        oval([0, 0, 72, 102], '#dbe8ea') +
        line('M-40 20L20 -60M-20 50L46 -36', '#fff', 9, ' opacity=".8"'),
      () =>
        block([18, 60, 34, 90, 14], pen.deep, ' transform="rotate(-14 30 60)"') +
        disc(0, -20, 104, pen.fill) +
        disc(0, -20, 80, '#dbe8ea') +
        line('M-44 0L16 -70M-20 30L40 -44', '#fff', 9, ' opacity=".8"'),
      () =>
        shape(heartPath(124, 0, 4), pen.fill) +
        shape(heartPath(92, 0, 6), '#dbe8ea') +
        line('M-36 10L10 -40M-12 36L38 -22', '#fff', 9, ' opacity=".8"'),
      () =>
        block([-100, -124, 200, 248, 18], pen.fill) +
        block([-74, -98, 148, 196, 8], '#dbe8ea') +
        line('M-46 20L30 -72M-30 60L54 -44', '#fff', 9, ' opacity=".8"') +
        pen.mark(0, -112, 26)
    ][pen.form(4)]?.() ?? '',
  frame: pen =>
    [
      () =>
        block([-100, -124, 200, 248, 8], pen.fill) +
        block([-66, -90, 132, 180, 3], pen.paper) +
        scene(pen, 52, 76),
      () =>
        block([-130, -96, 260, 192, 8], pen.fill) +
        block([-98, -66, 196, 132, 3], pen.paper) +
        scene(pen, 84, 54),
      () =>
        block([-140, -80, 130, 170, 8], pen.fill) +
        block([10, -80, 130, 170, 8], pen.trim) +
        block([-118, -58, 86, 126, 3], pen.paper) +
        block([32, -58, 86, 126, 3], pen.paper) +
        move(-75, 4, shape(heartPath(28), '#e58fa5')) +
        move(75, 4, flower(32, '#a9cfe3', '#eec44f', 6)),
      () => oval([0, 0, 104, 128], pen.fill) + oval([0, 0, 72, 94], pen.paper) + scene(pen, 44, 60)
    ][pen.form(4)]?.() ?? '',
  sign: pen =>
    [
      () =>
        line('M-80 -60L0 -140L80 -60', pen.metal, 5) +
        disc(0, -140, 8, pen.metal) +
        block([-130, -64, 260, 160, 14], pen.fill) +
        block([-116, -50, 232, 132, 8], 'none', ` stroke="${pen.trim}" stroke-width="5"`) +
        writing(pen),
      () =>
        block([-112, -116, 224, 232, 16], pen.fill) +
        block([-98, -102, 196, 204, 10], pen.paper, ' opacity=".9"') +
        (pen.mark(0, -34, 96) || move(0, -34, shape(heartPath(36), pen.accent))) +
        line('M-60 50H60M-40 76H40', pen.ink, 8),
      () =>
        line('M-70 -56L-30 -130M70 -56L30 -130M-30 -130H30', pen.wood, 6) +
        shape('M-140 -60H110L140 18L110 96H-140Z', pen.fill) +
        writing(pen)
    ][pen.form(3)]?.() ?? '',
  chalkboard: pen =>
    block([-124, -110, 248, 210, 10], pen.wood) +
    block([-104, -90, 208, 170, 4], '#41494a') +
    line('M-70 -46Q-30 -70 0 -46T70 -46M-70 -6H50M-70 30H20', '#f3efe4', 6, ' opacity=".9"') +
    shape(heartPath(20, 66, 40), '#f0a9b9') +
    block([-50, 98, 70, 12, 6], '#f3efe4'),
  letters: pen =>
    block([-136, 0, 86, 106, 12], pen.fill) +
    block([-44, 0, 86, 106, 12], pen.trim) +
    block([48, 0, 86, 106, 12], pen.deep) +
    line('M-112 82L-93 26L-74 82M-106 64H-80', pen.paper, 9) +
    line('M-18 28V80Q20 76 4 54Q20 32 -18 28', pen.ink, 9) +
    line('M110 40Q80 14 74 52Q78 94 110 70', pen.paper, 9) +
    (pen.mark(-4, -52, 84) || shape(starPath(36, 5, 0.45, -2, -44), '#eec44f')),
  hook: pen =>
    [
      () =>
        shape('M-28 -130H28Q40 -60 24 -30H-24Q-40 -60 -28 -130Z', pen.fill) +
        line('M0 -34V40Q0 92 46 84Q76 74 66 40', pen.main, 17) +
        disc(66, 36, 14, pen.trim) +
        disc(0, -104, 6, pen.ink),
      () =>
        block([-140, -70, 280, 66, 14], pen.fill) +
        times(3, i =>
          move(
            -86 + i * 86,
            0,
            line('M0 -14V44Q0 74 28 66Q40 58 36 42', pen.trim === pen.paper ? pen.metal : pen.trim, 12)
          )
        ) +
        pen.mark(0, -38, 50),
      () =>
        line('M0 -70C-30 -90 -20 -136 6 -132C30 -128 26 -100 0 -92V-58', pen.metal, 9) +
        shape(
          'M0 -66C20 -66 140 20 140 44Q140 60 124 60H-124Q-140 60 -140 44C-140 20 -20 -66 0 -66Z',
          pen.fill
        ) +
        shape('M0 -20C14 -20 84 26 84 34H-84C-84 26 -14 -20 0 -20Z', '#2b1c16', DIM) +
        line('M-36 -14Q0 24 36 -14', pen.trim, 8)
    ][pen.form(3)]?.() ?? '',
  'drawer knob': pen =>
    block([-30, 20, 60, 90, 10], pen.metal) +
    oval([0, 108, 70, 14], pen.metal) +
    [
      () => disc(0, -30, 88, pen.fill) + oval([-34, -62, 24, 16], '#fff', ' opacity=".5"'),
      () => shape(starPath(100, 8, 0.78, 0, -30), pen.fill) + disc(0, -30, 40, pen.pale),
      () => move(0, -30, scallop(74, 10, pen.fill)) + disc(0, -30, 26, pen.accent)
    ][pen.form(3)]?.(),
  doormat: pen =>
    block([-144, -64, 288, 150, 10], pen.fill) +
    block(
      [-130, -50, 260, 122, 6],
      'none',
      ` stroke="${pen.trim}" stroke-width="6" stroke-dasharray="14 8"`
    ) +
    (pen.mark(0, 10, 92) || writing(pen)) +
    times(18, i => line(`M${-136 + i * 16} 86V98`, pen.deep, 4))
}
