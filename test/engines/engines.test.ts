import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { BROWSER_NAMES } from '../../tools/browsers.ts'
import { withoutHoldout } from '../journeys/withoutHoldout.ts'
import { refuseBanner, returnToBanner } from './bannerJourney.ts'
import type { Engine } from './Engine.ts'
import { enter } from './enter.ts'
import { findings } from './findings.ts'
import { missedByKeyboard } from './missedByKeyboard.ts'
import { openEngine } from './openEngine.ts'
import { type Gate, openGate } from './openGate.ts'
import { beAskedOnce, fillBasket, leaveAndBeAsked, meetCorner, stayInDialog } from './popupJourney.ts'
import { askToBeTold, BOOTS, chooseSoldOut } from './restockJourney.ts'

/** The shop's own holdout would keep the popup from every tenth visitor of these tests. */
const restore = await withoutHoldout('before-you-go')
afterAll(restore)

const PHONE = { width: 390, height: 844 }

/** Chromium has journeys of its own; with `VITRINE_ENGINES=all` it walks these as well. */
const isAll = process.env['VITRINE_ENGINES'] === 'all'

describe.each(BROWSER_NAMES.filter(name => isAll || name !== 'chromium'))('in %s', name => {
  let engine: Engine
  let gate: Gate
  beforeAll(async () => {
    gate = await openGate(inject('shopUrl'))
    engine = await openEngine(name)
  })
  afterAll(async () => {
    await engine?.close()
    await gate.close()
  })

  test('JO-40 on a return visit the banner stands in the first paint, before any script of ours, and nothing moves', async () => {
    await returnToBanner(await enter(engine, { url: gate.url }), gate)
  })

  test('JO-41 a refusal brings the author’s own back at once', async () => {
    await refuseBanner(await enter(engine))
  })

  test('JO-42 who leaves through the top of the window with a mouse is asked by a dialog that has the focus to itself', async () => {
    const shopper = await enter(engine)
    await fillBasket(shopper)
    await stayInDialog(shopper)
  })

  test('JO-43 not again after a reload and on the next page', async () => {
    const shopper = await enter(engine)
    await fillBasket(shopper)
    await beAskedOnce(shopper)
  })

  test('JO-44 on a phone’s window it stays in its corner', async () => {
    const shopper = await enter(engine, PHONE)
    await fillBasket(shopper)
    await meetCorner(shopper)
  })

  test('JO-45, JO-46 who asks to be told when a size is back does so without touching the shop’s form around', async () => {
    await askToBeTold(await enter(engine))
  })

  test('JO-46 axe finds nothing on the first page with its banner and under the popup', async () => {
    const shopper = await enter(engine)
    await fillBasket(shopper)
    expect(await findings(shopper.tab)).toEqual([])
    await leaveAndBeAsked(shopper.tab)
    expect(await findings(shopper.tab)).toEqual([])
  })

  test('JO-47 every control beside banner and form is reached by keyboard', async () => {
    const { tab, go, answer } = await enter(engine)
    await go('/')
    await answer('Yes, all of it')
    await go('/')
    expect(await missedByKeyboard(tab)).toEqual([])
    await go(BOOTS)
    await chooseSoldOut(tab)
    expect(await missedByKeyboard(tab)).toEqual([])
  })
})
