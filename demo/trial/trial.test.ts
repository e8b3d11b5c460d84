import { expect, test } from 'vitest'
import { openRange } from '../range/openRange.ts'
import { get, ORIGIN, openTestShop, post } from '../testing/openTestShop.ts'
import { aProduct, BOOTS } from '../testing/products.ts'
import { personas } from './personas.ts'

const PANEL = { origin: ORIGIN, 'x-trial': '1' }

test('DE-13 a product is sold out and restocked on the shelf and in the API', async () => {
  const { app, told } = openTestShop()
  const sold = await (await post(app, '/trial/stock?product=WBOOTS&do=sell_out', {}, PANEL)).json()
  expect(sold).toMatchObject({ title: 'Winter Boots', isSoldOut: true })
  expect(told).toEqual(['WBOOTS-8', 'WBOOTS-9', 'WBOOTS-10'].map(id => ({ id, quantity: 0 })))
  const back = await (await post(app, '/trial/stock?product=WBOOTS&do=restock', {}, PANEL)).json()
  expect(back.isSoldOut).toBe(false)
  expect(told.at(-1)).toEqual({ id: 'WBOOTS-10', quantity: 25 })
  expect((await post(app, '/trial/stock?product=NONE&do=restock', {}, PANEL)).status).toBe(404)
})

test('DE-13 the API is stopped and started, and the shop goes on and says what the API did not hear', async () => {
  const { app } = openTestShop()
  const stopped = await (await post(app, '/trial/api?do=stop', {}, PANEL)).json()
  expect(stopped.isApiRunning).toBe(false)
  expect((await get(app, '/product/red-mug-MUG')).status).toBe(200)
  const unheard = await post(app, '/trial/stock?product=MUG&do=sell_out', {}, PANEL)
  expect(unheard.status).toBe(503)
  expect((await unheard.json()).problem).toContain('API is stopped')
  const started = await (await post(app, '/trial/api?do=start', {}, PANEL)).json()
  expect(started.isApiRunning).toBe(true)
})

test('DE-42 one size alone is sold out and restocked, and the others stay as they are', async () => {
  const { app, told } = openTestShop()
  const out = await (await post(app, '/trial/stock?variant=WBOOTS-9&do=sell_out', {}, PANEL)).json()
  expect(told).toEqual([{ id: 'WBOOTS-9', quantity: 0 }])
  expect(out.isApiRunning).toBe(true)
  const state = async (query: string) =>
    (await get(app, `/trial/state?product=WBOOTS&variant=${query}`, { 'x-trial': '1' })).json()
  expect(await state('WBOOTS-9')).toMatchObject({ isSoldOut: false, variant: { stock: 0 } })
  expect(await state('WBOOTS-10')).toMatchObject({ variant: { title: 'Winter Boots, UK 10', stock: 10 } })
  await post(app, '/trial/stock?variant=WBOOTS-9&do=restock', {}, PANEL)
  expect(await state('WBOOTS-9')).toMatchObject({ variant: { stock: 25 } })
  expect((await post(app, '/trial/stock?variant=NONE&product=WBOOTS&do=sell_out', {}, PANEL)).status).toBe(
    404
  )
})

test('DE-14 a ready-made past is made of what the shop sells, and lies in the past', async () => {
  const retrospot = Array.from({ length: 12 }, (_, at) =>
    aProduct({ itemGroupId: `R${at}`, title: `Red Retrospot Thing ${at}` })
  )
  const range = openRange([...retrospot, BOOTS], new Map())
  const all = personas(range)
  expect(all.map(({ id }) => id)).toEqual(['retrospot', 'walker', 'wholesale', 'christmas', 'away'])
  for (const { events } of all) for (const { minutesAgo } of events) expect(minutesAgo).toBeGreaterThan(0)
  const [regular, walker] = all
  expect(regular?.events.filter(({ name }) => name === 'purchase')).toHaveLength(2)
  expect(JSON.stringify(walker?.events)).toContain('WBOOTS-9')
  expect(JSON.stringify(walker?.events)).not.toContain('WBOOTS-10')
  expect(walker?.events.map(({ name }) => name)).toContain('remove_from_cart')
})
