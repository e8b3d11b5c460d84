import type { Drawings } from './drawing.ts'
import type { Pen } from './pen.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, shape, starPath, times } from './shapes.ts'

const front = (pen: Pen, size: number) => pen.mark(0, 0, size) || [() => shape(heartPath(size * 0.36), pen.trim), () => move(0, 0, flower(size * 0.42, pen.trim, pen.pale, 7)), () => shape(starPath(size * 0.42), pen.trim)][pen.form(3)]?.() || ''
const bow = (x: number, y: number, fill: string, knot: string) => shape(`M${x} ${y}C${x - 70} ${y - 50} ${x - 70} ${y + 46} ${x} ${y}C${x + 70} ${y + 46} ${x + 70} ${y - 50} ${x} ${y}Z`, fill) + line(`M${x} ${y}L${x - 34} ${y + 58}M${x} ${y}L${x + 34} ${y + 58}`, fill, 13) + disc(x, y, 13, knot)
const pencil = (x: number, top: number, fill: string, wood: string) => block([x - 11, top, 22, 170, 2], fill) + block([x + 3, top, 8, 170, 2], '#2b1c16', DIM) + shape(`M${x - 11} ${top}L${x} ${top - 34}L${x + 11} ${top}Z`, wood) + shape(`M${x - 4} ${top - 22}L${x} ${top - 34}L${x + 4} ${top - 22}Z`, fill)

