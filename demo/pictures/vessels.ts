import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, leafPath, line, move, oval, shape, starPath, taper, times } from './shapes.ts'

interface Form {
  readonly top: number
  readonly bottom: number
  readonly y0: number
  readonly y1: number
  readonly r?: number
}

/** A round body seen from the front: surface, shaded side, shine, and its opening. */
function body(pen: Pen, { top, bottom, y0, y1, r = 16 }: Form, fill = pen.fill): string {
  const height = y1 - y0
  const shine = `M${-top * 0.72} ${y0 + height * 0.2}L${-(top * 0.35 + bottom * 0.37)} ${y1 - height * 0.25}`
  return (
    shape(taper(top, bottom, y0, y1, r), fill) +
    shape(`M${top * 0.45} ${y0}H${top}L${bottom} ${y1 - r}Q${bottom} ${y1} ${bottom - r} ${y1}H${bottom * 0.3}Z`, '#2b1c16', DIM) +
    line(shine, '#fff', 7, ' opacity=".38"') +
    oval([0, y0, top, Math.max(5, top * 0.13)], pen.deep)
  )
}

const lid = (pen: Pen, y: number, half: number) =>
  shape(`M${-half} ${y}Q0 ${y - half * 0.7} ${half} ${y}Z`, pen.trim) + disc(0, y - half * 0.42, half * 0.16, pen.deep)

const handle = (pen: Pen, x: number, y: number, size: number) =>
  line(`M${x} ${y}C${x + size} ${y - size * 0.35} ${x + size} ${y + size * 1.5} ${x - 6} ${y + size * 1.15}`, pen.main, 17) +
  line(`M${x} ${y}C${x + size} ${y - size * 0.35} ${x + size} ${y + size * 1.5} ${x - 6} ${y + size * 1.15}`, pen.deep, 4, ' opacity=".35"')

const flame = (x: number, y: number, size: number) =>
  disc(x, y, size * 1.7, '#ffe7a3', ' opacity=".4"') +
  shape(`M${x} ${y - size * 1.3}C${x + size} ${y} ${x + size * 0.6} ${y + size * 0.8} ${x} ${y + size * 0.8}C${x - size * 0.6} ${y + size * 0.8} ${x - size} ${y} ${x} ${y - size * 1.3}Z`, '#f5b63f') +
  shape(`M${x} ${y - size * 0.4}Q${x + size * 0.5} ${y + size * 0.6} ${x} ${y + size * 0.7}Q${x - size * 0.5} ${y + size * 0.6} ${x} ${y - size * 0.4}Z`, '#fff3c9')

const candleOf = (x: number, y0: number, y1: number, half: number, fill: string) =>
  block([x - half, y0, half * 2, y1 - y0, 5], fill) + block([x + half * 0.3, y0, half * 0.7, y1 - y0, 4], '#2b1c16', DIM) +
  oval([x, y0, half, half * 0.28], '#fff', ' opacity=".5"') + line(`M${x} ${y0}V${y0 - 10}`, '#5b4636', 4) + flame(x, y0 - 26, 13)

const teaLight = (x: number, y: number, fill: string) =>
  shape(`M${x - 32} ${y - 26}H${x + 32}L${x + 29} ${y}H${x - 29}Z`, '#c4c9ce') + oval([x, y - 27, 32, 9], fill) + line(`M${x} ${y - 28}V${y - 38}`, '#5b4636', 3) + flame(x, y - 50, 10)

