import { expect, test } from 'vitest'
import { get, openTestShop, post } from '../testing/openTestShop.ts'

const line = (quantity: number, itemId = 'WBOOTS-9') => ({ itemId, quantity })

test('DE-10 a thing on two lines of an order is counted together: it sells no piece that is not there', async () => {
  const { app, stock } = openTestShop()
  const tooMany = await post(app, '/checkout', { lines: [line(2), line(1)] })
  expect(tooMany.status).toBe(409)
  expect((await tooMany.json()).problem).toContain('only 2 of')
  expect(stock.changes()).toEqual([])
  const fitting = await post(app, '/checkout', { lines: [line(1), line(1, 'MUG'), line(1)] })
  expect(fitting.status).toBe(200)
  const { lines } = await (await get(app, '/cart/lines?item=WBOOTS-9')).json()
  expect(lines[0].stock).toBe(0)
})
