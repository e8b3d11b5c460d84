import { afterAll, expect, inject, test } from 'vitest'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

async function turnStock(product: string, what: 'sell-out' | 'restock'): Promise<void> {
  const answer = await fetch(`${inject('shopUrl')}/trial/stock?product=${product}&do=${what}`, {
    method: 'POST',
    headers: { 'x-trial': '1', origin: inject('shopUrl') }
  })
  if (!answer.ok) throw new Error(`the stock could not be turned: ${answer.status}`)
}

test('JO-11 what is sold out is gone at the next look, and back when it is', async () => {
  const { go, items } = await newVisit()
  await go('/')
  const [first = ''] = await items('home-picked')
  await turnStock(first, 'sell-out')
  try {
    await expect
      .poll(
        async () => {
          await go('/')
          return items('home-picked')
        },
        { timeout: 30_000 }
      )
      .not.toContain(first)
  } finally {
    await turnStock(first, 'restock')
  }
  await expect
    .poll(
      async () => {
        await go('/')
        return items('home-picked')
      },
      { timeout: 30_000 }
    )
    .toContain(first)
})
