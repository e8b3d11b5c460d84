import { expect, test } from 'vitest'
import { start } from './startFromNpm.ts'

test('VI-3 on a server it does nothing and answers everything', async () => {
  const vitrine = start({ shop: 'demo', key: 'pk_1', api: 'https://api.example' })
  vitrine.track('add_to_cart', { items: [{ item_id: 'A' }] })
  vitrine('track', 'page_view')
  expect(await vitrine.decide('home')).toBeUndefined()
  expect(await vitrine.recommend({ strategy: 'trending' })).toBeUndefined()
  expect(await vitrine.explain()).toEqual([])
  expect(await vitrine.identify('token')).toMatchObject({ ok: false })
  expect(await vitrine.profile()).toMatchObject({ lifecycle: 'new_visitor', orders: [] })
  expect(vitrine.debug()).toMatchObject({ events: [], decisions: [] })
  vitrine.on('event', () => {})()
  vitrine.setConsent({ measure: 'granted' })
  await vitrine.forget()
  vitrine.stop()
  expect(() => vitrine('nonsense')).not.toThrow()
})
