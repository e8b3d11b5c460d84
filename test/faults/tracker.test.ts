import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import type { FakeApi, Mood } from '../../packages/tracker/src/testing/fakeApi.ts'
import { type FakeTab, openFakeTab } from '../../packages/tracker/src/testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const MINUTE_MS = 60_000
const down: Mood = () => 'down'
const up: Mood = () => new Response(null, { status: 204 })
const answers =
  (status: number, init: ResponseInit = {}): Mood =>
  () =>
    Response.json({}, { ...init, status })

/** The shop's own name of a custom event, as it stands in a batch. */
function nameOf(event: object): unknown {
  return 'n' in event ? event.n : undefined
}

/** Does so many things in a tab and says what they were. */
function act({ tracker }: FakeTab, count: number, who = 'a'): string[] {
  const names = Array.from({ length: count }, (_, at) => `${who}${at}`)
  for (const name of names) tracker.track(name)
  return names
}

/** The next visit, with the API up: whatever is owed should arrive in it. */
async function comeBack(
  { clock, api }: Pick<FakeTab, 'clock' | 'api'>,
  ms = 10 * MINUTE_MS
): Promise<FakeTab> {
  api.mood = up
  const tab = openFakeTab({ clock, api })
  await clock.pass(ms)
  return tab
}

function expectAll(api: FakeApi, names: readonly string[]) {
  const there = api.names()
  const [missing, strange] = [
    names.filter(name => !there.includes(name)),
    there.filter(name => !names.includes(name ?? ''))
  ]
  expect([missing.join(), strange.join(), there.length]).toEqual(['', '', names.length])
}

test('TK-39 loses nothing while the API is down for the life of a page', async () => {
  const tab = openFakeTab()
  tab.api.mood = down
  await tab.clock.pass(1000)
  const names = act(tab, 100)
  await tab.clock.pass(MINUTE_MS)
  tab.page.leave()
  tab.tracker.stop()
  await tab.clock.pass(MINUTE_MS)
  expect(tab.api.stored.size).toBe(0)
  await comeBack(tab)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
})

test('TK-39 loses nothing of a burst of 1,000 when the tab is killed in the same moment, and nothing is doubled in the store', async () => {
  const tab = openFakeTab()
  tab.api.mood = down
  await tab.clock.pass(1000)
  const names = act(tab, 1000)
  await tab.clock.pass(0) // The write of the burst's first task, and then nothing of this page ever again.
  tab.tracker.stop()
  const next = await comeBack(tab)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
  expect(next.tracker.outboxState().waiting).toBe(0)
})

test('TK-35, TK-39 tries again after 500s, the same bytes each time, ever less often, and then delivers once', async () => {
  const tab = openFakeTab()
  tab.api.mood = answers(500)
  await tab.clock.pass(10)
  const names = act(tab, 10)
  await tab.clock.pass(30 * MINUTE_MS)
  const { posts } = tab.api
  expect(posts.length).toBeGreaterThan(8)
  expect(posts.length).toBeLessThan(60)
  expect(new Set(posts.map(({ body }) => body)).size).toBe(1)
  tab.api.mood = up
  await tab.clock.pass(10 * MINUTE_MS)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
})

test('TK-35 honours Retry-After, and tries at once when the network returns', async () => {
  const tab = openFakeTab()
  tab.api.mood = answers(429, { headers: { 'retry-after': '600' } })
  await tab.clock.pass(9 * MINUTE_MS)
  expect(tab.api.posts).toHaveLength(1)
  tab.tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  await tab.clock.pass(MINUTE_MS / 2)
  expect(tab.api.posts).toHaveLength(1)
  tab.api.mood = up
  tab.page.dispatchEvent(new Event('online'))
  await tab.clock.pass(1000)
  expect(tab.api.stored.size).toBe(2)
})

