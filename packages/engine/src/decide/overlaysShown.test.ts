import { type EpochMs, eventId, type Ref, type ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, DAY, HOUR, MINUTE, NOON } from '../../testing/anEvent.ts'
import { overlaysShown } from './overlaysShown.ts'

const HERE = 'aaaaaaaaaaaa'
const THERE = 'bbbbbbbbbbbb'
let seq = 0
function overlay(at: EpochMs, resultId: string | undefined, ref: Ref = {}, tab = HERE): ShopEvent {
  const told = { overlay: true, ...(resultId !== undefined && { resultId }), ...ref }
  return { id: eventId({ at, tab, seq: seq++ }), at, type: 'view_promotion', source: 'web', ref: told }
}
const count = (...events: readonly ShopEvent[]) => {
  const { page, session, day } = overlaysShown(events, {
    now: NOON,
    tab: HERE,
    pageSince: NOON - 5 * MINUTE
  })
  return [page, session, day]
}

test('DC-23 counts this view of the page in this tab, this visit and the last 24 hours in every tab', () => {
  expect(count()).toEqual([0, 0, 0])
  expect(count(overlay(NOON - 5 * MINUTE, 'a'))).toEqual([1, 1, 1])
  expect(count(overlay(NOON - 5 * MINUTE - 1, 'a'))).toEqual([0, 1, 1])
  expect(count(overlay(NOON - MINUTE, 'a', {}, THERE))).toEqual([0, 1, 1])
  expect(count(overlay(NOON - HOUR, 'a'))).toEqual([0, 0, 1])
  expect(count(overlay(NOON - DAY + 1, 'a'), overlay(NOON - DAY, 'b'))).toEqual([0, 0, 1])
})

test('DC-23 a visit goes on for as long as something happens in some tab, in whatever order it is told', () => {
  const shown = overlay(NOON - 50 * MINUTE, 'a')
  const between = anEvent('page_view', NOON - 25 * MINUTE)
  expect(count(between, shown)).toEqual([0, 1, 1])
  expect(count(shown)).toEqual([0, 0, 1])
})

test('DC-23 an overlay told twice is one, and two tabs that decided in one moment showed two', () => {
  expect(count(overlay(NOON, 'a'), overlay(NOON, 'a'), overlay(NOON, 'b'))).toEqual([2, 2, 2])
  expect(count(overlay(NOON, 'a'), overlay(NOON, 'a', {}, THERE))).toEqual([1, 2, 2])
  expect(count(overlay(NOON, undefined), overlay(NOON, undefined))).toEqual([2, 2, 2])
})

test('DC-23 what a holdout was not shown, other promotions and what was done with one are not counted', () => {
  const closed: ShopEvent = { ...overlay(NOON, 'a'), type: 'dismiss_promotion' }
  const banner = overlay(NOON, 'a', { overlay: false })
  expect(
    count(overlay(NOON, 'a', { holdout: true }), closed, banner, anEvent('view_promotion', NOON))
  ).toEqual([0, 0, 0])
})

test('DC-23 a clock that was put back gives nothing away', () => {
  expect(count(overlay(NOON + HOUR, 'a'))).toEqual([1, 1, 1])
})
