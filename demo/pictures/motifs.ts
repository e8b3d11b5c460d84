import { GLYPHS } from './glyphs.ts'
import { lightness } from './pen.ts'
import {
  block,
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

/** Draws a motif in a box from -50 to 50, with the thing's own two colours. */
type Motif = (main: string, trim: string) => string

const INK = '#43352f'
const LEAF = '#6f9a68'
const CREAM = '#fbf3e3'
const RED = '#c8433f'

const eye = (x: number, y: number, r = 4) => disc(x, y, r, INK)
const onStem = (fruit: string) =>
  fruit + line('M0 -20Q4 -36 14 -42', '#7a5a3c', 5) + move(8, -32, shape(leafPath(24, 9), LEAF), 'rotate(70)')

/** "glyph A" and its like: one letter or digit on a round plate. */
const GLYPH_MOTIFS: Readonly<Record<string, Motif>> = Object.fromEntries(
  Object.entries(GLYPHS).map(([glyph, stroke]) => [
    `glyph ${glyph}`,
    (main: string, trim: string) => {
      const plate = main === trim ? INK : main
      return (
        disc(0, 0, 48, CREAM) +
        disc(0, 0, 43, plate) +
        move(0, 0, line(stroke, lightness(plate) > 0.72 ? INK : CREAM, 12), 'scale(.72)')
      )
    }
  ])
)

/** One small picture per theme word of the catalogue. */
export const MOTIFS: Readonly<Record<string, Motif>> = {
  ...GLYPH_MOTIFS,
  spaceboy: () =>
    shape('M0 -48C22 -28 22 10 14 26H-14C-22 10 -22 -28 0 -48Z', CREAM) +
    disc(0, -12, 9, '#5b88b8') +
    shape('M-14 4L-32 32L-12 24ZM14 4L32 32L12 24Z', RED) +
    shape('M-9 28Q0 56 9 28Z', '#eec44f') +
    shape('M-11 -34Q0 -56 11 -34Z', RED),
  'dolly girl': () =>
    shape('M-24 48C-36 16 -26 2 -20 -4C-28 -36 -10 -48 0 -48C10 -48 28 -36 20 -4C26 2 36 16 24 48Z', RED) +
    disc(0, -20, 15, '#f3d3b4') +
    shape('M-15 -22Q0 -42 15 -22Q0 -30 -15 -22Z', '#6a4630') +
    eye(-5, -19, 2) +
    eye(5, -19, 2) +
    disc(-9, -13, 3, '#e58fa5') +
    disc(9, -13, 3, '#e58fa5') +
    move(0, 22, flower(15, CREAM, '#eec44f', 6)),
  circus: () =>
    shape('M-42 -4Q0 -18 42 -4L34 46H-34Z', CREAM) +
    shape('M-42 -4L0 -44L42 -4Q0 -18 -42 -4Z', RED) +
    shape('M-22 -10L-18 46H-6L-7 -13ZM22 -10L18 46H6L7 -13Z', RED) +
    line('M0 -44V-54', INK, 3) +
    shape('M0 -56L14 -51L0 -46Z', '#eec44f'),
  toadstool: () =>
    shape('M-12 4H12L16 44H-16Z', CREAM) +
    shape('M-44 8C-44 -52 44 -52 44 8Q0 20 -44 8Z', RED) +
    disc(-20, -10, 7, CREAM) +
    disc(4, -24, 8, CREAM) +
    disc(24, -4, 6, CREAM),
  woodland: () =>
    move(-22, 40, shape(leafPath(70, 22), LEAF)) +
    move(14, 42, shape(leafPath(90, 26), '#87ad7c')) +
    move(30, 44, block([-5, -14, 10, 14, 3], CREAM) + shape('M-16 -12C-16 -34 16 -34 16 -12Z', RED)),
  owl: (main, trim) =>
    shape('M-34 44C-46 -10 -38 -34 -34 -46L-16 -34H16L34 -46C38 -34 46 -10 34 44Z', trim) +
    oval([0, 20, 20, 22], CREAM) +
    disc(-15, -14, 15, CREAM) +
    disc(15, -14, 15, CREAM) +
    eye(-15, -14, 7) +
    eye(15, -14, 7) +
    shape('M-6 -4H6L0 8Z', '#e0a33e') +
    line('M-10 18Q-5 24 0 18Q5 24 10 18', main, 3),
  strawberry: () =>
    shape('M-34 -20C-30 -34 30 -34 34 -20C36 14 12 44 0 48C-12 44 -36 14 -34 -20Z', RED) +
    times(7, i =>
      oval([[-16, 0, 16, -8, 8, 0, 22][i] ?? 0, [-8, -10, -8, 10, 10, 28, -16][i] ?? 0, 2.4, 4], '#f5d58a')
    ) +
    shape(starPath(26, 6, 0.4, 0, -26), LEAF),
  cherry: () =>
    line('M-16 20Q-6 -24 20 -44Q16 -10 18 18', '#7a5a3c', 4) +
    disc(-18, 26, 19, RED) +
    disc(20, 24, 19, '#b73437') +
    disc(-24, 20, 5, '#ee9a93') +
    move(18, -40, shape(leafPath(34, 12), LEAF), 'rotate(100)'),
  apple: () => onStem(shape('M0 -20C-46 -42 -54 18 -22 44Q-8 50 0 43Q8 50 22 44C54 18 46 -42 0 -20Z', RED)),
  pear: () =>
    onStem(
      shape(
        'M0 -26C-18 -26 -14 -4 -28 10C-44 34 -20 50 0 48C20 50 44 34 28 10C14 -4 18 -26 0 -26Z',
        '#b5bb52'
      )
    ),
  cake: () =>
    shape('M-28 2H28L20 46H-20Z', '#d9a066') +
    line('M-14 6L-10 44M0 6V44M14 6L10 44', '#b97f4d', 3) +
    shape('M-36 4C-44 -18 -24 -20 -22 -24C-18 -44 18 -44 22 -24C24 -20 44 -18 36 4Z', '#f0a9b9') +
    disc(0, -42, 8, RED) +
    disc(-14, -12, 3, CREAM) +
    disc(10, -20, 3, CREAM) +
    disc(16, -4, 3, CREAM),
  'ice cream': () =>
    shape('M-20 0H20L0 50Z', '#d9a066') +
    disc(0, -18, 24, '#f0a9b9') +
    disc(-14, -2, 11, CREAM) +
    disc(12, -2, 12, '#c6e0cf') +
    disc(6, -44, 6, RED),
  skull: () =>
    shape('M-36 -8C-36 -56 36 -56 36 -8C36 8 24 12 22 22V40H-22V22C-24 12 -36 8 -36 -8Z', CREAM) +
    disc(-14, -8, 10, INK) +
    disc(14, -8, 10, INK) +
    shape('M-5 14L0 4L5 14Z', INK) +
    line('M-8 28V38M0 28V38M8 28V38', INK, 3),
  dinosaur: () =>
    shape(
      'M-46 38C-30 36 -26 10 -10 0C4 -8 10 -20 12 -34C16 -50 46 -44 44 -26L26 -22C30 6 22 20 18 26L20 44H6L4 30H-8L-10 44H-24C-26 40 -40 44 -46 38Z',
      '#6fa06a'
    ) +
    eye(26, -34, 3) +
    shape('M-20 8L-14 -6L-6 0ZM-2 -6L0 -22L8 -14Z', '#dd8a45'),
  butterfly: (main, trim) =>
    shape('M0 0C-14 -46 -52 -40 -46 -10C-42 4 -20 6 0 0ZM0 0C14 -46 52 -40 46 -10C42 4 20 6 0 0Z', trim) +
    shape(
      'M0 2C-20 6 -38 18 -26 34C-14 44 -2 24 0 2ZM0 2C20 6 38 18 26 34C14 44 2 24 0 2Z',
      main === trim ? '#eec44f' : main
    ) +
    disc(-28, -18, 6, CREAM) +
    disc(28, -18, 6, CREAM) +
    line('M0 -10V26', INK, 5) +
    line('M0 -10Q-6 -30 -14 -34M0 -10Q6 -30 14 -34', INK, 2.5),
  hen: () =>
    shape(
      'M-44 -20C-30 -14 -22 -12 -8 -14C4 -16 6 -40 20 -40C36 -38 34 -16 34 0C32 30 8 40 -8 38C-34 36 -44 8 -44 -20Z',
      '#e6b655'
    ) +
    shape('M14 -38Q16 -50 22 -42Q28 -50 30 -40Z', RED) +
    shape('M36 -28L48 -22L35 -18Z', '#dd8a45') +
    eye(26, -28, 3) +
    shape('M-18 4Q2 24 14 2Q-2 -4 -18 4Z', '#c98d38') +
    line('M-6 38V48M8 36V48', '#dd8a45', 4),
  rabbit: () =>
    oval([-13, -30, 8, 22], '#e9dccb') +
    oval([13, -30, 8, 22], '#e9dccb') +
    oval([-13, -28, 4, 15], '#eeb3bb') +
    oval([13, -28, 4, 15], '#eeb3bb') +
    oval([0, 14, 34, 32], '#e9dccb') +
    eye(-12, 8) +
    eye(12, 8) +
    oval([0, 20, 5, 4], '#d9848f') +
    line('M0 24V30', INK, 2) +
    disc(-20, 22, 5, '#f2c3c4') +
    disc(20, 22, 5, '#f2c3c4'),
  bird: (_, trim) =>
    shape('M-46 -6C-30 -6 -26 -14 -14 -24C2 -40 32 -34 34 -12C38 20 8 32 -8 28C-24 24 -34 8 -46 -6Z', trim) +
    shape('M-18 -4C-4 -14 10 -6 12 8C-2 14 -16 8 -18 -4Z', '#d98f66') +
    eye(22, -16) +
    shape('M33 -16L48 -10L33 -6Z', '#e0a33e') +
    line('M-4 28V44M8 27V44', INK, 3),
  cat: () =>
    shape('M-32 -46L-12 -30H12L32 -46L34 4C34 36 -34 36 -34 4Z', '#8f7a6d') +
    eye(-13, -4) +
    eye(13, -4) +
    shape('M-5 8H5L0 14Z', '#e58fa5') +
    line('M0 14Q-6 22 -12 18M0 14Q6 22 12 18M-20 10L-40 6M-20 14L-40 18M20 10L40 6M20 14L40 18', INK, 2.2),
  dog: () =>
    shape('M-28 -34C-10 -44 10 -44 28 -34L30 14C26 42 -26 42 -30 14Z', '#c89f74') +
    shape(
      'M-28 -36C-50 -34 -46 4 -36 10C-26 4 -30 -20 -22 -34ZM28 -36C50 -34 46 4 36 10C26 4 30 -20 22 -34Z',
      '#7d5a41'
    ) +
    oval([0, 18, 17, 15], CREAM) +
    oval([0, 10, 7, 5], INK) +
    eye(-12, -10) +
    eye(12, -10) +
    line('M0 16V22Q-6 28 -10 24M0 22Q6 28 10 24', INK, 2.5),
  elephant: () =>
    shape(
      'M-40 -4C-40 -38 20 -42 26 -10C32 -12 42 -6 40 14C40 28 30 30 30 20L28 4V40H12V22H-12V40H-28V22C-36 16 -40 8 -40 -4Z',
      '#9fb0ba'
    ) +
    oval([6, -8, 14, 17], '#8699a4') +
    eye(22, -12, 3),
  monkey: () =>
    disc(-34, -6, 13, '#8a6146') +
    disc(34, -6, 13, '#8a6146') +
    disc(0, -4, 34, '#8a6146') +
    shape('M-24 -8C-24 -30 -2 -26 0 -16C2 -26 24 -30 24 -8C32 30 -32 30 -24 -8Z', '#ecd0aa') +
    eye(-10, -8) +
    eye(10, -8) +
    line('M-10 12Q0 20 10 12', INK, 3),
  horse: () =>
    shape(
      'M-24 46C-28 12 -18 -4 -10 -20L-12 -44L4 -32C26 -28 34 -2 40 10C42 22 30 26 24 18C16 12 10 10 6 8C4 22 12 34 14 46Z',
      '#b98a5e'
    ) +
    shape('M-12 -42C-34 -30 -36 10 -32 38C-22 20 -20 -4 -6 -28Z', '#6a4630') +
    eye(16, -8, 3),
  reindeer: () =>
    line(
      'M-12 -18Q-34 -22 -34 -46M-28 -28Q-44 -28 -48 -38M12 -18Q34 -22 34 -46M28 -28Q44 -28 48 -38',
      '#7d5a41',
      5
    ) +
    shape('M-22 -18C-10 -28 10 -28 22 -18C22 20 14 46 0 46C-14 46 -22 20 -22 -18Z', '#b98a5e') +
    eye(-9, -2) +
    eye(9, -2) +
    disc(0, 34, 9, RED),
  santa: () =>
    shape('M-28 -6C-26 -40 6 -52 36 -30L28 -6Z', RED) +
    disc(38, -26, 8, CREAM) +
    oval([0, 0, 28, 20], '#f3d3b4') +
    shape('M-30 0C-34 54 34 54 30 0C22 16 -22 16 -30 0Z', CREAM) +
    block([-34, -16, 68, 13, 6], CREAM) +
    eye(-9, 2, 3) +
    eye(9, 2, 3) +
    disc(0, 10, 5, '#e58f85'),
  snowman: () =>
    disc(0, 22, 27, CREAM) +
    disc(0, -16, 19, CREAM) +
    block([-22, -36, 44, 6, 2], INK) +
    block([-14, -54, 28, 20, 3], INK) +
    eye(-7, -20, 2.5) +
    eye(7, -20, 2.5) +
    shape('M0 -16L18 -11L0 -9Z', '#dd8a45') +
    line('M-16 0Q0 8 16 0L20 18', RED, 7),
  snowflake: () =>
    times(6, i => move(0, 0, line('M0 0V-44M0 -24L-10 -34M0 -24L10 -34', '#8fb8d0', 5), `rotate(${i * 60})`)),
  angel: () =>
    shape(
      'M-8 -4C-40 -34 -56 0 -36 16C-24 24 -10 12 -4 4ZM8 -4C40 -34 56 0 36 16C24 24 10 12 4 4Z',
      '#f4ead2'
    ) +
    shape('M0 -10L28 46H-28Z', CREAM) +
    disc(0, -20, 14, '#f3d3b4') +
    oval([0, -42, 14, 4], 'none', ' stroke="#d0a955" stroke-width="4"') +
    eye(-5, -20, 2) +
    eye(5, -20, 2),
  holly: () =>
    move(0, 14, shape(leafPath(54, 20), '#4f8a59'), 'rotate(-62)') +
    move(0, 14, shape(leafPath(54, 20), '#5f9a66'), 'rotate(62)') +
    disc(-8, 12, 10, RED) +
    disc(10, 12, 10, RED) +
    disc(1, 26, 10, '#b73437'),
  'christmas tree': () =>
    block([-6, 30, 12, 18, 2], '#8a6146') +
    shape('M0 -46L22 -14H12L32 10H18L38 34H-38L-18 10H-32L-12 -14H-22Z', '#5c8f63') +
    disc(-6, -8, 4, RED) +
    disc(10, 12, 4, '#eec44f') +
    disc(-16, 24, 4, '#eec44f') +
    disc(20, 26, 4, RED) +
    shape(starPath(10, 5, 0.45, 0, -46), '#eec44f'),
  london: () =>
    shape('M-30 -2C-30 -54 30 -54 30 -2Z', INK) +
    block([-22, -6, 44, 18, 6], '#f3d3b4') +
    eye(-8, 2, 3) +
    eye(8, 2, 3) +
    shape('M-26 12H26L32 48H-32Z', RED) +
    line('M0 16V46', '#eec44f', 4) +
    line('M-24 8Q0 18 24 8', '#d0a955', 3),
  paris: () =>
    shape('M0 -50C4 -10 12 22 30 46H16C12 30 -12 30 -16 46H-30C-12 22 -4 -10 0 -50Z', '#5d5a63') +
    block([-16, -4, 32, 5, 1], '#5d5a63') +
    block([-21, 16, 42, 6, 1], '#5d5a63'),
  tea: (_, trim) =>
    shape('M-32 -8H28C28 30 14 36 -2 36C-20 36 -32 28 -32 -8Z', trim) +
    line('M27 0C46 -6 46 22 22 20', trim, 7) +
    oval([-2, 40, 40, 6], trim) +
    line('M-14 -18Q-20 -28 -14 -38M4 -18Q-2 -28 4 -38', CREAM, 4),
  alphabet: () =>
    block([-44, -8, 42, 42, 6], '#c8433f') +
    block([4, -8, 42, 42, 6], '#5b88b8') +
    block([-20, -52, 42, 42, 6], '#eec44f') +
    line('M-34 24L-23 0L-12 24M-30 16H-16', CREAM, 5) +
    line('M16 2V26M16 2Q36 2 24 13Q40 22 16 26', CREAM, 5) +
    line('M10 -40Q-10 -46 -10 -31Q-10 -16 10 -22', INK, 5),
  seaside: () =>
    shape('M-44 14H44Q36 40 12 40H-16Q-38 40 -44 14Z', RED) +
    line('M0 14V-46', '#7a5a3c', 5) +
    shape('M6 -44C34 -30 36 -8 36 6H6Z', CREAM) +
    shape('M-6 -34C-22 -24 -28 -4 -28 6H-6Z', '#a9cfe3'),
  cactus: () =>
    shape('M-22 20H22L17 48H-17Z', '#c98055') +
    block([-13, -42, 26, 62, 13], '#6fa06a') +
    line('M-13 0H-28V-18M13 -8H28V-26', '#6fa06a', 10) +
    move(0, -44, flower(9, '#e58fa5', '#eec44f', 5)),
  flower: (main, trim) =>
    line('M0 10Q4 30 0 50', LEAF, 5) +
    move(2, 44, shape(leafPath(26, 10), LEAF), 'rotate(55)') +
    move(0, -8, flower(34, trim === main ? '#e58fa5' : trim, '#eec44f', 7)),
  heart: (_, trim) => shape(heartPath(34), trim) + line('M-20 -16Q-22 -6 -14 4', CREAM, 4, ' opacity=".6"'),
  star: (_, trim) => shape(starPath(42), trim) + shape(starPath(22), CREAM, ' opacity=".35"'),
  leaf: () => move(-4, 44, shape(leafPath(86, 32), LEAF), 'rotate(12)') + line('M-4 44L10 -30', '#557f52', 3)
}