export const VESSELS: Drawings = {
  mug: pen => [
    () => handle(pen, 72, -50, 66) + body(pen, { top: 84, bottom: 78, y0: -86, y1: 104 }) + pen.mark(-8, 12, 104),
    () => handle(pen, 70, -20, 52) + body(pen, { top: 94, bottom: 62, y0: -60, y1: 104, r: 44 }) + pen.mark(-6, 16, 92),
    () => handle(pen, 62, -66, 72) + body(pen, { top: 68, bottom: 74, y0: -110, y1: 104 }) + block([-71, 74, 144, 14, 2], pen.trim) + pen.mark(-6, -10, 96)
  ][pen.form(3)]?.() ?? '',
  'tea cup': pen => oval([0, 100, 138, 22], pen.trim) + oval([0, 95, 92, 12], pen.deep, ' opacity=".3"') + handle(pen, 84, -14, 44) +
    body(pen, { top: 98, bottom: 40, y0: -40, y1: 96, r: 36 }) + line('M-94 -28H94', pen.trim, 6) + pen.mark(-6, 26, 74),
  'egg cup': pen => shape('M-58 -30C-62 -132 62 -132 58 -30Z', '#f3dfc1') + oval([-18, -78, 12, 22], '#fff', ' opacity=".5"') +
    shape('M-70 -34H70C66 34 34 44 20 48V78H60Q66 108 60 108H-60Q-66 108 -60 78H-20V48C-34 44 -66 34 -70 -34Z', pen.fill) + shape('M20 -34H70C66 34 34 44 20 48Z', '#2b1c16', DIM) + block([-72, -40, 144, 14, 7], pen.trim) + pen.mark(0, 8, 56),
  glass: pen => [
    () => shape('M-62 -130H62C66 -30 34 4 8 10V96H52Q58 110 46 110H-46Q-58 110 -52 96H-8V10C-34 4 -66 -30 -62 -130Z', pen.pale, ' opacity=".75"') + shape('M-58 -84H60C56 -30 30 -4 0 -4C-30 -4 -56 -30 -58 -84Z', pen.main, ' opacity=".75"') + line('M-44 -112Q-46 -60 -34 -36', '#fff', 7, ' opacity=".6"'),
    () => shape(taper(70, 54, -110, 106, 12), pen.pale, ' opacity=".8"') + shape(taper(66, 52, -50, 102, 10), pen.main, ' opacity=".7"') + line('M-50 -90L-42 60', '#fff', 8, ' opacity=".6"') + oval([0, -110, 70, 10], '#fff', ' opacity=".7"') + pen.mark(0, 20, 70),
    () => shape('M-86 -120H86L14 -14V92H56Q62 108 48 108H-48Q-62 108 -56 92H-14V-14Z', pen.pale, ' opacity=".8"') + shape('M-68 -94H68L8 -20H-8Z', pen.main, ' opacity=".8"') + line('M50 -150L-20 -60', pen.trim, 6) + disc(46, -128, 17, '#a9c54a')
  ][pen.form(3)]?.() ?? '',
  jar: pen => [
    () => body(pen, { top: 84, bottom: 84, y0: -70, y1: 108, r: 30 }, pen.fill) + block([-76, -106, 152, 40, 8], pen.trim) + line('M-70 -94H70M-70 -80H70', pen.deep, 2, ' opacity=".4"') + label(pen, 24),
    () => shape('M-70 -60C-104 -40 -100 108 -70 108H70C100 108 104 -40 70 -60Z', pen.fill) + line('M-78 -10Q-84 40 -74 80', '#fff', 8, ' opacity=".45"') + block([-70, -76, 140, 18, 6], pen.deep) + lid(pen, -74, 72) + label(pen, 26),
    () => shape(taper(86, 86, -50, 108, 26), pen.pale, ' opacity=".85"') + shape(taper(80, 80, -10, 102, 22), pen.fill) + shape('M-96 -52Q-60 -110 0 -112Q60 -110 96 -52Q0 -36 -96 -52Z', pen.trim) + line('M-84 -58Q0 -44 84 -58', pen.deep, 7) + line('M-64 -20V60', '#fff', 8, ' opacity=".5"') + label(pen, 46)
  ][pen.form(3)]?.() ?? '',
  bottle: pen => [
    () => shape('M-24 -140H24V-70C24 -40 62 -36 62 6V94Q62 110 46 110H-46Q-62 110 -62 94V6C-62 -36 -24 -40 -24 -70Z', pen.fill) + shape('M10 -140H24V-70C24 -40 62 -36 62 6V94Q62 110 46 110H20Z', '#2b1c16', DIM) + line('M-44 0V70', '#fff', 8, ' opacity=".45"') + block([-30, -150, 60, 22, 6], pen.trim) + label(pen, 42),
    () => shape('M-20 -110H20V-60C70 -40 84 10 78 60C72 116 -72 116 -78 60C-84 10 -70 -40 -20 -60Z', pen.fill) + disc(0, -130, 24, pen.trim) + line('M-56 10Q-60 50 -46 76', '#fff', 8, ' opacity=".5"') + label(pen, 30),
    () => block([-58, -60, 116, 170, 12], pen.fill) + block([-20, -112, 40, 56, 4], pen.pale) + block([-28, -140, 56, 34, 8], pen.trim) + block([20, -60, 38, 170, 12], '#2b1c16', DIM) + label(pen, 28)
  ][pen.form(3)]?.() ?? '',
  jug: pen => handle(pen, 56, -50, 70) + shape('M-62 -104C-84 -112 -92 -100 -74 -78C-58 -50 -92 -10 -88 50C-86 96 -70 108 0 108C70 108 86 96 88 50C90 0 56 -40 62 -104Z', pen.fill) + shape('M62 -104C56 -40 90 0 88 50C86 96 70 108 30 108C56 60 30 -30 40 -104Z', '#2b1c16', DIM) + oval([-4, -102, 64, 12], pen.deep) + line('M-62 20Q-64 50 -54 76', '#fff', 8, ' opacity=".4"') + pen.mark(0, 34, 90),
  bowl: pen => [
    () => shape('M-130 -30H130C124 62 66 100 46 100H-46C-66 100 -124 62 -130 -30Z', pen.fill) + shape('M50 -30H130C124 62 66 100 46 100H20C60 70 60 20 50 -30Z', '#2b1c16', DIM) + oval([0, -30, 130, 24], pen.deep) + oval([0, -26, 116, 17], pen.pale) + block([-44, 96, 88, 14, 5], pen.trim) + pen.mark(0, 34, 76),
    () => shape('M-116 -50H116L84 90Q80 104 62 104H-62Q-80 104 -84 90Z', pen.fill) + oval([0, -50, 116, 20], pen.deep) + line('M-108 -26H108', pen.trim, 9) + shape('M50 -44H114L84 90Q80 104 62 104H40Z', '#2b1c16', DIM) + pen.mark(0, 34, 84),
    () => oval([0, 92, 62, 12], pen.deep) + shape('M-12 20H12L18 92H-18Z', pen.main) + shape('M-134 -50Q0 -20 134 -50C120 20 60 44 0 44C-60 44 -120 20 -134 -50Z', pen.fill) + oval([0, -52, 134, 18], pen.pale) + disc(-46, -64, 30, '#c8433f') + disc(8, -72, 34, '#eec44f') + disc(58, -62, 28, '#8aae5b') + shape('M-134 -50Q0 -20 134 -50L130 -36Q0 -8 -130 -36Z', pen.trim)
  ][pen.form(3)]?.() ?? '',
  teapot: pen => line('M78 -40C150 -60 150 70 70 60', pen.main, 20) + shape('M-80 30C-120 20 -110 -50 -146 -66L-122 -80C-90 -62 -92 -20 -66 -10Z', pen.main) + shape('M-84 -30C-110 60 -70 104 0 104C70 104 110 60 84 -30C60 -64 -60 -64 -84 -30Z', pen.fill) + shape('M40 -54C84 -40 110 30 84 72C70 98 40 104 20 104C70 60 60 -20 40 -54Z', '#2b1c16', DIM) + lid(pen, -46, 62) + line('M-60 0Q-66 30 -54 56', '#fff', 8, ' opacity=".4"') + pen.mark(0, 26, 92),
  vase: pen => flowers(pen, -70) + [
    () => body(pen, { top: 46, bottom: 62, y0: -40, y1: 110, r: 50 }),
    () => shape('M-30 -50H30C20 -10 84 10 72 66C66 106 40 110 0 110C-40 110 -66 106 -72 66C-84 10 -20 -10 -30 -50Z', pen.fill) + oval([0, -50, 32, 7], pen.deep) + line('M-48 40Q-52 64 -42 84', '#fff', 7, ' opacity=".45"')
  ][pen.form(2)]?.(),
  planter: pen => plant(pen) + body(pen, { top: 92, bottom: 66, y0: -6, y1: 110 }) + block([-100, -20, 200, 34, 8], pen.trim) + pen.mark(0, 64, 70),
  'grow kit': pen => line('M0 -10V-70', '#6f9a68', 8) + move(0, -60, shape(leafPath(70, 30), '#87ad7c'), 'rotate(50)') + move(0, -50, shape(leafPath(64, 28), '#6f9a68'), 'rotate(-55)') + oval([0, -6, 72, 16], '#6b4a34') + body(pen, { top: 76, bottom: 70, y0: -2, y1: 110 }) + oval([0, -2, 70, 9], '#6b4a34') + label(pen, 56),
  bucket: pen => line('M-92 -40C-80 -150 80 -150 92 -40', pen.metal, 9) + block([-22, -134, 44, 18, 9], pen.wood) + body(pen, { top: 98, bottom: 70, y0: -46, y1: 108 }) + line('M-92 -18H92', pen.trim, 9) + pen.mark(-4, 36, 92),
  'watering can': pen => line('M74 -40C140 -40 136 70 70 76', pen.main, 15) + line('M-40 -60C-20 -126 40 -126 56 -60', pen.deep, 13) + shape('M-70 50L-136 -58L-116 -70L-60 -8Z', pen.main) + shape('M-150 -48L-110 -86L-102 -76L-140 -38Z', pen.trim) + body(pen, { top: 72, bottom: 86, y0: -58, y1: 106 }) + pen.mark(4, 26, 96),
  pan: pen => block([30, -14, 124, 22, 11], pen.wood, ' transform="rotate(-24 30 0)"') + disc(-34, 24, 104, pen.deep) + disc(-34, 20, 96, pen.fill) + disc(-34, 24, 74, pen.ink, ' opacity=".16"') + [() => shape(heartPath(44, -34, 26), '#fbf3e3') + disc(-34, 20, 17, '#eec44f'), () => oval([-34, 24, 48, 40], '#fbf3e3') + disc(-30, 20, 19, '#eec44f')][pen.form(2)]?.(),
  'bread bin': pen => [
    () => body(pen, { top: 80, bottom: 80, y0: -70, y1: 108, r: 10 }) + block([-88, -94, 176, 34, 8], pen.trim) + disc(0, -104, 13, pen.deep) + label(pen, 24),
    () => shape('M-124 108V-10Q-124 -70 -64 -70H64Q124 -70 124 -10V108Z', pen.fill) + shape('M-124 -4H124V10H-124Z', pen.deep, ' opacity=".5"') + block([-30, -26, 60, 16, 8], pen.trim) + shape('M60 -70H64Q124 -70 124 -10V108H80V0Q80 -50 60 -70Z', '#2b1c16', DIM) + label(pen, 58),
    () => body(pen, { top: 112, bottom: 112, y0: -30, y1: 104, r: 12 }) + oval([0, -36, 118, 26], pen.trim) + oval([0, -42, 116, 24], pen.pale) + disc(0, -54, 14, pen.deep) + pen.mark(0, 46, 92)
  ][pen.form(3)]?.() ?? '',
  tin: pen => [
    () => body(pen, { top: 78, bottom: 78, y0: -86, y1: 106, r: 8 }) + oval([0, -92, 82, 18], pen.trim) + block([-82, -92, 164, 16, 2], pen.trim) + oval([0, -94, 74, 13], pen.pale) + label(pen, 14),
    () => block([-110, -40, 220, 146, 12], pen.fill) + block([-116, -58, 232, 36, 10], pen.trim) + block([60, -22, 50, 128, 12], '#2b1c16', DIM) + label(pen, 44)
  ][pen.form(2)]?.() ?? '',
  'money box': pen => pen.form(2) === 0
    ? shape('M-110 20C-116 -60 60 -80 96 -20L118 -26L114 14C106 60 90 70 76 76V108H44V86H-40V108H-72V72C-96 64 -108 44 -110 20Z', pen.fill) + shape('M60 -42L96 -64L92 -22Z', pen.deep) + disc(74, -4, 7, pen.ink) + oval([112, 14, 12, 18], pen.trim) + block([-40, -56, 56, 9, 4], pen.ink) + disc(-12, -84, 24, '#d0a955') + disc(-12, -84, 16, '#e3c47c') + pen.mark(-20, 20, 70)
    : body(pen, { top: 76, bottom: 84, y0: -60, y1: 106, r: 24 }) + oval([0, -60, 78, 16], pen.trim) + block([-30, -66, 60, 9, 4], pen.ink) + disc(10, -92, 26, '#d0a955') + disc(10, -92, 17, '#e3c47c') + label(pen, 26),
  candle: pen => [
    () => oval([0, 108, 76, 14], pen.trim) + candleOf(0, -50, 106, 46, pen.fill),
    () => candleOf(-56, -90, 108, 15, pen.fill) + candleOf(0, -110, 108, 15, pen.fill) + candleOf(56, -76, 108, 15, pen.fill),
    () => body(pen, { top: 70, bottom: 62, y0: -30, y1: 106 }) + oval([0, -30, 66, 9], '#fbf0da') + line('M0 -30V-42', '#5b4636', 4) + flame(0, -58, 14) + label(pen, 42),
    () => oval([0, 108, 60, 12], pen.trim) + candleOf(0, -20, 106, 36, pen.fill) + block([-37, 40, 74, 24, 2], pen.trim)
  ][pen.form(4)]?.() ?? '',
  'candle holder': pen => [
    () => line('M0 104V20', pen.main, 18) + oval([0, 106, 70, 14], pen.main) + disc(0, 60, 16, pen.deep) + oval([0, 20, 44, 11], pen.deep) + candleOf(0, -90, 18, 18, '#fbf0da'),
    () => body(pen, { top: 66, bottom: 56, y0: -40, y1: 106, r: 22 }) + oval([0, -40, 60, 8], '#fff1c4') + flame(0, -62, 18) + pen.mark(0, 36, 74),
    () => line('M0 -150V-96', pen.metal, 4) + shape(heartPath(92, 0, 0), pen.fill) + shape(heartPath(62, 0, 2), '#fff', ' opacity=".5"') + teaLight(0, 50, '#fbf0da'),
    () => shape('M-90 -30C-90 70 -50 106 0 106C50 106 90 70 90 -30Q60 10 46 -30Q22 10 0 -30Q-22 10 -46 -30Q-60 10 -90 -30Z', pen.fill) + flame(0, -44, 18) + line('M-64 20Q-56 64 -36 80', '#fff', 8, ' opacity=".4"'),
    () => line('M0 -150V-60M-70 40C-70 -60 70 -60 70 40', pen.main, 7) + shape(starPath(100, 5, 0.5, 0, 20), pen.fill, ' opacity=".9"') + teaLight(0, 66, '#fbf0da')
  ][pen.form(5)]?.() ?? '',
  't-lights': pen => teaLight(-78, 40, pen.main) + teaLight(78, 40, pen.main) + teaLight(0, 18, pen.trim) + teaLight(-42, 100, pen.trim) + teaLight(44, 104, pen.main),
  incense: pen => pen.form(2) === 0
    ? oval([0, 96, 120, 18], pen.wood) + times(4, i => line(`M${-12 + i * 10} 90L${-60 + i * 44} -70`, pen.main, 7)) + line('M74 -76C100 -100 60 -116 84 -146M-60 -76C-84 -100 -46 -120 -70 -146', '#fff', 5, ' opacity=".7"')
    : body(pen, { top: 58, bottom: 70, y0: -20, y1: 106 }) + shape('M-34 106V60Q0 24 34 60V106Z', pen.ink, ' opacity=".55"') + flame(0, 84, 12) + shape('M-84 -40H84Q70 -6 0 -6Q-70 -6 -84 -40Z', pen.trim) + oval([0, -40, 84, 12], pen.pale) + line('M-16 -64C-34 -86 4 -100 -14 -128', '#fff', 6, ' opacity=".7"'),
  soap: pen => pen.form(2) === 0
    ? oval([0, 90, 132, 20], pen.trim) + oval([0, 84, 112, 13], pen.deep, ' opacity=".25"') + block([-86, 20, 172, 66, 30], pen.fill) + line('M-60 36H40', '#fff', 8, ' opacity=".5"') + disc(70, -10, 16, '#fff', ' opacity=".6"') + disc(44, -46, 24, '#fff', ' opacity=".5"') + disc(92, -60, 12, '#fff', ' opacity=".6"')
    : body(pen, { top: 60, bottom: 60, y0: -40, y1: 108, r: 16 }) + block([-18, -76, 36, 40, 4], pen.trim) + line('M0 -78V-104H-44', pen.trim, 15) + label(pen, 36),
  ashtray: pen => shape('M-116 30H116L92 100H-92Z', pen.fill) + oval([0, 30, 116, 28], pen.deep) + oval([0, 36, 88, 17], pen.pale) + block([-14, 0, 28, 30, 8], pen.trim)
}

