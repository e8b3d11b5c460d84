import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from './server.ts'

const LIMIT_MS = 120_000
let folder: string
let demo: Demo

const start = () => startDemo({ dataFolder: folder, ports: { shop: 0, api: 0 }, orders: 30, quiet: true })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
  demo = await start()
}, LIMIT_MS)

afterAll(async () => {
  // Absent when it never started.
  await (demo as Demo | undefined)?.close()
  await rm(folder, { recursive: true })
}, LIMIT_MS)

const json = async (url: string, init?: RequestInit) => (await fetch(url, init)).json()

test('DE-29 a demo starts on free ports with catalogue, orders, config and a published model', async () => {
  const manifest = await json(`${demo.url}/models/demo/manifest.json`)
  expect(manifest).toMatchObject({
    shop: 'demo',
    currency: 'GBP',
    relations: expect.arrayContaining(['bought'])
  })
  expect(manifest.items).toBeGreaterThan(4000)
  const config = await json(`${demo.url}/models/demo/config.json`)
  expect(config.name).toBe('Fern & Finch')
  const home = await (await fetch(demo.url)).text()
  expect(home).toContain(`data-api="${demo.apiUrl}"`)
  expect(home).not.toContain(demo.secretKey)
})

test('DE-29 with the API stopped the shop, its pictures and its model are still served', {
  timeout: LIMIT_MS
}, async () => {
  await demo.api.stop()
  await expect(fetch(`${demo.apiUrl}/readyz`)).rejects.toThrow()
  const paths = ['/', '/picture/47566.svg', '/models/demo/manifest.json', '/models/demo/availability.json']
  const answers = await Promise.all(paths.map(path => fetch(`${demo.url}${path}`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await demo.api.start()
  expect((await fetch(`${demo.apiUrl}/readyz`)).status).toBe(200)
})

test('DE-29 a customer’s token, signed by the shop, brings their own orders from the API', async () => {
  const login = await fetch(`${demo.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: demo.url },
    body: new URLSearchParams({ customer: await firstCustomer() })
  })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const account = await (await fetch(`${demo.url}/account`, { headers: { cookie } })).text()
  const token = /"identity":"([^"]+)"/.exec(account)?.[1]
  const { events } = await json(`${demo.apiUrl}/v1/me/events?since=0`, {
    headers: { authorization: `Bearer ${token}`, origin: demo.url }
  })
  expect(events.length).toBeGreaterThan(0)
})

test('DE-29 a sold-out product is in the published availability at once', async () => {
  const answer = await fetch(`${demo.url}/trial/stock?product=47566&do=sell_out`, {
    method: 'POST',
    headers: { origin: demo.url, 'x-trial': '1' }
  })
  expect(await answer.json()).toMatchObject({ isSoldOut: true })
  const { items } = await json(`${demo.url}/models/demo/availability.json`)
  expect(items['47566']).toBe(false)
})

test('DE-28 a second shop over the same data is refused and told where the first one is', async () => {
  await expect(start()).rejects.toThrow(`The shop is open already: ${demo.url}`)
})

test('DE-30 closed and opened again, it finds everything imported and the shelf as it was', {
  timeout: LIMIT_MS
}, async () => {
  const before = await json(`${demo.url}/models/demo/manifest.json`)
  await demo.close()
  await expect(fetch(demo.url)).rejects.toThrow()
  demo = await start()
  const after = await json(`${demo.url}/models/demo/manifest.json`)
  expect(after.publishedAt).toBe(before.publishedAt)
  const state = await json(`${demo.url}/trial/state?product=47566`, { headers: { 'x-trial': '1' } })
  expect(state).toMatchObject({ isSoldOut: true, isApiRunning: true })
})

/** The regular buyer: their newest order is among the last days'. */
async function firstCustomer(): Promise<string> {
  const page = await (await fetch(`${demo.url}/account`)).text()
  return /name="customer" value="(\d+)"/.exec(page)?.[1] ?? ''
}
