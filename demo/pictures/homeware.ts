import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, leafPath, line, move, oval, scallop, shape, starPath, taper, times } from './shapes.ts'

const hands = (pen: Pen, r: number) => line(`M0 0V${-r * 0.62}`, pen.ink, 7) + line(`M0 0L${r * 0.4} ${r * 0.2}`, pen.ink, 7) + disc(0, 0, 8, pen.trim)
const hours = (pen: Pen, r: number) => times(12, i => move(0, 0, line(`M0 ${-r}V${-r + (i % 3 === 0 ? 16 : 8)}`, pen.ink, i % 3 === 0 ? 6 : 4), `rotate(${i * 30})`))
const legs = (pen: Pen, half: number, y: number) => line(`M${-half} ${y}V108M${half} ${y}V108`, pen.deep, 13)
const window = (pen: Pen) => shape('M-60 96V-40Q0 -100 60 -40V96Z', '#fff1c4', ' opacity=".85"') + line('M0 -68V96M-60 20H60', pen.main, 8)

export const HOMEWARE: Drawings = {
  clock: pen => [
    () => disc(0, 0, 122, pen.fill) + disc(0, 0, 94, pen.paper) + hours(pen, 86) + hands(pen, 86) + pen.mark(0, 44, 40),
    () => line('M-64 92L-84 120M64 92L84 120', pen.deep, 14) + disc(-66, -92, 34, pen.trim) + disc(66, -92, 34, pen.trim) + line('M0 -112V-138M-22 -138H22', pen.deep, 10) + disc(0, 10, 104, pen.fill) + move(0, 10, disc(0, 0, 80, pen.paper) + hours(pen, 74) + hands(pen, 74)),
    () => block([-110, -110, 220, 220, 26], pen.fill) + disc(0, 0, 84, pen.paper) + hours(pen, 76) + hands(pen, 76),
    () => scallop(104, 14, pen.fill) + disc(0, 0, 80, pen.paper) + hours(pen, 72) + hands(pen, 72)
  ][pen.form(4)]?.() ?? '',
  watch: pen => block([-34, -150, 68, 110, 12], pen.fill) + block([-34, 40, 68, 110, 12], pen.fill) + times(3, i => disc(0, 84 + i * 20, 4, pen.ink)) + [() => disc(0, 0, 72, pen.metal), () => block([-68, -70, 136, 140, 26], pen.metal), () => disc(0, 0, 74, '#d0a955')][pen.form(3)]?.() + disc(0, 0, 58, pen.paper) + hours(pen, 52) + hands(pen, 52) + block([70, -8, 14, 16, 4], pen.deep),
  mirror: pen => [
    () => oval([0, 0, 94, 124], pen.fill) + oval([0, 0, 72, 102], '#dbe8ea') + line('M-40 20L20 -60M-20 50L46 -36', '#fff', 9, ' opacity=".8"'),
    () => block([18, 60, 34, 90, 14], pen.deep, ' transform="rotate(-14 30 60)"') + disc(0, -20, 104, pen.fill) + disc(0, -20, 80, '#dbe8ea') + line('M-44 0L16 -70M-20 30L40 -44', '#fff', 9, ' opacity=".8"'),
    () => shape(heartPath(124, 0, 4), pen.fill) + shape(heartPath(92, 0, 6), '#dbe8ea') + line('M-36 10L10 -40M-12 36L38 -22', '#fff', 9, ' opacity=".8"'),
    () => block([-100, -124, 200, 248, 18], pen.fill) + block([-74, -98, 148, 196, 8], '#dbe8ea') + line('M-46 20L30 -72M-30 60L54 -44', '#fff', 9, ' opacity=".8"') + pen.mark(0, -112, 26)
  ][pen.form(4)]?.() ?? '',
  frame: pen => [
    () => block([-100, -124, 200, 248, 8], pen.fill) + block([-66, -90, 132, 180, 3], pen.paper) + scene(pen, 52, 76),
    () => block([-130, -96, 260, 192, 8], pen.fill) + block([-98, -66, 196, 132, 3], pen.paper) + scene(pen, 84, 54),
    () => block([-140, -80, 130, 170, 8], pen.fill) + block([10, -80, 130, 170, 8], pen.trim) + block([-118, -58, 86, 126, 3], pen.paper) + block([32, -58, 86, 126, 3], pen.paper) + move(-75, 4, shape(heartPath(28), '#e58fa5')) + move(75, 4, flower(32, '#a9cfe3', '#eec44f', 6)),
    () => oval([0, 0, 104, 128], pen.fill) + oval([0, 0, 72, 94], pen.paper) + scene(pen, 44, 60)
  ][pen.form(4)]?.() ?? '',
  sign: pen => [
    () => line('M-80 -60L0 -140L80 -60', pen.metal, 5) + disc(0, -140, 8, pen.metal) + block([-130, -64, 260, 160, 14], pen.fill) + block([-116, -50, 232, 132, 8], 'none', ` stroke="${pen.trim}" stroke-width="5"`) + writing(pen),
    () => block([-112, -116, 224, 232, 16], pen.fill) + block([-98, -102, 196, 204, 10], pen.paper, ' opacity=".9"') + (pen.mark(0, -34, 96) || move(0, -34, shape(heartPath(36), pen.trim === pen.paper ? pen.deep : pen.trim))) + line('M-60 50H60M-40 76H40', pen.ink, 8),
    () => line('M-70 -56L-30 -130M70 -56L30 -130M-30 -130H30', pen.wood, 6) + shape('M-140 -60H110L140 18L110 96H-140Z', pen.fill) + writing(pen)
  ][pen.form(3)]?.() ?? '',
  chalkboard: pen => block([-124, -110, 248, 210, 10], pen.wood) + block([-104, -90, 208, 170, 4], '#41494a') + line('M-70 -46Q-30 -70 0 -46T70 -46M-70 -6H50M-70 30H20', '#f3efe4', 6, ' opacity=".9"') + shape(heartPath(20, 66, 40), '#f0a9b9') + block([-50, 98, 70, 12, 6], '#f3efe4'),
  letters: pen => block([-136, 0, 86, 106, 12], pen.fill) + block([-44, 0, 86, 106, 12], pen.trim) + block([48, 0, 86, 106, 12], pen.deep) + line('M-112 82L-93 26L-74 82M-106 64H-80', pen.paper, 9) + line('M-18 28V80Q20 76 4 54Q20 32 -18 28', pen.ink, 9) + line('M110 40Q80 14 74 52Q78 94 110 70', pen.paper, 9) + (pen.mark(-4, -52, 84) || shape(starPath(36, 5, 0.45, -2, -44), '#eec44f')),
  hook: pen => [
    () => shape('M-28 -130H28Q40 -60 24 -30H-24Q-40 -60 -28 -130Z', pen.fill) + line('M0 -34V40Q0 92 46 84Q76 74 66 40', pen.main, 17) + disc(66, 36, 14, pen.trim) + disc(0, -104, 6, pen.ink),
    () => block([-140, -70, 280, 66, 14], pen.fill) + times(3, i => move(-86 + i * 86, 0, line('M0 -14V44Q0 74 28 66Q40 58 36 42', pen.trim === pen.paper ? pen.metal : pen.trim, 12))) + pen.mark(0, -38, 50),
    () => line('M0 -70C-30 -90 -20 -136 6 -132C30 -128 26 -100 0 -92V-58', pen.metal, 9) + shape('M0 -66C20 -66 140 20 140 44Q140 60 124 60H-124Q-140 60 -140 44C-140 20 -20 -66 0 -66Z', pen.fill) + shape('M0 -20C14 -20 84 26 84 34H-84C-84 26 -14 -20 0 -20Z', '#2b1c16', DIM) + line('M-36 -14Q0 24 36 -14', pen.trim, 8)
  ][pen.form(3)]?.() ?? '',
  'drawer knob': pen => block([-30, 20, 60, 90, 10], pen.metal) + oval([0, 108, 70, 14], pen.metal) + [() => disc(0, -30, 88, pen.fill) + oval([-34, -62, 24, 16], '#fff', ' opacity=".5"'), () => shape(starPath(100, 8, 0.78, 0, -30), pen.fill) + disc(0, -30, 40, pen.pale), () => scallop(74, 10, pen.fill).replaceAll('cy="', 'cy="') + disc(0, 0, 26, pen.trim)][pen.form(3)]?.(),
  drawers: pen => [
    () => block([-110, -110, 220, 216, 10], pen.fill) + times(3, i => block([-94, -94 + i * 66, 188, 56, 6], pen.pale) + disc(0, -66 + i * 66, 9, pen.deep)) + line('M-90 106V122M90 106V122', pen.deep, 14),
    () => block([-84, -120, 168, 230, 10], pen.fill) + block([-68, -104, 136, 140, 6], pen.pale) + line('M0 -104V36', pen.deep, 5) + disc(-14, -30, 7, pen.deep) + disc(14, -30, 7, pen.deep) + block([-68, 46, 136, 48, 6], pen.pale) + disc(0, 70, 8, pen.deep) + pen.mark(0, -66, 50),
    () => block([-130, -60, 260, 166, 10], pen.fill) + times(6, i => block([-116 + (i % 3) * 80, -46 + Math.floor(i / 3) * 74, 72, 64, 6], i % 2 ? pen.pale : pen.trim) + disc(-80 + (i % 3) * 80, -14 + Math.floor(i / 3) * 74, 7, pen.deep))
  ][pen.form(3)]?.() ?? '',
  shelf: pen => block([-110, -130, 18, 240, 4], pen.main) + block([92, -130, 18, 240, 4], pen.main) + times(3, i => block([-112, -70 + i * 80, 224, 15, 4], pen.deep)) + block([-70, -118, 26, 48, 4], '#c8433f') + block([-40, -108, 22, 38, 4], '#5b88b8') + disc(50, -90, 20, '#eec44f') + disc(-40, -12, 22, '#8aae5b') + block([20, -40, 60, 50, 6], pen.trim) + block([-60, 50, 90, 40, 6], pen.pale),
  chair: pen => pen.form(2) === 0
    ? line('M-60 20V-120H60V20M-60 -70H60M-60 -30H60', pen.main, 15) + block([-84, 10, 168, 28, 10], pen.fill) + legs(pen, 66, 38)
    : block([-96, -24, 192, 34, 17], pen.fill) + line('M-70 10L-92 108M70 10L92 108M0 10V96M-82 66H82', pen.deep, 12) + pen.mark(0, -52, 40),
  doormat: pen => block([-144, -64, 288, 150, 10], pen.fill) + block([-130, -50, 260, 122, 6], 'none', ` stroke="${pen.trim}" stroke-width="6" stroke-dasharray="14 8"`) + (pen.mark(0, 10, 92) || writing(pen)) + times(18, i => line(`M${-136 + i * 16} 86V98`, pen.deep, 4)),
  doorstop: pen => pen.form(2) === 0
    ? shape('M-70 108C-120 90 -96 -20 -50 -60L-20 -84H20L50 -60C96 -20 120 90 70 108Z', pen.fill) + line('M-24 -84C-30 -140 30 -140 24 -84', pen.trim, 14) + shape('M30 -74L50 -60C96 -20 120 90 70 108H30C70 50 60 -30 30 -74Z', '#2b1c16', DIM) + pen.mark(0, 30, 110)
    : shape('M-84 108L-60 -60H60L84 108Z', pen.fill) + shape('M20 -60H60L84 108H40Z', '#2b1c16', DIM) + line('M-30 -60C-30 -120 30 -120 30 -60', pen.trim, 13) + pen.mark(0, 30, 104),
  cushion: pen => [
    () => shape('M-124 -110Q0 -84 124 -110Q98 0 124 110Q0 84 -124 110Q-98 0 -124 -110Z', pen.fill) + shape('M60 -98Q98 -102 124 -110Q98 0 124 110Q100 100 60 96Q92 0 60 -98Z', '#2b1c16', DIM) + pen.mark(0, 0, 130),
    () => disc(0, 0, 122, pen.fill) + disc(0, 0, 122, 'none', ` stroke="${pen.trim}" stroke-width="11"`) + times(10, i => move(0, 0, line('M0 -26V-108', '#2b1c16', 4, DIM), `rotate(${i * 36})`)) + disc(0, 0, 17, pen.trim),
    () => shape(heartPath(136, 0, 0), pen.fill) + pen.mark(0, -14, 110),
    () => block([-142, -84, 284, 168, 40], pen.fill) + line('M-142 -84L-150 -96M142 -84L150 -96M-142 84L-150 96M142 84L150 96', pen.trim, 12) + line('M-110 -60Q0 -74 110 -60', '#fff', 7, ' opacity=".35"') + pen.mark(0, 0, 110)
  ][pen.form(4)]?.() ?? '',
  blanket: pen => block([-120, 30, 240, 66, 26], pen.fill) + block([-112, -24, 224, 66, 26], pen.pale) + block([-120, -78, 240, 66, 26], pen.fill) + line('M-100 -12H100M-100 42H100M-100 -66H100', pen.deep, 4, ' opacity=".4"') + times(9, i => line(`M${-96 + i * 24} 96V112`, pen.trim, 5)),
  curtain: pen => line('M-150 -128H150', pen.wood, 13) + disc(-150, -128, 12, pen.wood) + disc(150, -128, 12, pen.wood) + shape('M-134 -120H-8Q-16 20 -96 120H-134Z', pen.fill) + shape('M134 -120H8Q16 20 96 120H134Z', pen.fill) + line('M-104 -116V100M-70 -116Q-70 20 -104 100M104 -116V100M70 -116Q70 20 104 100', '#2b1c16', 5, DIM),
  towel: pen => block([-100, -110, 200, 220, 12], pen.fill) + block([-100, 50, 200, 16, 0], pen.trim) + block([-100, 74, 200, 7, 0], pen.trim) + block([40, -110, 60, 220, 12], '#2b1c16', DIM) + line('M-140 -116H140', pen.wood, 14) + pen.mark(0, -30, 92),
  'hot water bottle': pen => block([-30, -144, 60, 50, 10], pen.trim) + shape('M-34 -100H34C36 -70 96 -72 96 -20V76Q96 112 60 112H-60Q-96 112 -96 76V-20C-96 -72 -36 -70 -34 -100Z', pen.fill) + shape('M20 -100H34C36 -70 96 -72 96 -20V76Q96 112 60 112H30C70 60 60 -50 20 -84Z', '#2b1c16', DIM) + line('M-62 -30V70M-24 -44V84M16 -44V84M54 -30V70', '#fff', 4, ' opacity=".22"') + block([-40, -108, 80, 20, 10], pen.trim) + pen.mark(0, 24, 110),
  'hand warmer': pen => (pen.form(2) === 0 ? shape(heartPath(122, 0, 0), pen.fill) : block([-104, -96, 208, 192, 66], pen.fill)) + pen.mark(0, 0, 120) + line('M-70 -46Q-60 -70 -36 -74', '#fff', 9, ' opacity=".5"'),
  umbrella: pen => pen.form(2) === 0
    ? line('M0 -40V96Q0 128 32 122Q50 116 46 96', pen.wood, 13) + shape('M-144 10C-130 -130 130 -130 144 10Q116 -16 96 10Q70 -18 48 10Q22 -18 0 10Q-22 -18 -48 10Q-70 -18 -96 10Q-116 -16 -144 10Z', pen.fill) + shape('M0 -98C40 -60 48 -20 48 10Q70 -18 96 10Q116 -16 144 10C136 -80 70 -100 0 -98Z', '#2b1c16', DIM) + line('M0 -98V-118', pen.deep, 9)
    : line('M-20 92Q-20 130 14 124', pen.wood, 13) + shape('M-20 -140L34 60Q40 90 -2 96H-36Q-80 88 -70 58Z', pen.fill) + line('M-20 -130L-36 88M-20 -130L4 88', '#2b1c16', 5, DIM) + block([-74, -6, 104, 17, 6], pen.trim),
  parasol: pen => line('M0 -100V130', pen.wood, 10) + shape('M-144 0Q0 -250 144 0Q110 20 72 0Q36 22 0 0Q-36 22 -72 0Q-110 20 -144 0Z', pen.fill) + shape('M0 -124C60 -100 72 -40 72 0Q110 20 144 0Q100 -90 0 -124Z', '#2b1c16', DIM) + line('M0 -122V0M0 -122Q-60 -90 -72 0M0 -122Q60 -90 72 0', pen.trim, 4) + disc(0, -126, 9, pen.trim),
  hammock: pen => line('M-140 110V-90M140 110V-90', pen.wood, 15) + line('M-140 -60L-96 -6M-140 -60L-80 20M140 -60L96 -6M140 -60L80 20', pen.deep, 4) + shape('M-104 -14Q0 100 104 -14Q96 90 0 92Q-96 90 -104 -14Z', pen.fill) + block([-60, 16, 56, 34, 14], pen.trim, ' transform="rotate(16 -40 30)"'),
  'card holder': pen => line('M-110 100H110M-110 100V20M110 100V20M-110 60H110', pen.main, 11) + block([-84, -70, 100, 150, 6], '#fbf3e3') + block([-30, -40, 100, 130, 6], pen.trim) + shape(heartPath(24, 20, 14), pen.main) + line('M-110 100V40C-110 10 110 10 110 40V100', pen.main, 9) + line('M-120 106H120', pen.deep, 13),
  basket: pen => [
    () => line('M-90 -10C-80 -140 80 -140 90 -10', pen.deep, 15) + weave(pen, 112, 84),
    () => weave(pen, 120, 104) + oval([0, -14, 120, 22], pen.deep) + shape('M-100 -14Q-60 -60 -10 -30Q30 -80 96 -14Z', pen.trim) + oval([0, -10, 118, 14], 'none', ` stroke="${pen.pale}" stroke-width="9"`)
  ][pen.form(2)]?.() ?? '',
  box: pen => [
    () => block([-100, -30, 200, 140, 8], pen.fill) + block([-110, -58, 220, 46, 8], pen.trim === pen.paper ? pen.pale : pen.trim) + block([50, -12, 50, 122, 6], '#2b1c16', DIM) + pen.mark(0, 50, 84),
    () => block([-124, 10, 248, 98, 8], pen.fill) + block([-100, -50, 200, 68, 8], pen.pale) + block([-74, -104, 148, 62, 8], pen.trim) + block([-106, -52, 212, 16, 5], pen.deep, ' opacity=".5"') + block([-130, 8, 260, 18, 5], pen.deep, ' opacity=".5"') + block([-80, -106, 160, 16, 5], pen.deep, ' opacity=".5"'),
    () => shape(taper(108, 108, -20, 106, 10), pen.fill) + oval([0, -24, 116, 34], pen.trim) + block([-116, -26, 232, 20, 0], pen.trim) + oval([0, -34, 114, 32], pen.pale) + move(0, -34, flower(26, pen.main, pen.trim, 6), 'scale(1 .5)') + pen.mark(0, 52, 76)
  ][pen.form(3)]?.() ?? '',
  'trinket box': pen => pen.form(2) === 0
    ? shape('M-100 10H100V92Q100 106 84 106H-84Q-100 106 -100 92Z', pen.fill) + shape('M-106 14C-106 -70 106 -70 106 14Z', pen.trim === pen.paper ? pen.pale : pen.trim) + line('M-106 14H106', pen.deep, 9) + disc(0, 22, 14, '#d0a955') + times(5, i => disc(-60 + i * 30, -18 - (i % 2) * 12, 6, pen.paper)) + line('M-84 100V114M84 100V114', '#d0a955', 13)
    : shape(heartPath(116, 0, 40), pen.deep) + shape(heartPath(116, 0, 14), pen.fill) + shape(heartPath(82, 0, 16), '#fff', ' opacity=".28"') + (pen.mark(0, 0, 80) || disc(0, 2, 20, '#d0a955')),
  'tissue box': pen => shape('M-40 -50C-60 -120 -10 -130 0 -90C20 -140 70 -110 44 -50Z', '#fff') + shape('M-40 -50Q-10 -90 0 -90Q0 -70 20 -50Z', '#2b1c16', DIM) + block([-108, -54, 216, 162, 10], pen.fill) + oval([0, -52, 62, 10], pen.deep) + block([50, -54, 58, 162, 10], '#2b1c16', DIM) + pen.mark(0, 32, 96),
  'umbrella stand': pen => line('M-20 -30L-46 -130M26 -30L40 -140', '#5b88b8', 13) + line('M40 -140Q40 -156 56 -150', pen.wood, 9) + shape(taper(66, 60, -40, 110), pen.fill) + oval([0, -40, 66, 12], pen.deep),
  'jewellery stand': pen => line('M0 104V-100M-70 -60Q0 -90 70 -60M-50 -10Q0 -34 50 -10', pen.main, 10) + oval([0, 106, 76, 14], pen.deep) + line('M-66 -58Q-66 20 -40 0M66 -58Q70 40 40 20', '#d0a955', 5) + disc(-46, 16, 9, pen.trim) + disc(46, 26, 9, pen.trim) + shape(heartPath(18, 0, -112), pen.main),
  lantern: pen => [
    () => line('M-20 -116C-20 -156 20 -156 20 -116', pen.main, 8) + shape('M-70 -70L-26 -116H26L70 -70Z', pen.deep) + block([-76, -72, 152, 20, 5], pen.main) + block([-64, -54, 128, 146, 4], '#fff1c4', ' opacity=".9"') + light(20) + line('M-64 -54V92M64 -54V92M0 -54V-30', pen.main, 9) + block([-82, 90, 164, 22, 6], pen.main),
    () => line('M0 -150V-120', pen.metal, 5) + shape(starPath(128, 5 + pen.form(3), 0.5), pen.fill) + shape(starPath(74, 5 + pen.form(3), 0.5), '#fff1c4', ' opacity=".75"') + disc(0, 0, 14, pen.trim),
    () => line('M-30 -110C-30 -154 30 -154 30 -110', pen.main, 8) + shape('M-40 -110H40L78 -50V70L40 106H-40L-78 70V-50Z', pen.main) + shape('M-30 -92H30L60 -44V64L30 90H-30L-60 64V-44Z', '#fff1c4') + light(18) + line('M-30 -92V90M30 -92V90M-60 10H60', pen.deep, 5),
    () => line('M0 -150V-116', pen.metal, 5) + shape('M-60 -100H60C116 -60 116 60 60 100H-60C-116 60 -116 -60 -60 -100Z', pen.fill) + times(5, i => line(`M${-92 + Math.abs(i - 2) * 12} ${-70 + i * 35}H${92 - Math.abs(i - 2) * 12}`, '#2b1c16', 4, DIM)) + block([-44, -112, 88, 17, 5], pen.deep) + block([-44, 95, 88, 17, 5], pen.deep),
    () => shape('M-14 -136H14V-118H-14Z', pen.deep) + shape('M-80 -60Q-60 -118 0 -120Q60 -118 80 -60Z', pen.main) + window(pen) + block([-78, 92, 156, 20, 6], pen.main) + line('M-64 -60V94M64 -60V94', pen.main, 12) + light(40)
  ][pen.form(5)]?.() ?? '',
  lamp: pen => [
    () => line('M0 0V90', pen.deep, 14) + oval([0, 104, 62, 12], pen.deep) + disc(0, 50, 26, pen.trim) + shape('M-58 -120H58L100 10H-100Z', pen.fill) + shape('M20 -120H58L100 10H50Z', '#2b1c16', DIM) + oval([0, 10, 100, 9], '#fff1c4'),
    () => line('M0 -150V-90', pen.ink, 5) + shape('M-24 -92H24C40 -40 130 -40 130 50H-130C-130 -40 -40 -40 -24 -92Z', pen.fill) + oval([0, 50, 130, 15], '#fff1c4') + disc(0, 56, 22, '#fbe08f'),
    () => shape('M-70 106C-96 60 -60 20 -64 -20C-60 -100 60 -100 64 -20C60 20 96 60 70 106Z', pen.fill) + disc(0, 0, 110, '#ffe9ae', ' opacity=".28"') + (pen.mark(0, 10, 110) || shape(starPath(40, 5, 0.45, 0, 0), '#fff1c4')) + block([-78, 98, 156, 14, 7], pen.deep)
  ][pen.form(3)]?.() ?? '',
  'fairy lights': pen => line('M-150 -90Q-70 10 0 -40T150 -80', pen.ink, 4) + line('M-150 30Q-60 110 10 50T150 50', pen.ink, 4) + times(9, i => bulb(pen, [-124, -84, -40, 6, 52, 104, -108, -44, 92][i] ?? 0, [-48, -18, -22, -32, -52, -68, 72, 86, 46][i] ?? 0, i)),
  'garden tool': pen => [
    () => move(-46, 0, block([-14, -130, 28, 96, 13], pen.wood) + block([-14, -100, 28, 17, 0], pen.trim) + line('M0 -34V20', pen.metal, 11) + shape('M-38 10H38C44 70 20 110 0 134C-20 110 -44 70 -38 10Z', pen.fill) + shape('M0 10H38C44 70 20 110 0 134Z', '#2b1c16', DIM), 'rotate(-12)') + move(58, 0, block([-14, -130, 28, 96, 13], pen.wood) + block([-14, -100, 28, 17, 0], pen.trim) + line('M0 -34V40M-36 110V40Q-36 20 0 20Q36 20 36 40V110M0 20V116', pen.metal, 13), 'rotate(12)'),
    () => line('M0 -40V140', pen.wood, 11) + shape('M-92 -40L-70 -118H92L70 -40Z', pen.fill) + (pen.mark(0, -80, 60) || line('M-50 -88H50M-40 -66H30', pen.paper, 7)) + move(-20, 140, shape(leafPath(70, 20), '#87ad7c'), 'rotate(-40)') + move(20, 140, shape(leafPath(74, 20), '#6f9a68'), 'rotate(36)')
  ][pen.form(2)]?.() ?? '',
  gift: pen => block([-96, -50, 192, 156, 8], pen.fill) + block([-106, -80, 212, 44, 8], pen.main) + block([-16, -80, 32, 186, 0], pen.trim) + shape('M0 -80C-80 -60 -80 -140 0 -80C80 -140 80 -60 0 -80Z', pen.trim) + disc(0, -82, 12, pen.deep)
}

