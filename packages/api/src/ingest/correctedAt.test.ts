import { expect, test } from 'vitest'
import { batchOf, look } from '../testing/batches.ts'
import { NOON, openTestApi, SHOP } from '../testing/openTestApi.ts'
import { correctedAt } from './correctedAt.ts'

const HOUR_MS = 3_600_000

test('AP-7 takes off how far a device’s clock runs ahead', () => {
  const sent = NOON + HOUR_MS
  expect(correctedAt(sent - 60_000, NOON, sent)).toBe(NOON - 60_000)
})

test('AP-7 believes a batch that comes late, because a clock behind looks the same', () => {
  expect(correctedAt(NOON - HOUR_MS, NOON, NOON - HOUR_MS)).toBe(NOON - HOUR_MS)
})

test('AP-7 puts nothing into the future', () => {
  expect(correctedAt(NOON + HOUR_MS, NOON)).toBe(NOON)
  expect(correctedAt(NOON + 4000, NOON, NOON + 4000)).toBe(NOON)
})

test('AP-7 keeps the device’s time beside the corrected one', async () => {
  const api = await openTestApi()
  const ahead = NOON + HOUR_MS
  await api.post(batchOf([look(0, 'A', ahead)], { visitor: 'visitor-of-tests', sent: ahead }))
  const [event] = await api.store.events.ofVisitor(SHOP.id, 'visitor-of-tests')
  expect(event?.at).toBe(ahead)
  const views = await api.store.events.views(SHOP.id, 0)
  expect(views).toEqual([{ who: 'visitor-of-tests', at: NOON, item: 'A' }])
})