export const PAPER: Drawings = {
  card: pen => [
    () => block([-96, -126, 192, 252, 8], pen.deep, ' transform="rotate(5)"') + block([-96, -126, 192, 252, 8], pen.fill) + block([-70, -96, 140, 150, 8], pen.paper, ' opacity=".95"') + move(0, -22, front(pen, 110)) + line('M-50 84H50M-30 102H30', pen.trim === pen.paper ? pen.deep : pen.trim, 6),
    () => move(28, 26, block([-110, -74, 220, 148, 6], pen.pale) + line('M-108 -70L0 20L108 -70', pen.deep, 4, ' opacity=".5"'), 'rotate(8)') + move(-16, -24, block([-104, -74, 208, 148, 8], pen.fill) + block([-90, -60, 180, 120, 5], pen.paper, ' opacity=".92"') + front(pen, 92), 'rotate(-6)'),
    () => block([-108, -108, 216, 216, 10], pen.fill) + disc(0, 0, 82, pen.paper) + front(pen, 110)
  ][pen.form(3)]?.() ?? '',
  wrap: pen => pen.form(2) === 0
    ? move(-30, 0, block([-44, -130, 88, 250, 10], pen.fill) + oval([0, -130, 44, 14], pen.paper) + oval([0, -130, 22, 7], pen.deep) + block([14, -130, 30, 250, 10], '#2b1c16', DIM), 'rotate(-10)') + move(54, 16, block([-34, -110, 68, 220, 10], pen.trim) + oval([0, -110, 34, 11], pen.paper) + oval([0, -110, 16, 5], pen.deep), 'rotate(8)')
    : block([-104, -50, 208, 150, 6], pen.fill) + block([50, -50, 54, 150, 6], '#2b1c16', DIM) + block([-18, -50, 36, 150, 0], pen.trim) + block([-104, 6, 208, 32, 0], pen.trim) + bow(0, -56, pen.trim, pen.deep),
  ribbon: pen => [
    () => disc(0, 10, 102, pen.wood) + disc(0, 10, 88, pen.fill) + disc(0, 10, 40, pen.wood) + disc(0, 10, 17, pen.ink) + line('M70 70C120 90 90 130 140 126', pen.main, 24) + times(3, i => disc(0, 10, 54 + i * 12, 'none', ' stroke="#2b1c16" stroke-width="3" opacity=".12"')),
    () => shape('M0 -20C-130 -120 -130 80 0 0C130 80 130 -120 0 -20Z', pen.fill) + shape('M-10 0L-60 120L-20 100L0 20L20 100L60 120L10 0Z', pen.main) + block([-24, -34, 48, 52, 12], pen.deep),
    () => times(3, i => move(0, -66 + i * 66, block([-112, -26, 224, 52, 26], [pen.fill, pen.trim, pen.deep][i] ?? pen.fill) + oval([-92, 0, 20, 26], pen.wood) + oval([-92, 0, 8, 11], pen.ink)))
  ][pen.form(3)]?.() ?? '',
  notebook: pen => [
    () => block([-90, -118, 190, 244, 8], '#fbf6ea') + block([-96, -124, 190, 244, 10], pen.fill) + block([-96, -124, 34, 244, 8], pen.deep) + block([62, -124, 11, 244, 0], pen.trim) + move(-8, -16, block([-44, -36, 88, 72, 8], pen.paper) + (pen.mark(0, 0, 62) || line('M-26 -8H26M-18 12H18', pen.deep, 5))),
    () => block([-92, -110, 196, 232, 10], pen.fill) + move(8, 0, front(pen, 126)) + times(8, i => line(`M-108 ${-88 + i * 27}H-76`, pen.metal, 7)),
    () => move(14, 14, block([-84, -110, 168, 220, 8], pen.trim), 'rotate(9)') + move(-8, -4, block([-88, -114, 176, 228, 8], pen.fill) + block([-88, -114, 24, 228, 8], pen.deep, ' opacity=".7"') + front(pen, 100), 'rotate(-3)')
  ][pen.form(3)]?.() ?? '',
  envelope: pen => move(0, -24, block([-96, -90, 192, 150, 6], pen.paper) + line('M-66 -56H66M-66 -30H66M-66 -4H20', pen.trim === pen.paper ? pen.deep : pen.trim, 5)) + block([-122, -30, 244, 140, 8], pen.fill) + shape('M-122 -24L0 62L122 -24V-16L0 76L-122 -16Z', pen.deep, ' opacity=".55"') + disc(0, 66, 22, '#c8433f') + shape(heartPath(10, 0, 66), '#f6d9c9'),
  'book cover': pen => block([-86, -118, 176, 240, 14], pen.deep) + block([-92, -122, 176, 240, 14], pen.fill) + block([-80, -110, 152, 216, 8], 'none', ' stroke="#fff" stroke-width="3" stroke-dasharray="8 7" opacity=".6"') + move(-4, -20, pen.mark(0, 0, 110) || disc(0, 0, 40, pen.trim) + line('M-40 0H40M0 -40V40', pen.main, 4)) + block([-50, 62, 92, 14, 4], '#d0a955'),
  tag: pen => line('M0 -96C-40 -150 50 -160 20 -110', pen.trim, 6) + shape('M0 -124L80 -60V106Q80 118 68 118H-68Q-80 118 -80 106V-60Z', pen.fill) + disc(0, -76, 14, pen.paper) + disc(0, -76, 14, 'none', ` stroke="${pen.deep}" stroke-width="5"`) + move(0, 26, front(pen, 104)),
  'luggage tag': pen => line('M0 -90C-50 -160 60 -170 16 -96', pen.deep, 13) + block([-76, -104, 152, 226, 26], pen.fill) + block([-22, -92, 44, 16, 8], pen.ink, ' opacity=".6"') + block([-54, -50, 108, 140, 10], pen.paper, ' opacity=".94"') + move(0, 4, front(pen, 82)) + line('M-34 64H34', pen.deep, 6),
  sticker: pen => block([-112, -128, 224, 256, 10], '#fbf6ea') + times(6, i => move(-56 + (i % 2) * 112, -84 + Math.floor(i / 2) * 84, disc(0, 0, 38, [pen.main, pen.trim, pen.deep][i % 3] ?? pen.main) + (pen.mark(0, 0, 56) || (i % 2 ? shape(heartPath(20), pen.paper) : shape(starPath(24), pen.paper))))) + shape('M112 84L68 128H102Q112 128 112 118Z', pen.deep, ' opacity=".4"'),
  magnet: pen => times(4, i => move(-62 + (i % 2) * 124, -62 + Math.floor(i / 2) * 124, [() => disc(0, 0, 52, i % 3 ? pen.fill : pen.trim), () => block([-50, -50, 100, 100, 14], i % 3 ? pen.fill : pen.trim)][pen.form(2)]?.() + (pen.mark(0, 0, 68) || (i % 2 ? shape(heartPath(26), pen.paper) : move(0, 0, flower(30, pen.paper, '#eec44f', 6)))) + oval([-24, -28, 12, 7], '#fff', ' opacity=".45"'))),
  tissues: pen => block([-84, -110, 168, 220, 18], pen.fill) + block([-84, -110, 168, 34, 14], '#fff', ' opacity=".3"') + shape('M-54 -20Q0 -44 54 -20Q0 6 -54 -20Z', pen.paper) + shape('M-34 -22C-50 -80 0 -90 4 -56C30 -84 50 -50 34 -22Q0 -32 -34 -22Z', '#fff') + pen.mark(0, 54, 80) + block([40, -110, 44, 220, 18], '#2b1c16', DIM),
  pencil: pen => pen.form(2) === 0
    ? times(5, i => pencil(-56 + i * 28, -74 + (i % 2) * 20 - (i === 2 ? 16 : 0), [pen.main, pen.trim, '#eec44f', '#6fa06a', pen.deep][i] ?? pen.main, '#ecd0aa')) + block([-84, 0, 168, 112, 14], pen.fill) + block([34, 0, 50, 112, 14], '#2b1c16', DIM) + pen.mark(0, 56, 74)
    : move(0, 0, move(-34, 0, pencil(0, -70, pen.fill, '#ecd0aa'), 'rotate(-14)') + move(30, 10, pencil(0, -80, pen.trim, '#ecd0aa') + block([-11, 84, 22, 20, 6], '#e58fa5'), 'rotate(12)') + pen.mark(-66, 66, 64)),
  rubber: pen => pen.mark(0, -20, 190) ? block([-100, 70, 200, 36, 10], pen.fill) + pen.mark(0, -24, 180) : move(0, 0, block([-116, -46, 232, 92, 18], pen.fill) + block([-116, -46, 130, 92, 14], pen.trim) + block([-116, 18, 232, 28, 14], '#2b1c16', DIM) + disc(64, 0, 15, pen.paper), 'rotate(-16)'),
  sewing: pen => [
    () => disc(0, 30, 92, pen.fill) + times(6, i => line(`M${-50 + i * 20} -10L${-84 + i * 34} -100`, pen.metal, 5) + disc(-84 + i * 34, -104, 11, [pen.trim, '#eec44f', '#c8433f'][i % 3] ?? pen.trim)) + block([-100, 66, 200, 40, 18], pen.deep),
    () => block([-76, -112, 70, 24, 6], pen.wood) + block([-66, -90, 50, 120, 4], pen.main) + block([-76, 28, 70, 24, 6], pen.wood) + line('M-66 -66H-16M-66 -40H-16M-66 -14H-16M-66 10H-16', '#2b1c16', 4, DIM) + line('M-16 20C70 20 30 110 120 60', pen.main, 5) + line('M30 -110L110 40', pen.metal, 7) + disc(64, 92, 27, pen.trim) + disc(56, 84, 4, pen.ink) + disc(72, 84, 4, pen.ink) + disc(56, 100, 4, pen.ink) + disc(72, 100, 4, pen.ink),
    () => line('M-30 0L70 -120M30 0L-70 -120', pen.metal, 17) + disc(0, -26, 8, pen.ink) + disc(-44, 56, 40, 'none', ` stroke="${pen.main}" stroke-width="19"`) + disc(44, 56, 40, 'none', ` stroke="${pen.main}" stroke-width="19"`),
    () => disc(-20, 0, 86, pen.fill) + disc(-20, 0, 34, pen.trim) + block([40, 40, 110, 40, 3], '#f4e3ae') + times(8, i => line(`M${52 + i * 12} 40V${i % 2 ? 52 : 60}`, pen.ink, 3)) + pen.mark(-20, 0, 62)
  ][pen.form(4)]?.() ?? '',
  'craft kit': pen => pen.form(2) === 0
    ? block([-120, -104, 240, 212, 12], pen.fill) + block([-96, -80, 192, 122, 8], pen.paper) + front(pen, 108).replace(/^/, '') + times(5, i => disc(-80 + i * 40, 74, 15, ['#c8433f', '#eec44f', '#6fa06a', '#5b88b8', '#8565a8'][i] ?? pen.trim))
    : shape('M-20 -100C90 -120 140 0 90 60C66 90 40 50 20 70C0 90 30 110 -20 108C-150 100 -140 -80 -20 -100Z', pen.wood) + disc(-70, -20, 22, '#c8433f') + disc(-20, -60, 22, '#eec44f') + disc(44, -44, 22, '#6fa06a') + disc(76, 10, 20, '#5b88b8') + disc(-64, 44, 20, pen.trim) + line('M-10 30L120 -130', pen.main, 11) + shape('M-26 54Q-24 24 -4 24L6 34Q-4 56 -26 54Z', pen.ink),
  jigsaw: pen => times(4, i => move((i % 2) * 116 - 58 + (i === 1 ? 14 : 0), Math.floor(i / 2) * 116 - 58 - (i === 1 ? 16 : 0), block([-56, -56, 112, 112, 6], [pen.fill, pen.trim, pen.deep, pen.fill][i] ?? pen.fill) + disc(i % 2 ? -60 : 60, 0, 20, [pen.main, pen.trim, pen.deep, pen.main][i] ?? pen.main), i === 1 ? 'rotate(9)' : '')) + pen.mark(-20, 20, 130),
  game: pen => [
    () => move(-36, 6, block([-60, -96, 120, 186, 12], pen.fill) + block([-46, -82, 92, 158, 6], 'none', ` stroke="${pen.trim}" stroke-width="5"`), 'rotate(-14)') + move(40, 0, block([-60, -96, 120, 186, 12], '#fdf8ec') + shape(heartPath(36), '#c8433f') + shape(heartPath(10, -42, -74), '#c8433f') + shape(heartPath(10, 42, 72), '#c8433f'), 'rotate(11)'),
    () => times(3, i => move(-82 + i * 82, (i % 2) * 40 - 10, block([-34, -76, 68, 152, 12], i % 2 ? pen.trim : pen.fill) + line('M-34 0H34', pen.ink, 4, ' opacity=".4"') + disc(0, -38, 8, pen.paper) + disc(-14, 26, 8, pen.paper) + disc(14, 54, 8, pen.paper), `rotate(${i * 14 - 14})`)),
    () => block([-112, -112, 224, 224, 12], pen.fill) + times(8, i => block([-96 + (i % 4) * 48 + (Math.floor(i / 4) % 2) * 0, -96 + Math.floor(i / 4) * 96 + (i % 2) * 48, 48, 48, 0], pen.paper, ' opacity=".85"')) + disc(-24, 20, 24, '#c8433f') + disc(60, -44, 24, '#eec44f')
  ][pen.form(3)]?.() ?? '',
  'gift bag': pen => line('M-40 -60C-40 -140 40 -140 40 -60', pen.trim === pen.paper ? pen.deep : pen.trim, 8) + shape('M-90 -64H90L100 112H-100Z', pen.fill) + shape('M50 -64H90L100 112H60Z', '#2b1c16', DIM) + block([-90, -64, 180, 19, 0], pen.deep, ' opacity=".35"') + pen.mark(0, 32, 112)
}