const light = (y: number) => block([-20, y, 40, 72, 5], '#fbf3e3') + disc(0, y - 20, 34, '#ffd978', ' opacity=".5"') + shape(`M0 ${y - 40}Q18 ${y - 12} 0 ${y - 6}Q-18 ${y - 12} 0 ${y - 40}Z`, '#f5a63f')

function bulb(pen: Pen, x: number, y: number, index: number): string {
  const colours = [pen.main, pen.trim, '#eec44f', pen.pale]
  const colour = colours[index % 4] ?? pen.main
  return disc(x, y + 20, 30, '#ffe9ae', ' opacity=".45"') + block([x - 6, y - 6, 12, 14, 3], pen.ink) + (pen.mark(x, y + 26, 48) || oval([x, y + 24, 14, 19], colour))
}

function scene(pen: Pen, half: number, tall: number): string {
  const motif = pen.mark(0, 0, Math.min(half, tall) * 1.7)
  if (motif) return motif
  return block([-half, -tall, half * 2, tall * 2, 3], '#cfe2e6') + disc(half * 0.4, -tall * 0.4, half * 0.26, '#f4cf72') + shape(`M${-half} ${tall}V${tall * 0.2}Q${-half * 0.3} ${-tall * 0.3} ${half * 0.2} ${tall * 0.3}T${half} ${tall * 0.1}V${tall}Z`, '#87ad7c')
}

