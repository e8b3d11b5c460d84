import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, scallop, shape, starPath, times } from './shapes.ts'

const GOLD = '#d0a955'
const metalOf = (pen: Pen) => (pen.form(2) === 0 ? GOLD : '#c4c9ce')
const bead = (pen: Pen, x: number, y: number, r: number, index: number) => disc(x, y, r, [pen.main, pen.pale, pen.trim][index % 3] ?? pen.main) + disc(x - r * 0.3, y - r * 0.35, r * 0.28, '#fff', ' opacity=".7"')
const charm = (pen: Pen, size: number) => pen.mark(0, 0, size * 1.3) || [() => shape(heartPath(size * 0.42), pen.main), () => move(0, 0, flower(size * 0.5, pen.main, GOLD, 6)), () => shape(starPath(size * 0.5), pen.main), () => shape(`M0 ${-size * 0.5}C${size * 0.5} 0 ${size * 0.4} ${size * 0.5} 0 ${size * 0.5}C${-size * 0.4} ${size * 0.5} ${-size * 0.5} 0 0 ${-size * 0.5}Z`, pen.main) + disc(-size * 0.12, size * 0.1, size * 0.1, '#fff', ' opacity=".7"')][pen.form(4)]?.() || ''
const sleeves = (pen: Pen, reach: number) => shape(`M-66 -104L-${reach} 10L-${reach - 38} 30L-58 -40ZM66 -104L${reach} 10L${reach - 38} 30L58 -40Z`, pen.fill) + shape(`M66 -104L${reach} 10L${reach - 38} 30L58 -40Z`, '#2b1c16', DIM)
const longSleeves = (pen: Pen) => shape('M-64 -104Q-104 -90 -118 84L-82 90L-58 -30ZM64 -104Q104 -90 118 84L82 90L58 -30Z', pen.fill) + shape('M64 -104Q104 -90 118 84L82 90L58 -30ZM-118 84L-82 90L-72 30Q-84 20 -110 20Z', '#2b1c16', DIM)
const pair = (draw: string) => move(-30, -26, draw, 'scale(.86)') + move(34, 34, draw, 'scale(.92)')