test('TK-35 gives up a request that is never answered, and sends the same again', async () => {
  const bodies: string[] = []
  const tab = openFakeTab({
    world: {
      fetch: async (input, init) => {
        bodies.push(String(init?.body))
        if (bodies.length > 1) return tab.api.fetch(input, init)
        return new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
        )
      }
    }
  })
  await tab.clock.pass(MINUTE_MS)
  expect(bodies).toHaveLength(2)
  expect(bodies[0]).toBe(bodies[1])
  expect(tab.api.stored.size).toBe(1)
})

test('TK-35 sends a sealed batch as it was after a reload', async () => {
  const tab = openFakeTab()
  tab.api.mood = answers(503)
  act(tab, 5)
  await tab.clock.pass(5000)
  tab.tracker.stop()
  const before = tab.api.posts.at(-1)?.body
  const next = openFakeTab({ clock: tab.clock, api: tab.api })
  next.tracker.track('more')
  await tab.clock.pass(5000)
  expect(tab.api.posts.at(-1)?.body).toBe(before)
})

test('TK-36 splits what is too large until it fits, event ids unchanged, and sets aside what never will', async () => {
  const tab = openFakeTab()
  tab.api.mood = batch =>
    batch.events.length > 3 || JSON.stringify(batch).includes('huge')
      ? Response.json({}, { status: 413 })
      : up(batch)
  const names = act(tab, 20)
  tab.tracker.track('huge')
  await tab.clock.pass(MINUTE_MS)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
  expect(tab.tracker.outboxState()).toEqual({ waiting: 0, unsaved: 0, sent: 21, dropped: { too_large: 1 } })
})

test('TK-36 sets aside and counts what a 422 names, and the rest stands', async () => {
  const tab = openFakeTab()
  tab.api.mood = batch => {
    const refused = batch.events.flatMap((event, index) =>
      nameOf(event) === 'bad' ? [{ index, field: 'e', problem: 'no' }] : []
    )
    return refused.length > 0 ? Response.json({ accepted: 1, refused }, { status: 422 }) : up(batch)
  }
  tab.tracker.track('good')
  tab.tracker.track('bad')
  tab.tracker.track('fine')
  await tab.clock.pass(MINUTE_MS)
  expectAll(tab.api, ['good', 'fine'])
  expect(tab.tracker.outboxState()).toEqual({ waiting: 0, unsaved: 0, sent: 3, dropped: { refused: 1 } })
  expect(tab.complaints).toHaveLength(1)
  const next = await comeBack(tab)
  expectAll(tab.api, ['good', 'fine'])
  expect(next.tracker.events().map(({ name }) => name)).not.toContain('bad')
})

test('TK-36 parks a batch that is not wanted, lets others pass, and shows it again another hour', async () => {
  const tab = openFakeTab()
  tab.api.mood = batch =>
    batch.events.some(event => nameOf(event) === 'odd') ? Response.json({}, { status: 403 }) : up(batch)
  tab.tracker.track('odd')
  await tab.clock.pass(5000)
  tab.tracker.track('even')
  await tab.clock.pass(5000)
  expectAll(tab.api, ['even'])
  expect(tab.tracker.outboxState()).toMatchObject({ waiting: 0, dropped: { parked: 2 } })
  tab.tracker.stop()
  await tab.clock.pass(61 * MINUTE_MS)
  await comeBack(tab)
  expectAll(tab.api, ['odd', 'even'])
  expect(tab.api.doubled).toBe(0)
})

test('TK-39 loses nothing of two tabs that were offline and closed', async () => {
  const one = openFakeTab()
  one.api.mood = down
  const two = openFakeTab({ clock: one.clock, api: one.api })
  await one.clock.pass(1000)
  const names = [...act(one, 100, 'a'), ...act(two, 100, 'b')]
  await one.clock.pass(5000)
  for (const tab of [one, two]) {
    tab.page.leave()
    tab.tracker.stop()
  }
  await one.clock.pass(MINUTE_MS)
  await comeBack(one)
  expectAll(one.api, names)
  expect(one.api.doubled).toBe(0)
})