function label(pen: Pen, y: number): string {
  const motif = pen.mark(0, y, 62)
  return block([-44, y - 36, 88, 72, 10], pen.paper, ' opacity=".94"') + (motif || line(`M-24 ${y - 8}H24M-16 ${y + 10}H16`, pen.trim === pen.paper ? pen.ink : pen.deep, 5))
}

function flowers(pen: Pen, y: number): string {
  const stem = (x: number, top: number) => line(`M0 -10Q${x * 0.4} ${y} ${x} ${top}`, '#6f9a68', 5)
  return stem(-56, -94) + stem(4, -122) + stem(58, -88) + move(-56, -94, flower(32, pen.trim, '#eec44f', 6)) + move(4, -118, flower(36, '#e58fa5', '#eec44f', 7)) + move(58, -86, flower(30, pen.pale, '#dd8a45', 5))
}

function plant(pen: Pen): string {
  const leaves = [-64, -34, 0, 34, 64]
  return leaves.map((turn, index) => move(0, 0, shape(leafPath(118 - Math.abs(turn) * 0.4, 24), index % 2 ? '#87ad7c' : '#6f9a68'), `rotate(${turn})`)).join('') + (pen.form(2) === 0 ? move(-26, -92, flower(24, pen.trim, '#eec44f', 6)) + move(34, -84, flower(20, '#e58fa5', '#eec44f', 6)) : '')
}