function writing(pen: Pen): string {
  return line('M-84 -10C-70 -40 -50 -30 -56 0C-40 -30 -24 -20 -30 4C-10 -30 10 -20 4 4C24 -24 40 -20 36 4Q60 10 84 -14', pen.trim === pen.main ? pen.ink : pen.trim, 8) + line('M-60 44H60', pen.trim, 6)
}

function weave(pen: Pen, top: number, bottom: number): string {
  return shape(taper(top, bottom, -14, 108), pen.main) + times(4, i => line(`M${-top + 8 + i * 4} ${10 + i * 26}H${top - 8 - i * 4}`, pen.deep, 7, ' opacity=".45" stroke-dasharray="18 12"')) + block([-top - 6, -26, (top + 6) * 2, 26, 12], pen.pale) + pen.mark(0, 50, 60)
}

export const FESTIVE: Drawings = {
  bunting: pen => line('M-160 -90Q0 -30 160 -90', pen.ink, 5) + times(5, i => flag(pen, -112 + i * 56, -66 + (2 - Math.abs(i - 2)) * 13, i)) + line('M-160 40Q0 90 160 40', pen.ink, 5) + times(4, i => flag(pen, -92 + i * 60, 60 + (1.5 - Math.abs(i - 1.5)) * 9, i + 1)),
  garland: pen => line('M-160 -80Q-80 40 0 -20T160 -60', pen.ink, 4) + times(7, i => move(-126 + i * 42, [-36, -4, -2, -14, -36, -54, -60][i] ?? 0, hanging(pen, i))) + line('M-160 40Q0 120 160 40', pen.ink, 4) + times(5, i => move(-100 + i * 50, 66 + (2 - Math.abs(i - 2)) * 6, hanging(pen, i + 1))),
  balloons: pen => line('M-60 20Q-20 80 0 140M60 10Q20 80 0 140M0 30V140', pen.ink, 3) + oval([-68, -30, 56, 68], pen.trim === pen.paper ? pen.pale : pen.trim) + oval([70, -36, 54, 66], pen.deep) + oval([0, -62, 60, 74], pen.fill) + oval([-22, -92, 12, 20], '#fff', ' opacity=".5"') + oval([-90, -54, 10, 16], '#fff', ' opacity=".5"') + shape('M-8 14L0 4L8 14Z', pen.main),
  straws: pen => times(6, i => line(`M${-30 + i * 12} 110L${-90 + i * 36} -110`, i % 2 ? pen.main : pen.trim, 12) + line(`M${-30 + i * 12} 110L${-90 + i * 36} -110`, pen.paper, 12, ' stroke-dasharray="4 22" opacity=".8"')) + shape(taper(62, 52, 10, 112), pen.fill, ' opacity=".96"') + pen.mark(0, 60, 64),
  wreath: pen => disc(0, 0, 92, 'none', ` stroke="${pen.wood}" stroke-width="26"`) + times(16, i => move(0, 0, move(0, -92, shape(leafPath(52, 18), i % 2 ? '#5f8f63' : '#7fa57a'), `rotate(${i % 2 ? 60 : 115})`), `rotate(${i * 22.5})`)) + times(8, i => move(0, 0, disc(0, -92, 11, i % 2 ? pen.main : pen.trim), `rotate(${i * 45 + 10})`)) + shape('M0 92C-70 60 -70 140 0 104C70 140 70 60 0 92Z', pen.main) + disc(0, 98, 13, pen.deep),
  'christmas tree': pen => [
    () => block([-12, 80, 24, 30, 3], pen.wood) + shape('M0 -132L46 -56H26L74 14H44L98 86H-98L-44 14H-74L-26 -56H-46Z', pen.fill) + ornaments(pen),
    () => line('M0 -140V-120', pen.metal, 4) + shape('M0 -122L104 96Q0 118 -104 96Z', pen.fill) + line('M-40 -36Q0 -20 40 -36M-72 30Q0 56 72 30', pen.trim, 9) + ornaments(pen),
    () => block([-10, 60, 20, 50, 3], pen.wood) + oval([0, 110, 50, 9], pen.deep) + times(6, i => oval([0, -90 + i * 30, 22 + i * 15, 20], i % 2 ? pen.main : pen.pale)) + shape(starPath(26, 5, 0.45, 0, -122), '#eec44f')
  ][pen.form(3)]?.() ?? '',
  bell: pen => line('M0 -150V-104', pen.trim, 8) + shape('M-26 -94C-26 -124 26 -124 26 -94C84 -70 70 40 116 72H-116C-70 40 -84 -70 -26 -94Z', pen.fill) + shape('M20 -96C84 -70 70 40 116 72H60C50 20 50 -50 20 -96Z', '#2b1c16', DIM) + block([-122, 68, 244, 20, 10], pen.deep) + disc(0, 100, 22, pen.trim) + shape('M0 -104C-60 -130 -60 -60 0 -94C60 -60 60 -130 0 -104Z', '#c8433f'),
  bauble: pen => line('M0 -150V-112', pen.metal, 4) + block([-18, -116, 36, 26, 5], '#d0a955') + [
    () => disc(0, 6, 100, pen.fill) + shape('M40 -86A100 100 0 0 1 40 98Q80 10 40 -86Z', '#2b1c16', DIM) + pen.mark(0, 10, 110),
    () => shape('M0 -96C50 -60 70 0 30 50Q12 76 0 140Q-12 76 -30 50C-70 0 -50 -60 0 -96Z', pen.fill) + line('M-44 -10H44M-46 16H46', pen.trim, 7),
    () => disc(0, 6, 98, pen.fill) + block([-98, -20, 196, 50, 0], pen.trim) + times(6, i => shape(starPath(13, 5, 0.45, -80 + i * 32, 5), pen.main))
  ][pen.form(3)]?.() + oval([-38, -36, 18, 26], '#fff', ' opacity=".45" transform="rotate(30 -38 -36)"'),
  stocking: pen => line('M40 -150V-110', pen.metal, 5) + shape('M-30 -90H70V20C70 50 40 54 20 90C0 124 -110 128 -108 74C-106 40 -40 50 -30 10Z', pen.fill) + shape('M-108 74C-106 50 -70 48 -50 38L-34 112C-70 124 -108 112 -108 74Z', pen.trim) + block([-44, -116, 128, 46, 18], pen.paper) + pen.mark(20, -14, 70),
  star: pen => [
    () => line('M0 -150V-110', pen.metal, 4) + shape(starPath(128, 5, 0.46), pen.fill) + shape('M0 0L0 -128L27 -47ZM0 0L122 -40L52 25ZM0 0L75 104L0 59ZM0 0L-75 104L-52 17ZM0 0L-122 -40L-30 -40Z', '#2b1c16', ' opacity=".07"') + disc(0, 0, 17, pen.trim),
    () => line('M0 -150V-100', pen.metal, 4) + times(6, i => move(0, 0, line('M0 0V-116M0 -64L-28 -92M0 -64L28 -92', pen.main, 13), `rotate(${i * 60})`)) + disc(0, 0, 24, pen.trim),
    () => line('M0 -150V-104', pen.metal, 4) + shape(starPath(120, 8, 0.62), pen.fill) + shape(starPath(70, 8, 0.62), pen.pale) + pen.mark(0, 0, 60)
  ][pen.form(3)]?.() ?? '',
  heart: pen => [
    () => line('M0 -150V-60', pen.trim, 6) + shape(heartPath(128, 0, 6), pen.fill) + shape('M0 134C160 20 150 -90 60 -92C130 -40 90 60 0 134Z', '#2b1c16', DIM) + line('M-76 -40Q-66 -66 -40 -70', '#fff', 10, ' opacity=".45"') + (pen.mark(0, 4, 92) || disc(0, -44, 13, pen.trim)),
    () => line('M0 -150V-50', pen.trim, 5) + shape(heartPath(116, 0, 0), 'none', ` stroke="${pen.main}" stroke-width="22" stroke-linejoin="round"`) + shape(heartPath(116, 0, 0), 'none', ` stroke="${pen.deep}" stroke-width="5" stroke-dasharray="12 14" opacity=".5"`) + shape(heartPath(44, 0, 20), pen.trim) + line('M0 -52V-8', pen.trim, 4),
    () => line('M0 -150V-110', pen.trim, 6) + shape(heartPath(70, 0, -52), pen.fill) + line('M0 10V26', pen.trim, 5) + shape(heartPath(52, 0, 50), pen.trim === pen.paper ? pen.pale : pen.trim) + line('M0 92V102', pen.trim, 5) + shape(heartPath(34, 0, 116), pen.deep)
  ][pen.form(3)]?.() ?? '',
  ornament: pen => pen.mark(0, 0, 250) || shape('M-40 100C-90 40 -60 -30 -20 -40C-40 -100 40 -110 36 -50C96 -40 110 60 40 100Z', pen.fill) + disc(14, -76, 6, pen.ink) + shape('M36 -74L64 -64L36 -56Z', '#dd8a45') + shape('M-30 20C0 0 40 20 30 60C-10 70 -30 50 -30 20Z', pen.trim),
  'easter egg': pen => shape('M0 -126C70 -126 108 0 96 50C80 122 -80 122 -96 50C-108 0 -70 -126 0 -126Z', pen.fill) + line('M-94 -6L-62 -26L-30 -6L0 -26L30 -6L62 -26L94 -6', pen.trim, 9) + line('M-92 56L-60 40L-30 56L0 40L30 56L60 40L92 56', pen.trim, 9) + oval([-40, -70, 16, 26], '#fff', ' opacity=".4" transform="rotate(20 -40 -70)"') + pen.mark(0, 16, 60),
  flower: pen => line('M0 0Q14 70 0 140', '#6f9a68', 10) + move(4, 110, shape(leafPath(76, 26), '#7fa57a'), 'rotate(58)') + move(4, 124, shape(leafPath(64, 22), '#6f9a68'), 'rotate(-60)') + move(0, -44, flower(100, pen.main, pen.trim === pen.main ? '#eec44f' : pen.trim, 6 + pen.form(3))),
  'artificial flower': pen => [
    () => line('M0 140Q-10 20 -4 -60M-4 40Q40 10 62 -30M-6 60Q-50 20 -66 -10', '#6f9a68', 8) + move(-4, -84, flower(62, pen.main, pen.trim, 8)) + move(66, -40, flower(40, pen.pale, pen.trim, 7)) + move(-70, -22, flower(42, pen.main, pen.trim, 7)) + move(-4, 110, shape(leafPath(80, 26), '#87ad7c'), 'rotate(56)'),
    () => line('M0 140V-120', '#6f9a68', 8) + times(7, i => move(i % 2 ? 26 : -26, -116 + i * 28, shape('M-20 -16H20L26 18Q0 30 -26 18Z', i % 3 ? pen.main : pen.pale), `rotate(${i % 2 ? -34 : 34})`)) + move(0, 130, shape(leafPath(90, 26), '#7fa57a'), 'rotate(50)') + move(0, 130, shape(leafPath(84, 26), '#6f9a68'), 'rotate(-50)')
  ][pen.form(2)]?.() ?? '',
  feeder: pen => line('M0 -150V-100', pen.metal, 5) + shape('M-84 -20H84V106H-84Z', pen.fill) + shape('M-118 -14L0 -116L118 -14L100 4L0 -80L-100 4Z', pen.trim === pen.paper ? pen.deep : pen.trim) + shape('M-84 -14L0 -86L84 -14Z', pen.fill) + disc(0, 26, 30, pen.ink) + line('M0 72V88', pen.wood, 9) + move(56, 84, pen.mark(0, 0, 60) || ''),
  gnome: pen => pen.mark(0, 4, 240) || shape('M-70 106C-76 40 -46 10 0 10C46 10 76 40 70 106Z', pen.fill) + disc(0, -6, 40, '#f3d3b4') + shape('M-44 -14Q0 60 44 -14Q40 76 0 84Q-40 76 -44 -14Z', '#fbf3e3') + shape('M-52 -14C-30 -50 -10 -100 6 -146C26 -90 40 -50 52 -14Q0 -34 -52 -14Z', pen.trim === pen.paper ? '#c8433f' : pen.trim) + disc(0, 2, 11, '#e9a58f') + disc(-16, -8, 4, pen.ink) + disc(16, -8, 4, pen.ink)
}

function flag(pen: Pen, x: number, y: number, index: number): string {
  const fill = [pen.fill, pen.trim, pen.deep][index % 3] ?? pen.fill
  return shape(`M${x - 25} ${y}H${x + 25}L${x} ${y + 66}Z`, fill)
}

function hanging(pen: Pen, index: number): string {
  const colour = [pen.main, pen.trim, pen.deep][index % 3] ?? pen.main
  return [() => shape(heartPath(24, 0, 14), colour), () => pen.mark(0, 16, 52) || disc(0, 14, 21, colour), () => shape(starPath(25, 5, 0.45, 0, 14), colour), () => move(0, 14, flower(25, colour, pen.paper, 6))][(index + pen.form(4)) % 4]?.() ?? ''
}

function ornaments(pen: Pen): string {
  return shape(starPath(24, 5, 0.45, 0, -128), '#eec44f') + times(5, i => disc([-20, 24, -40, 10, 50][i] ?? 0, [-40, -14, 40, 28, 62][i] ?? 0, 10, i % 2 ? pen.trim : '#eec44f'))
}
