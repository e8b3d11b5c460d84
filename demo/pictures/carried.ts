import type { Drawings } from './drawing.ts'
import { block, DIM, disc, flower, heartPath, line, move, oval, shape, times } from './shapes.ts'

export const CARRIED: Drawings = {
  'tote bag': pen =>
    [
      () =>
        line('M-54 -50C-54 -160 54 -160 54 -50', pen.accent, 13) +
        shape('M-106 -56H106L118 100Q118 114 102 114H-102Q-118 114 -118 100Z', pen.fill) +
        shape('M60 -56H106L118 100Q118 114 102 114H76Z', '#2b1c16', DIM) +
        line('M-104 -40H104', '#fff', 3, ' opacity=".5" stroke-dasharray="8 7"') +
        pen.mark(0, 32, 124),
      () =>
        line('M-40 -30C-60 -140 -4 -150 -10 -30M40 -30C60 -140 4 -150 10 -30', pen.deep, 10) +
        shape('M-96 -36Q0 -10 96 -36Q140 60 96 100Q0 124 -96 100Q-140 60 -96 -36Z', pen.fill) +
        shape('M50 -28Q70 -28 96 -36Q140 60 96 100Q80 108 50 110Q90 40 50 -28Z', '#2b1c16', DIM) +
        pen.mark(0, 42, 104)
    ][pen.form(2)]?.() ?? '',
  'lunch bag': pen =>
    line('M-34 -84C-34 -136 34 -136 34 -84', pen.deep, 12) +
    shape('M-76 -84H76L84 -52V100Q84 112 70 112H-70Q-84 112 -84 100V-52Z', pen.fill) +
    block([-84, -58, 168, 20, 6], pen.trim) +
    shape('M40 -38H84V100Q84 112 70 112H40Z', '#2b1c16', DIM) +
    disc(0, -48, 9, pen.deep) +
    pen.mark(-4, 34, 110),
  'lunch box': pen =>
    pen.form(2) === 0
      ? line('M-40 -60C-40 -112 40 -112 40 -60', pen.deep, 13) +
        block([-126, -64, 252, 166, 26], pen.fill) +
        block([-126, 6, 252, 13, 0], pen.deep, ' opacity=".5"') +
        block([-20, -6, 40, 36, 8], pen.trim) +
        pen.mark(-66, -28, 56) +
        pen.mark(66, 58, 60)
      : disc(0, 14, 108, pen.deep) +
        disc(0, 2, 106, pen.fill) +
        disc(0, 2, 84, 'none', ` stroke="${pen.trim}" stroke-width="6"`) +
        block([-24, 96, 48, 26, 8], pen.trim) +
        (pen.mark(0, 2, 110) || move(0, 2, flower(44, pen.trim, pen.pale, 6))),
  purse: pen =>
    pen.form(2) === 0
      ? shape('M-84 -40C-140 40 -110 106 0 106C110 106 140 40 84 -40Z', pen.fill) +
        shape('M-92 -36C-80 -84 80 -84 92 -36Q0 -60 -92 -36Z', '#d0a955') +
        disc(-12, -78, 14, '#d0a955') +
        disc(14, -80, 14, '#b98f3f') +
        shape('M40 -40H84C140 40 110 106 30 106C80 60 80 0 40 -40Z', '#2b1c16', DIM) +
        pen.mark(0, 32, 96)
      : block([-124, -66, 248, 150, 18], pen.fill) +
        shape(
          'M-124 -48Q-124 -66 -106 -66H106Q124 -66 124 -48L30 26Q0 44 -30 26Z',
          pen.deep,
          ' opacity=".4"'
        ) +
        disc(0, 22, 15, pen.trim) +
        pen.mark(0, -26, 56) +
        block([60, -66, 64, 150, 18], '#2b1c16', DIM),
  'wash bag': pen =>
    shape(
      'M-116 -40Q-116 -60 -96 -60H96Q116 -60 116 -40L128 80Q128 106 100 106H-100Q-128 106 -128 80Z',
      pen.fill
    ) +
    block([-112, -72, 224, 22, 11], pen.trim) +
    line('M-100 -61H100', pen.ink, 3, ' stroke-dasharray="6 5" opacity=".6"') +
    block([96, -70, 44, 14, 7], '#d0a955') +
    shape('M64 -60H96Q116 -60 116 -40L128 80Q128 106 100 106H80Z', '#2b1c16', DIM) +
    pen.mark(-8, 30, 112),
  handbag: pen =>
    [
      () =>
        line('M-58 -36C-58 -150 58 -150 58 -36', pen.deep, 14) +
        shape('M-104 -40H104L126 90Q128 112 104 112H-104Q-128 112 -126 90Z', pen.fill) +
        shape('M60 -40H104L126 90Q128 112 104 112H80Z', '#2b1c16', DIM) +
        block([-104, -46, 208, 30, 8], pen.trim) +
        disc(0, -28, 12, '#d0a955') +
        pen.mark(0, 46, 86),
      () =>
        line('M-112 -20C-90 -170 90 -170 112 -20', pen.deep, 9) +
        block([-118, -44, 236, 150, 34], pen.fill) +
        shape(
          'M-118 -10Q-118 -44 -84 -44H84Q118 -44 118 -10V10Q60 56 0 56Q-60 56 -118 10Z',
          pen.deep,
          ' opacity=".55"'
        ) +
        block([-17, 36, 34, 38, 8], '#d0a955') +
        pen.mark(0, 4, 62),
      () =>
        block([-128, -46, 256, 148, 30], pen.fill) +
        line('M-44 -48C-44 -108 44 -108 44 -48', pen.deep, 13) +
        block([-84, -46, 22, 148, 0], pen.trim) +
        block([62, -46, 22, 148, 0], pen.trim) +
        line('M-120 -24H120', pen.ink, 4, ' opacity=".4" stroke-dasharray="7 5"') +
        pen.mark(0, 34, 82),
      () =>
        line('M-60 -20C-120 -160 120 -160 60 -20', pen.deep, 9) +
        shape('M-110 -30Q0 -60 110 -30Q140 106 0 110Q-140 106 -110 -30Z', pen.fill) +
        shape('M-110 -30Q0 -60 110 -30Q112 -10 112 0Q0 -30 -112 0Q-112 -10 -110 -30Z', pen.trim) +
        disc(0, -24, 13, '#d0a955') +
        pen.mark(0, 44, 88)
    ][pen.form(4)]?.() ?? '',
  backpack: pen =>
    [
      () =>
        line('M-26 -124C-26 -152 26 -152 26 -124', pen.deep, 12) +
        shape('M-90 112V-60Q-90 -128 0 -128Q90 -128 90 -60V112Z', pen.fill) +
        block([-106, 10, 26, 90, 12], pen.deep) +
        block([80, 10, 26, 90, 12], pen.deep) +
        shape('M44 -114Q90 -96 90 -60V112H56Z', '#2b1c16', DIM) +
        block([-62, 12, 124, 84, 16], pen.trim) +
        line('M-48 32H48', pen.ink, 5, ' opacity=".5"') +
        pen.mark(0, -52, 74),
      () =>
        line('M-30 -110C-30 -146 30 -146 30 -110', pen.deep, 12) +
        block([-92, -112, 184, 222, 38], pen.fill) +
        shape('M-92 -70Q-92 -112 -54 -112H54Q92 -112 92 -70V-20Q0 20 -92 -20Z', pen.deep, ' opacity=".55"') +
        block([-44, -30, 18, 60, 4], pen.wood) +
        block([26, -30, 18, 60, 4], pen.wood) +
        disc(-35, 14, 7, '#d0a955') +
        disc(35, 14, 7, '#d0a955') +
        block([-58, 44, 116, 52, 14], pen.trim) +
        pen.mark(0, -66, 56)
    ][pen.form(2)]?.() ?? '',
  hamper: pen =>
    line('M-50 -36C-50 -110 50 -110 50 -36', pen.wood, 14) +
    block([-128, -40, 256, 146, 14], '#cda873') +
    times(4, i => line(`M-120 ${-18 + i * 34}H120`, '#8f6a42', 8, ' stroke-dasharray="22 14" opacity=".6"')) +
    shape('M-134 -44H134L120 30L84 6L40 36L0 8L-44 36L-84 6L-120 30Z', pen.fill) +
    block([-17, 26, 34, 44, 6], pen.wood) +
    shape(heartPath(12, 0, 46), '#8f6a42'),
  doll: pen =>
    shape('M-70 112C-76 20 -46 -10 0 -10C46 -10 76 20 70 112Z', pen.fill) +
    line('M-50 20L-92 66M50 20L92 66', '#f3d3b4', 17) +
    shape(
      'M-62 -60C-70 -146 70 -146 62 -60C84 -20 60 -14 50 -20H-50C-60 -14 -84 -20 -62 -60Z',
      ['#6a4630', '#e0b15c', '#a5573a', '#3a2f2c'][pen.form(4)] ?? '#6a4630'
    ) +
    disc(0, -66, 47, '#f3d3b4') +
    shape('M-46 -74Q-10 -96 0 -108Q16 -86 46 -76Q40 -120 0 -120Q-40 -120 -46 -74Z', '#6a4630') +
    disc(-16, -62, 5, pen.ink) +
    disc(16, -62, 5, pen.ink) +
    disc(-28, -48, 8, '#eeb0a8') +
    disc(28, -48, 8, '#eeb0a8') +
    line('M-8 -44Q0 -36 8 -44', pen.ink, 4) +
    pen.mark(0, 62, 60) +
    shape('M0 -10C-40 -30 -40 16 0 2C40 16 40 -30 0 -10Z', pen.trim),
  'soft toy': pen =>
    pen.mark(0, 0, 200)
      ? oval([0, 84, 78, 34], pen.fill) +
        pen.mark(0, -10, 220) +
        shape('M0 84C-60 56 -60 112 0 92C60 112 60 56 0 84Z', pen.trim)
      : disc(-54, -96, 30, pen.fill) +
        disc(54, -96, 30, pen.fill) +
        disc(-54, -96, 15, pen.pale) +
        disc(54, -96, 15, pen.pale) +
        oval([0, 60, 78, 62], pen.fill) +
        oval([0, 70, 44, 42], pen.pale) +
        line('M-64 34L-106 60M64 34L106 60', pen.main, 38) +
        oval([-50, 112, 32, 22], pen.deep) +
        oval([50, 112, 32, 22], pen.deep) +
        disc(0, -48, 70, pen.fill) +
        oval([0, -28, 32, 26], pen.pale) +
        oval([0, -40, 12, 9], pen.ink) +
        disc(-26, -60, 7, pen.ink) +
        disc(26, -60, 7, pen.ink) +
        line('M0 -32V-20Q-10 -12 -16 -18M0 -20Q10 -12 16 -18', pen.ink, 4) +
        shape('M0 20C-50 -6 -50 46 0 28C50 46 50 -6 0 20Z', pen.trim),
  toy: pen =>
    pen.mark(0, 0, 150) && pen.form(2) === 0
      ? block([-110, 70, 220, 26, 13], pen.trim) +
        disc(-70, 100, 24, pen.deep) +
        disc(70, 100, 24, pen.deep) +
        pen.mark(0, -20, 190)
      : ([
          () =>
            block([-110, -10, 150, 90, 14], pen.fill) +
            block([30, -70, 80, 150, 14], pen.accent) +
            block([46, -50, 48, 48, 6], '#dbe8ea') +
            block([-90, -70, 34, 64, 6], pen.deep) +
            disc(-70, 84, 34, pen.ink) +
            disc(10, 84, 34, pen.ink) +
            disc(80, 84, 34, pen.ink) +
            disc(-70, 84, 14, pen.pale) +
            disc(10, 84, 14, pen.pale) +
            disc(80, 84, 14, pen.pale),
          () =>
            block([-122, 10, 92, 92, 10], '#c8433f') +
            block([-26, 10, 92, 92, 10], pen.main) +
            block([-74, -86, 92, 92, 10], '#eec44f') +
            disc(104, 66, 36, pen.trim) +
            shape(heartPath(22, -76, 56), '#fbf3e3') +
            disc(20, 56, 22, pen.trim) +
            shape('M-50 -20L-28 -62L-6 -20Z', '#5b88b8'),
          () =>
            line('M0 -30V120', pen.wood, 9) +
            times(4, i =>
              move(
                0,
                -40,
                shape('M0 0C-10 -50 20 -100 74 -86C60 -50 30 -20 0 0Z', i % 2 ? pen.trim : pen.fill),
                `rotate(${i * 90})`
              )
            ) +
            disc(0, -40, 15, pen.deep),
          () =>
            shape('M-100 10Q0 -130 100 10Q60 60 0 120Q-60 60 -100 10Z', pen.fill) +
            block([-12, -128, 24, 70, 10], pen.wood) +
            line('M-92 6Q0 50 92 6', pen.trim, 13) +
            line('M-66 46Q0 80 66 46', pen.trim, 9)
        ][pen.form(4)]?.() ?? ''),
  baby: pen =>
    line('M-110 -90H110M0 -150V-90M-110 -90V-60M110 -90V-40M0 -90V0', pen.wood, 8) +
    move(-104, -16, pen.mark(0, 0, 84) || shape(starPathSmall, pen.fill)) +
    move(106, 4, shape(heartPath(40), pen.fill)) +
    move(0, 60, pen.mark(0, 0, 100) || disc(0, 0, 46, pen.trim)) +
    oval([0, 118, 1, 1], pen.trim)
}

const starPathSmall = 'M0 -44L12 -14L44 -12L20 8L28 40L0 22L-28 40L-20 8L-44 -12L-12 -14Z'