test('TK-37, TK-39 sends once what two tabs hold when the network returns to both', async () => {
  const one = openFakeTab()
  one.api.mood = down
  const two = openFakeTab({ clock: one.clock, api: one.api })
  await one.clock.pass(1000)
  const names = [...act(one, 100, 'a'), ...act(two, 100, 'b')]
  await one.clock.pass(5000)
  one.api.mood = up
  for (const { page } of [one, two]) page.dispatchEvent(new Event('online'))
  await one.clock.pass(MINUTE_MS)
  expectAll(one.api, names)
  expect(one.api.doubled).toBe(0)
  expect([one.tracker.outboxState().waiting, two.tracker.outboxState().waiting]).toEqual([0, 0])
})

test('TK-39 delivers what two tabs hold even where the browser has no locks', async () => {
  const one = openFakeTab()
  one.page.navigator.locks = undefined as unknown as LockManager
  const two = openFakeTab({ clock: one.clock, api: one.api })
  two.page.navigator.locks = undefined as unknown as LockManager
  const names = [...act(one, 300, 'a'), ...act(two, 300, 'b')]
  await one.clock.pass(MINUTE_MS)
  expectAll(one.api, names)
})

test('TK-37 sends nothing from a tab while another is sending', async () => {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const bodies: string[] = []
  const slow: typeof fetch = async (_input, init) => {
    bodies.push(String(init?.body))
    await held
    return new Response(null, { status: 204 })
  }
  const one = openFakeTab({ world: { fetch: slow } })
  await one.clock.pass(100)
  const two = openFakeTab({ clock: one.clock, api: one.api, world: { fetch: slow } })
  await one.clock.pass(5000)
  expect(bodies).toHaveLength(1)
  release()
  await one.clock.pass(5000)
  expect(bodies).toHaveLength(2)
  expect(bodies[0]).not.toBe(bodies[1])
  expect(two.tracker.outboxState().waiting).toBe(0)
})

test('TK-38 sends what is unconfirmed when the page goes, in requests of 60 kB together that outlive it, and keeps it until it is confirmed', async () => {
  const tab = openFakeTab()
  await tab.clock.pass(5000)
  tab.api.mood = down
  const before = tab.api.posts.length
  const names = Array.from({ length: 1000 }, (_, at) => `seen${at}`)
  for (const name of names)
    tab.tracker.track(name, { items: [{ item_id: name, price: 5, item_name: `A mug, no. ${name}` }] })
  tab.page.leave()
  const last = tab.api.posts.slice(before)
  const bytes = last.reduce((sum, { body }) => sum + new TextEncoder().encode(body).length, 0)
  expect(last.length).toBeGreaterThan(0)
  expect(last.every(({ keepalive }) => keepalive)).toBe(true)
  expect(bytes).toBeLessThanOrEqual(60_000)
  const told = last.flatMap(({ body }) => JSON.parse(body).events).length
  expect(told).toBeGreaterThanOrEqual(500)
  expect(told).toBeLessThan(1000)
  await tab.clock.pass(0)
  tab.tracker.stop()
  await comeBack(tab)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
})

test('TK-38 sends what was confirmed at the last moment no second time', async () => {
  const tab = openFakeTab()
  await tab.clock.pass(5000)
  const names = act(tab, 10)
  tab.page.leave()
  await tab.clock.pass(5000)
  tab.page.restore()
  await tab.clock.pass(MINUTE_MS)
  await comeBack(tab)
  expectAll(tab.api, names)
  expect(tab.api.doubled).toBe(0)
})

test('TK-35 sends 70 events at 20 a second in few requests, and money without waiting', async () => {
  const tab = openFakeTab()
  await tab.clock.pass(5000)
  const before = tab.api.posts.length
  for (let i = 0; i < 70; i++) {
    tab.tracker.track(`e${i}`)
    await tab.clock.pass(50)
  }
  await tab.clock.pass(5000)
  expect(tab.api.posts.length - before).toBeLessThanOrEqual(3)
  tab.tracker.track('purchase', { transaction_id: 'T' })
  await tab.clock.pass(10)
  expect([...tab.api.stored.values()].at(-1)?.type).toBe('purchase')
})