export const WORN: Drawings = {
  necklace: pen => [
    () => line('M-100 -130C-110 70 110 70 100 -130', metalOf(pen), 6) + disc(0, 24, 8, GOLD) + move(0, 72, charm(pen, 84)),
    () => times(15, i => { const turn = Math.PI * (i / 14); return bead(pen, -Math.cos(turn) * 104, -90 + Math.sin(turn) * 170, 10 + Math.sin(turn) * 10, i) }) + line('M-104 -96V-140M104 -96V-140', metalOf(pen), 5),
    () => line('M-90 -136C-96 10 96 10 90 -136M-104 -136C-120 100 120 100 104 -136', metalOf(pen), 5) + times(7, i => { const turn = Math.PI * ((i + 1) / 8); return bead(pen, -Math.cos(turn) * 98, -100 + Math.sin(turn) * 132, 12, i) }) + move(0, 88, charm(pen, 62)),
    () => line('M-86 -136Q-90 -20 0 10Q90 -20 86 -136', metalOf(pen), 6) + times(5, i => move(-64 + i * 32, -16 + (2 - Math.abs(i - 2)) * 14, line('M0 0V22', GOLD, 4) + shape('M0 14C20 44 14 66 0 66C-14 66 -20 44 0 14Z', i % 2 ? pen.pale : pen.main)))
  ][pen.form(4)]?.() ?? '',
  bracelet: pen => [
    () => times(18, i => { const turn = (i * Math.PI) / 9; return bead(pen, Math.cos(turn) * 96, Math.sin(turn) * 84, 17, i) }) + move(0, 108, charm(pen, 50)),
    () => disc(0, 0, 96, 'none', ` stroke="${pen.main}" stroke-width="36"`) + disc(0, 0, 108, 'none', ' stroke="#fff" stroke-width="5" opacity=".45" stroke-dasharray="120 600"') + disc(0, 0, 78, 'none', ` stroke="${pen.deep}" stroke-width="4"`) + times(8, i => move(0, 0, disc(0, -96, 10, pen.trim), `rotate(${i * 45})`)),
    () => oval([0, -10, 112, 84], 'none', ` stroke="${metalOf(pen)}" stroke-width="9" stroke-dasharray="16 7"`) + times(5, i => move(-80 + i * 40, 56 + (2 - Math.abs(i - 2)) * 14, line('M0 0V14', GOLD, 4) + move(0, 34, i % 2 ? shape(heartPath(18), pen.main) : charm(pen, 36))))
  ][pen.form(3)]?.() ?? '',
  earrings: pen => times(2, i => move(-62 + i * 124, 0, line('M0 -96C-30 -130 20 -146 14 -110L0 -80', metalOf(pen), 6) + [
    () => line('M0 -80V10', metalOf(pen), 4) + bead(pen, 0, -54, 11, 1) + bead(pen, 0, -24, 14, 2) + move(0, 46, charm(pen, 82)),
    () => disc(0, 0, 62, 'none', ` stroke="${pen.main}" stroke-width="12"`) + bead(pen, 0, 62, 14, 2),
    () => line('M0 -80V-40', metalOf(pen), 5) + shape('M0 -48C60 20 50 96 0 96C-50 96 -60 20 0 -48Z', pen.main) + shape('M0 -14C30 30 26 70 0 70C-26 70 -30 30 0 -14Z', pen.pale, ' opacity=".7"') + oval([-14, 40, 6, 14], '#fff', ' opacity=".7"'),
    () => move(0, -50, flower(40, pen.main, GOLD, 6)) + times(3, k => line(`M${-22 + k * 22} -20V${40 + (k === 1 ? 24 : 0)}`, metalOf(pen), 3) + bead(pen, -22 + k * 22, 50 + (k === 1 ? 24 : 0), 13, k))
  ][pen.form(4)]?.())),
  ring: pen => disc(0, 36, 76, 'none', ` stroke="${metalOf(pen)}" stroke-width="19"`) + disc(0, 36, 86, 'none', ' stroke="#fff" stroke-width="4" opacity=".6" stroke-dasharray="90 600"') + move(0, -60, pen.form(2) === 0 ? scallop(38, 9, pen.main) + disc(0, 0, 22, pen.pale) : flower(60, pen.main, GOLD, 6)),
  brooch: pen => disc(0, 0, 112, pen.fill) + disc(0, 0, 112, 'none', ` stroke="${metalOf(pen)}" stroke-width="11"`) + charm({ ...pen, main: pen.trim }, 130) + times(12, i => move(0, 0, disc(0, -112, 9, pen.pale), `rotate(${i * 30})`)),
  'bag charm': pen => disc(0, -112, 28, 'none', ` stroke="${metalOf(pen)}" stroke-width="9"`) + line('M0 -84V-50', metalOf(pen), 7) + [
    () => move(0, 24, charm(pen, 150)),
    () => bead(pen, 0, -36, 19, 0) + bead(pen, 0, 2, 24, 1) + bead(pen, 0, 48, 28, 2) + line('M-16 78L-26 136M-5 80L-8 142M6 80L10 142M17 78L28 134', pen.main, 8),
    () => line('M0 -50L-52 30M0 -50L52 20M0 -50V60', metalOf(pen), 5) + move(-54, 56, charm(pen, 66)) + move(56, 44, shape(heartPath(32), pen.trim === pen.paper ? pen.deep : pen.trim)) + move(0, 88, charm(pen, 74))
  ][pen.form(3)]?.(),
  'hair clip': pen => [
    () => block([-122, 18, 244, 26, 13], metalOf(pen)) + move(-56, -6, flower(50, pen.main, GOLD, 6)) + move(28, -22, flower(66, pen.trim === pen.paper ? pen.pale : pen.trim, GOLD, 7)) + move(98, 8, flower(32, pen.main, pen.pale, 5)),
    () => line('M-84 96C-140 -150 140 -150 84 96', pen.main, 19) + move(54, -78, charm({ ...pen, main: pen.trim === pen.paper ? pen.deep : pen.trim }, 92)),
    () => shape('M0 0C-130 -110 -130 110 0 0C130 110 130 -110 0 0Z', pen.fill) + block([-20, -28, 40, 56, 14], pen.deep) + line('M-70 -30Q-40 -10 -20 -4M70 -30Q40 -10 20 -4', '#2b1c16', 5, DIM),
    () => block([-90, -90, 180, 44, 20], pen.main) + times(9, i => line(`M${-76 + i * 19} -50V70`, pen.main, 9)) + times(5, i => bead(pen, -68 + i * 34, -72, 14, i))
  ][pen.form(4)]?.() ?? '',
  sunglasses: pen => specs(pen, '#5d4a4a', '.85'),
  glasses: pen => specs(pen, pen.form(2) === 0 ? '#4a4346' : '#cfe0e2', pen.form(2) === 0 ? '.85' : '.6'),
  fan: pen => times(9, i => move(0, 90, shape('M0 0L-26 -184Q0 -200 26 -184Z', i % 2 ? pen.fill : pen.pale), `rotate(${i * 17 - 68})`)) + times(9, i => move(0, 90, line('M0 0V-110', pen.wood, 7), `rotate(${i * 17 - 68})`)) + disc(0, 90, 13, GOLD),
  scarf: pen => [
    () => shape('M-90 -110C-20 -130 60 -120 96 -76C110 -50 60 -24 0 -30C-60 -26 -120 -60 -90 -110Z', pen.fill) + shape('M-30 -40L-62 116H0L24 -30Z', pen.fill) + shape('M30 -36L24 116H84L70 -40Z', pen.pale === pen.paper ? pen.trim : pen.pale) + shape('M-90 -110C-20 -90 60 -90 96 -76C60 -50 -40 -50 -90 -110Z', '#2b1c16', DIM) + times(5, i => line(`M${-58 + i * 13} 116V136`, pen.main, 5) + line(`M${28 + i * 13} 116V136`, pen.main, 5)),
    () => block([-66, -130, 132, 240, 14], pen.fill) + block([10, -130, 56, 240, 14], '#2b1c16', DIM) + block([-66, -30, 132, 22, 0], pen.trim) + block([-66, 60, 132, 22, 0], pen.trim) + times(9, i => line(`M${-58 + i * 14.5} 110V136`, pen.main, 5)),
    () => disc(0, -20, 96, 'none', ` stroke="${pen.main}" stroke-width="50"`) + disc(0, -20, 96, 'none', ' stroke="#2b1c16" stroke-width="5" opacity=".12" stroke-dasharray="24 18"') + shape('M10 50L-10 140H60L76 40Z', pen.fill) + shape('M40 50L66 130L116 108L90 20Z', pen.deep)
  ][pen.form(3)]?.() ?? '',
  jacket: pen => longSleeves(pen) + [
    () => shape('M-64 -108Q0 -84 64 -108L74 114H-74Z', pen.fill) + shape('M-40 -112L0 -20L40 -112Q0 -92 -40 -112Z', pen.pale) + shape('M-48 -112L-6 -10L-28 4L-64 -50ZM48 -112L6 -10L28 4L64 -50Z', pen.deep) + line('M0 -10V114', pen.deep, 4) + times(3, i => disc(11, 20 + i * 32, 6, pen.trim)) + line('M-56 52H-24M56 52H24', pen.deep, 7),
    () => shape('M-66 -100Q0 -80 66 -100L76 104H-76Z', pen.fill) + shape('M-50 -104C-50 -146 50 -146 50 -104Q0 -70 -50 -104Z', pen.deep) + times(5, i => line(`M-70 ${-60 + i * 38}Q0 ${-46 + i * 38} 70 ${-60 + i * 38}`, '#2b1c16', 5, DIM)) + line('M0 -86V104', pen.trim, 7) + block([-78, 96, 156, 17, 8], pen.deep),
    () => shape('M-64 -108Q0 -90 64 -108L72 78H-72Z', pen.fill) + shape('M-44 -110L0 -50L44 -110L56 -96L20 -40H-20L-56 -96Z', pen.deep) + line('M-10 -50L20 78', GOLD, 6) + block([-74, 70, 148, 30, 8], pen.deep) + block([-54, -20, 36, 32, 5], pen.deep, ' opacity=".6"') + block([26, -20, 36, 32, 5], pen.deep, ' opacity=".6"')
  ][pen.form(3)]?.(),
  shirt: pen => (pen.form(2) === 0 ? sleeves(pen, 132) : longSleeves(pen)) + shape('M-64 -108Q0 -84 64 -108L70 110Q0 124 -70 110Z', pen.fill) + shape('M-44 -118L0 -66L44 -118L50 -88L8 -52L0 -66L-8 -52L-50 -88Z', pen.pale) + line('M0 -62V112', pen.deep, 4) + times(5, i => disc(9, -36 + i * 30, 5, pen.trim === pen.main ? pen.ink : pen.trim)) + block([-50, -30, 36, 40, 4], '#2b1c16', DIM),
  't-shirt': pen => sleeves(pen, 128) + shape('M-64 -106Q0 -60 64 -106L68 108Q0 116 -68 108Z', pen.fill) + line('M-46 -104Q0 -54 46 -104', pen.trim === pen.main ? pen.deep : pen.trim, 11) + shape('M36 -94L64 -106L68 108Q50 112 40 112Z', '#2b1c16', DIM) + (pen.mark(0, -4, 92) || [() => '', () => block([-67, -20, 134, 40, 0], pen.trim), () => shape(heartPath(30, 0, -10), pen.trim)][pen.form(3)]?.() || ''),
  dress: pen => shape('M-40 -132L-30 -132L-20 -90H20L30 -132L40 -132L48 -40L34 -14L110 116Q0 136 -110 116L-34 -14L-48 -40Z', pen.fill) + shape('M34 -14L110 116Q70 128 40 128L10 -14Z', '#2b1c16', DIM) + block([-38, -26, 76, 19, 6], pen.trim) + line('M-22 0L-54 116M0 0V122M22 0L54 116', '#2b1c16', 4, DIM),
  jumper: pen => longSleeves(pen) + shape('M-66 -104Q0 -76 66 -104L74 100H-74Z', pen.fill) + line('M-44 -104Q0 -66 44 -104', pen.trim, 16) + block([-76, 88, 152, 26, 10], pen.deep) + line('M-70 -20L-46 -40L-22 -20L2 -40L26 -20L50 -40L70 -22', pen.trim, 9) + line('M-70 14L-46 -6L-22 14L2 -6L26 14L50 -6L72 12', pen.trim, 6) + pen.mark(0, 46, 60),
  socks: pen => times(2, i => move(i * 74 - 40, i * 12 - 6, shape('M-34 -120H34V20C34 44 48 52 72 72C110 100 70 130 30 112L-20 76C-34 66 -34 50 -34 20Z', i ? pen.fill : pen.fill) + block([-38, -128, 76, 34, 10], pen.trim) + shape('M72 72C110 100 70 130 30 112C40 90 52 76 72 72Z', pen.trim) + shape('M14 -94H34V20C34 44 48 52 72 72L60 78C30 60 14 50 14 20Z', '#2b1c16', DIM) + pen.mark(0, -40, 50))),
  boots: pen => pair([
    () => shape('M-50 -120H30V10C60 26 104 30 106 66V84H-50Z', pen.fill) + block([-56, 80, 166, 22, 8], pen.ink) + block([-56, -128, 92, 26, 8], pen.trim) + line('M30 -80H-4M30 -50H-4M30 -20H0', pen.trim, 7) + shape('M-50 -100H-24V84H-50Z', '#2b1c16', DIM),
    () => shape('M-40 -140H36V20C60 34 108 34 108 70V80H-10V92H-44Z', pen.fill) + shape('M-44 80H-6V110H-40Z', pen.ink) + block([10, 78, 102, 13, 5], pen.ink) + line('M-40 -90Q0 -76 36 -90', '#2b1c16', 6, DIM) + block([30, -60, 17, 30, 6], pen.trim),
    () => shape('M-46 -70H34V16C62 30 104 34 106 68V84H-46Z', pen.fill) + block([-52, 80, 164, 20, 8], pen.ink) + block([-10, -62, 30, 76, 6], pen.deep) + line('M-42 -78V-92', pen.trim, 9)
  ][pen.form(3)]?.() ?? ''),
  sneakers: pen => pair(shape('M-104 -50Q-80 -30 -56 -54L-16 -62C10 -16 56 -6 100 8Q116 16 112 44H-110Q-116 0 -104 -50Z', pen.fill) + block([-116, 38, 232, 28, 14], '#fbf6ea') + line('M-112 52H112', pen.trim === pen.paper ? pen.deep : pen.trim, 5) + line('M-24 -44L4 -58M-6 -24L20 -40M16 -6L40 -22', '#fbf6ea', 8) + shape('M60 0C84 4 116 10 112 40H64Q52 16 60 0Z', '#fbf6ea', ' opacity=".85"') + (pen.form(2) ? shape(starPath(22, 5, 0.45, -66, 2), pen.trim) : line('M-80 20Q-40 30 0 4', pen.trim, 11))),
  sandals: pen => pen.form(2) === 0
    ? times(2, i => move(-56 + i * 112, 0, shape('M0 -128C48 -128 50 -50 42 0C36 60 50 120 0 124C-50 120 -36 60 -42 0C-50 -50 -48 -128 0 -128Z', pen.deep) + shape('M0 -116C38 -116 40 -50 33 0C28 56 38 108 0 112C-38 108 -28 56 -33 0C-40 -50 -38 -116 0 -116Z', pen.pale) + line('M0 -66Q-40 -30 -42 20M0 -66Q40 -30 42 20', pen.main, 17) + disc(0, -68, 11, pen.trim), i ? 'rotate(8)' : 'rotate(-8)'))
    : pair(shape('M-110 30C-60 10 40 30 112 20V46Q112 60 96 60H-96Q-110 60 -110 46Z', pen.wood) + line('M-84 22C-84 -40 -20 -40 -12 20M10 24C14 -34 74 -34 84 18', pen.main, 26) + line('M-82 6H-20', pen.trim, 6) + block([-112, 54, 224, 13, 6], pen.ink)),
  heels: pen => pair(shape('M-108 -70C-70 -76 -60 -30 0 10C40 34 90 36 116 56Q116 70 98 70H20C-40 70 -60 10 -88 0L-96 70H-108L-114 -30Z', pen.fill) + shape('M-88 0L-96 70H-108L-112 -20Z', pen.deep) + shape('M116 56Q116 70 98 70H20L10 60Q70 64 116 56Z', pen.ink) + (pen.form(2) ? shape('M60 36C40 18 40 60 62 46C84 60 84 18 60 36Z', pen.trim) : line('M-96 -54C-60 -84 -30 -60 -52 -30', pen.trim, 8))),
  'formal shoes': pen => pair(shape('M-108 -56Q-70 -30 -40 -60L0 -50C20 -10 70 -6 104 14Q120 26 116 46H-110Q-118 0 -108 -56Z', pen.fill) + block([-114, 42, 232, 20, 8], pen.ink) + block([-114, 56, 62, 16, 4], pen.ink) + shape('M44 -8C70 -4 90 4 104 14Q120 26 116 42H60Q44 20 44 -8Z', '#2b1c16', ' opacity=".18"') + (pen.form(2) ? line('M-12 -40L14 -24M4 -24L28 -8', pen.paper, 6) : block([-10, -32, 60, 20, 6], pen.deep, ' transform="rotate(24 20 -22)"') + disc(24, -14, 7, GOLD))),
  slippers: pen => times(2, i => move(-58 + i * 116, 0, shape('M0 -126C54 -126 54 -40 46 10C40 70 44 122 0 122C-44 122 -40 70 -46 10C-54 -40 -54 -126 0 -126Z', pen.deep) + oval([0, 50, 32, 62], pen.pale) + shape('M0 -126C54 -126 54 -40 48 0Q0 24 -48 0C-54 -40 -54 -126 0 -126Z', pen.fill) + disc(0, -14, 20, pen.trim), i ? 'rotate(7)' : 'rotate(-7)')),
  belt: pen => disc(0, 0, 92, 'none', ` stroke="${pen.main}" stroke-width="40"`) + disc(0, 0, 92, 'none', ` stroke="${pen.deep}" stroke-width="3" stroke-dasharray="10 8" opacity=".7"`) + disc(0, 0, 60, 'none', ` stroke="${pen.deep}" stroke-width="14"`) + block([-124, 66, 160, 44, 12], pen.main) + times(3, i => disc(-100 + i * 24, 88, 5, pen.ink)) + (pen.form(2) ? block([10, 56, 74, 64, 12], 'none', ` stroke="${metalOf(pen)}" stroke-width="13"`) : disc(44, 88, 36, 'none', ` stroke="${metalOf(pen)}" stroke-width="13"`)) + line('M46 88H84', metalOf(pen), 9),
  hat: pen => shape('M-84 40C-100 -110 100 -110 84 40Z', pen.fill) + (pen.form(2) ? oval([0, 46, 140, 30], pen.fill) + oval([0, 40, 90, 14], '#2b1c16', DIM) : '') + block([-86, 12, 172, 30, 10], pen.trim) + disc(0, -76, 19, pen.trim),
  tie: pen => shape('M-26 -124H26L18 -78H-18Z', pen.deep) + shape('M-18 -78H18L44 80L0 128L-44 80Z', pen.fill) + shape('M0 -78H18L44 80L0 128Z', '#2b1c16', DIM)
}

function specs(pen: Pen, lens: string, opacity: string): string {
  const rim = ` stroke="${pen.main}" stroke-width="15"`
  const lenses = [
    () => disc(-68, 0, 56, lens, `${rim}`) + disc(68, 0, 56, lens, `${rim}`),
    () => block([-128, -48, 116, 92, 30], lens, rim) + block([12, -48, 116, 92, 30], lens, rim),
    () => shape('M-134 -44L-20 -34Q-16 50 -70 52Q-126 50 -134 -44ZM134 -44L20 -34Q16 50 70 52Q126 50 134 -44Z', lens, rim),
    () => shape('M-124 -40H-18C-10 20 -40 64 -72 62C-116 58 -130 10 -124 -40ZM124 -40H18C10 20 40 64 72 62C116 58 130 10 124 -40Z', lens, ` stroke="${metalOf(pen)}" stroke-width="9"`)
  ][pen.form(4)]?.() ?? ''
  return `<g opacity="${opacity === '.6' ? '.92' : '1'}">${lenses}</g>` + line('M-14 -14Q0 -26 14 -14M-128 -24L-150 -30M128 -24L150 -30', pen.main, 12) + line('M-96 10L-66 -26M40 10L70 -26', '#fff', 8, ' opacity=".4"')
}
