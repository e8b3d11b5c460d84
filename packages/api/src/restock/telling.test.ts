import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MAIL_TRIES } from '../jobs/lanes.ts'
import type { Delivery, Mail } from '../mail/mailer.ts'
import { smtpMailer } from '../mail/smtpMailer.ts'
import { BLUE_LANTERN, LANTERN, MUG, postStock, putCatalog } from '../testing/feeds.ts'
import { type MailServer, openMailServer } from '../testing/openMailServer.ts'
import { DAY_MS, SHOP, type TestApi } from '../testing/openTestApi.ts'
import { askFor, linkIn, openSoldOut, press, queueOf, SOLD_OUT, told, waitFor } from '../testing/waiting.ts'
import { planTidying } from './restockHandlers.ts'

const HOUR_MS = 3_600_000
const jo = 'jo@home.example'
const al = 'al@home.example'
const mo = 'mo@home.example'

async function openQueue(restock: object = {}): Promise<TestApi> {
  const api = await openSoldOut()
  await setPolicy(api, restock)
  for (const email of [jo, al, mo]) await waitFor(api, email)
  return api
}

async function setPolicy(api: TestApi, restock: object): Promise<void> {
  const current = await api.store.configs.current(SHOP.id)
  const body = JSON.stringify({ ...current?.config, restock })
  expect((await api.merchant('PUT', '/v1/shop', { body })).status).toBe(200)
}

async function deliver(api: TestApi, quantity: number, item = LANTERN.id): Promise<void> {
  await postStock(api, [{ id: item, quantity }])
  await api.worker.runDue()
}

async function tidy(api: TestApi): Promise<void> {
  await planTidying(api.store, SHOP.id, api.clock.now)
  api.clock.now += HOUR_MS
  await api.worker.runDue()
}

describe('a delivery', () => {
  test('WL-20 by stock or by feed asks in the same transaction who is told', async () => {
    const api = await openQueue()
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    expect(await api.store.jobs.waiting(SHOP.id, 'restock-claim')).toMatchObject({ subject: LANTERN.id })
    await api.worker.runDue()
    expect(told(api)).toEqual([jo])
    await putCatalog(api, [{ ...LANTERN, quantity: 2 }, BLUE_LANTERN, MUG])
    await api.worker.runDue()
    expect(told(api)).toEqual([jo, al])
  })

  test('WL-20 asks nobody where nothing grew or nobody waits', async () => {
    const api = await openQueue()
    await postStock(api, [
      { id: BLUE_LANTERN.id, quantity: 40 },
      { id: LANTERN.id, availability: 'out_of_stock' }
    ])
    await putCatalog(api, [SOLD_OUT, { ...BLUE_LANTERN, quantity: 50 }, MUG])
    expect(await api.store.jobs.waiting(SHOP.id, 'restock-claim')).toBeUndefined()
  })

  test('WL-21 tells the oldest first, one for each unit', async () => {
    const api = await openQueue()
    await deliver(api, 2)
    expect(told(api)).toEqual([jo, al])
    expect(api.mailer.sent.at(-1)).toMatchObject({ subject: 'Back in stock: Red lantern' })
    expect(api.mailer.sent.at(-1)?.text).toContain(LANTERN.link)
    expect(api.mailer.sent.at(-1)?.text).toContain('in 24 hours')
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 2, confirmed: 1 } })
  })

  test('WL-33 leads to the shop where the feed has but a path', async () => {
    const api = await openSoldOut()
    await putCatalog(api, [{ ...MUG, availability: 'out of stock' }])
    await waitFor(api, jo, { itemId: MUG.id })
    await deliver(api, 1, MUG.id)
    expect(api.mailer.sent.at(-1)?.text).toContain('\nhttps://corner.example/product/mug\n')
    expect(api.mailer.sent.at(-1)?.html).toContain('href="https://corner.example/product/mug"')
  })

  test('WL-21 leaves the minimum stock, tells the newest or several a unit, as the shop says', async () => {
    const api = await openQueue({ minStock: 2, order: 'newest', perUnit: 2 })
    await deliver(api, 2)
    expect(told(api)).toEqual([])
    await deliver(api, 3)
    expect(told(api)).toEqual([mo, al])
  })

  test('WL-21 tells a batch where the shop counts nothing, and the next when the hold ends', async () => {
    const api = await openQueue({ batch: 2, holdFor: '1h' })
    await postStock(api, [{ id: LANTERN.id, availability: 'in_stock' }])
    await api.worker.runDue()
    expect(told(api)).toEqual([jo, al])
    expect(api.mailer.sent.at(-1)?.text).not.toContain('hours')
    api.clock.now += HOUR_MS
    await api.worker.runDue()
    expect(told(api)).toEqual([jo, al, mo])
  })

  test('WL-22 keeps a unit for who was told until the hold is over, then tells the next', async () => {
    const api = await openQueue()
    await deliver(api, 1)
    api.clock.now += DAY_MS - 1
    await deliver(api, 1)
    expect(told(api)).toEqual([jo])
    api.clock.now += 1
    await api.worker.runDue()
    expect(told(api)).toEqual([jo, al])
    api.clock.now += DAY_MS
    await deliver(api, 0)
    expect(told(api)).toEqual([jo, al])
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1 } })
  })

  test('WL-22 counts the hold from the mail on, however late it went out', async () => {
    const api = await openQueue({ holdFor: '1h' })
    api.mailer.next.push({ outcome: 'later', problem: 'down' })
    await deliver(api, 1)
    api.clock.now += 5000
    await api.worker.runDue()
    api.clock.now += HOUR_MS - 5000
    await api.worker.runDue()
    expect(told(api)).toEqual([jo])
    api.clock.now += 5000
    await api.worker.runDue()
    expect(told(api)).toEqual([jo, al])
  })

  test('WL-22 keeps the unit even for who asks again in the meantime', async () => {
    const api = await openQueue()
    await deliver(api, 1)
    api.clock.now += HOUR_MS
    await waitFor(api, jo)
    await api.worker.runDue()
    expect(told(api)).toEqual([jo])
    expect(await queueOf(api)).toMatchObject({ promised: 1, counts: { confirmed: 3 } })
  })

  test('WL-25 tells who confirms when it is there already', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: jo })
    await api.worker.runDue()
    await deliver(api, 1)
    expect(told(api)).toEqual([])
    await press(api, linkIn(api.mailer.sent[0], 'confirm'))
    await api.worker.runDue()
    expect(told(api)).toEqual([jo])
  })

  test('WL-21, WL-22 never tells more people in a hold than there are units, whatever is delivered and sold', async () => {
    const step = fc.record(
      { stock: fc.nat(6), hours: fc.integer({ min: 1, max: 30 }), fails: fc.boolean() },
      { requiredKeys: [] }
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        const api = await openSoldOut()
        for (let n = 0; n < 6; n++) await waitFor(api, `p${n}@home.example`)
        let stock = 0
        for (const one of steps) {
          stock = one.stock ?? stock
          await expectOnlyWhatIsThere(api, { ...one, stock })
        }
        expect(new Set(told(api)).size).toBe(told(api).length)
        await api.close()
      }),
      { numRuns: 25 }
    )
  }, 30_000)
})

/** Whoever was told before a sale was told in truth; nobody new is told beyond what is there now. */
async function expectOnlyWhatIsThere(
  api: TestApi,
  { stock, hours = 0, fails }: { stock: number; hours?: number; fails?: boolean }
): Promise<void> {
  api.clock.now += hours * HOUR_MS
  if (fails) api.mailer.next.push({ outcome: 'later', problem: 'down' })
  await postStock(api, [{ id: LANTERN.id, quantity: stock }])
  const before = told(api).length
  await api.worker.runDue()
  if (told(api).length > before) expect(toldWithinADay(api)).toBeLessThanOrEqual(stock)
}

function toldWithinADay({ mailer, clock }: TestApi): number {
  return mailer.sent.filter(({ id, at }) => id.startsWith('back-') && at > clock.now - DAY_MS).length
}

describe('a mail', () => {
  test('WL-23 is not sent when nothing is left; who waited keeps their place', async () => {
    const api = await openQueue()
    api.mailer.next.push({ outcome: 'later', problem: 'down' })
    await deliver(api, 1)
    expect(await queueOf(api)).toMatchObject({ counts: { claimed: 1, confirmed: 2 } })
    await postStock(api, [{ id: LANTERN.id, quantity: 0 }])
    api.clock.now += 5000
    await api.worker.runDue()
    expect(told(api)).toEqual([])
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 3 } })
    await deliver(api, 3)
    expect(told(api)).toEqual([jo, al, mo])
  })

  test('WL-23 looks again before every one: what is sold meanwhile is offered to nobody', async () => {
    const api = await openQueue()
    for (const name of ['bo', 'cy', 'di']) await waitFor(api, `${name}@home.example`)
    const { send } = api.mailer
    Object.assign(api.mailer, {
      async send(mail: Parameters<typeof send>[0]) {
        await postStock(api, [{ id: LANTERN.id, quantity: 0 }])
        return send(mail)
      }
    })
    await deliver(api, 6)
    // Four are under way at once; the other two find nothing left.
    expect(told(api)).toHaveLength(4)
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 4, confirmed: 2 } })
  })

  test('WL-5 about a signup does not go out to whoever was told in the meantime', async () => {
    const api = await openQueue()
    api.clock.now += DAY_MS
    await askFor(api, { email: jo })
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.lanes[1]?.run()
    const [job] = await api.store.jobs.claim({
      ...{ kinds: ['restock-mail'], now: api.clock.now, leaseMs: 10_000, limit: 1 }
    })
    await api.worker.runDue()
    expect([job?.kind, told(api)]).toEqual(['restock-mail', [jo]])
    const mails = api.mailer.sent.length
    api.clock.now += 10_001
    expect(await api.worker.runDue()).toBe(1)
    expect(api.mailer.sent).toHaveLength(mails)
  })

  test('WL-24 that bounces frees its unit for the next', async () => {
    const api = await openQueue()
    api.mailer.next.push({ outcome: 'refused', problem: 'EENVELOPE RCPT 550' })
    await deliver(api, 1)
    expect(told(api)).toEqual([al])
    expect(await queueOf(api)).toMatchObject({ counts: { bounced: 1, notified: 1, confirmed: 1 } })
    expect(JSON.stringify(await api.store.waitlist.wishes(SHOP.id, LANTERN.id, 9))).not.toContain(jo)
  })

  test('WL-30 is tried again for a day with growing waits, and then whoever it is for is put back', async () => {
    const api = await openQueue()
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    const started = api.clock.now
    for (let tries = 0; tries < MAIL_TRIES; tries++)
      api.mailer.next.push({ outcome: 'later', problem: 'ESOCKET CONN' })
    const waits: number[] = []
    await api.worker.runDue()
    for (;;) {
      const job = await api.store.jobs.waiting(SHOP.id, 'restock-send')
      if (!job) break
      waits.push((job.runAt - api.clock.now) / 1000)
      api.clock.now = job.runAt
      await api.worker.runDue()
    }
    expect(waits.slice(0, 10)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1800])
    expect(waits).toHaveLength(MAIL_TRIES - 1)
    expect(api.clock.now - started).toBeGreaterThan(25 * HOUR_MS)
    expect(await queueOf(api)).toMatchObject({ counts: { claimed: 1, confirmed: 2 } })
    api.clock.now += 2 * DAY_MS
    await tidy(api)
    expect(told(api)).toEqual([jo])
  })

  test('WL-30, WL-31 that an address puts off for a day bounces in the end', async () => {
    const api = await openQueue()
    for (let tries = 0; tries < MAIL_TRIES; tries++)
      api.mailer.next.push({ outcome: 'later', problem: 'EENVELOPE RCPT 452', isOfAddress: true })
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    for (;;) {
      const job = await api.store.jobs.waiting(SHOP.id, 'restock-send')
      if (!job) break
      api.clock.now = job.runAt
      await api.worker.runDue()
    }
    expect(told(api)).toEqual([al])
    expect(await queueOf(api)).toMatchObject({ counts: { bounced: 1 } })
  })

  test('WL-32 in doubt is sent again under the same id, and counted', async () => {
    const api = await openQueue()
    api.mailer.next.push({ outcome: 'unknown', problem: 'ECONNECTION CONN' })
    await deliver(api, 1)
    expect(await queueOf(api)).toMatchObject({ counts: { claimed: 1 }, possibleDuplicates: 0 })
    api.clock.now += 5000
    await api.worker.runDue()
    expect(told(api)).toEqual([jo])
    expect(api.mailer.sent.at(-1)?.id).toMatch(/^back-[\da-f-]{36}-1$/)
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 1 }, possibleDuplicates: 1 })
  })

  test('WL-32 in doubt when nothing is left any more is counted too, since it will be sent again', async () => {
    const api = await openQueue()
    api.mailer.next.push({ outcome: 'unknown', problem: 'ECONNECTION CONN' })
    await deliver(api, 1)
    await postStock(api, [{ id: LANTERN.id, quantity: 0 }])
    api.clock.now += 5000
    await api.worker.runDue()
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 3 }, possibleDuplicates: 1 })
  })

  test('WL-32 surely not taken is no doubt', async () => {
    const api = await openQueue()
    api.mailer.next.push({ outcome: 'later', problem: 'EENVELOPE RCPT 450' })
    await deliver(api, 1)
    api.clock.now += 5000
    await api.worker.runDue()
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 1 }, possibleDuplicates: 0 })
  })
})

/** Whatever is tried again in `days`, a quarter of an hour at a time, tidied each hour. */
async function live(api: TestApi, days: number): Promise<void> {
  for (let quarter = 0; quarter < days * 24 * 4; quarter++) {
    await planTidying(api.store, SHOP.id, api.clock.now)
    await api.worker.runDue()
    api.clock.now += HOUR_MS / 4
  }
}

/** The queue of the lantern, with a mail server that answers every mail whose id begins so in the same way. */
async function openTroubled(prefix: string, delivery: Delivery): Promise<TestApi & { tries: number }> {
  const api = await openSoldOut()
  const { send } = api.mailer
  const troubled = Object.assign(api, { tries: 0 })
  Object.assign(api.mailer, {
    async send(mail: Mail) {
      if (!mail.id.startsWith(prefix)) return send(mail)
      troubled.tries++
      return delivery
    }
  })
  return troubled
}

describe('a mail server that', () => {
  const cuts: Delivery = { outcome: 'unknown', problem: 'ECONNECTION CONN' }
  const refuses: Delivery = {
    outcome: 'later',
    problem: 'EMESSAGE DATA 554',
    isOfAddress: false,
    isForEver: true
  }

  test('WL-50 takes mails and cuts the line is handed a mail about a signup once', async () => {
    const api = await openTroubled('confirm-', cuts)
    await askFor(api, { email: jo })
    await live(api, 1)
    expect(api.tries).toBe(1)
    api.clock.now += DAY_MS
    await askFor(api, { email: jo })
    await api.worker.runDue()
    expect(api.tries).toBe(2)
  })

  test('WL-50 takes mails and cuts the line is handed one that says it is back three times', async () => {
    const api = await openTroubled('back-', cuts)
    await waitFor(api, jo)
    await deliver(api, 1)
    await live(api, 5)
    expect(api.tries).toBe(3)
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 1 }, possibleDuplicates: 2 })
  })

  test('WL-54 refuses what is written for ever is asked five times, then once the merchant had two days', async () => {
    const api = await openTroubled('back-', refuses)
    await waitFor(api, jo)
    await deliver(api, 1)
    const started = api.clock.now
    for (const minutes of [1, 4, 16, 64]) {
      const job = await api.store.jobs.waiting(SHOP.id, 'restock-send')
      expect((job?.runAt ?? 0) - api.clock.now).toBe(minutes * 60_000)
      api.clock.now = job?.runAt ?? 0
      await api.worker.runDue()
    }
    expect(await api.store.jobs.waiting(SHOP.id, 'restock-send')).toBeUndefined()
    expect(await api.store.waitlist.troubles(SHOP.id)).toEqual({ retrying: 0, lastProblem: refuses.problem })
    await live(api, (started + 2 * DAY_MS - api.clock.now) / DAY_MS)
    expect(api.tries).toBe(5)
    await live(api, 8)
    expect(api.tries).toBeLessThanOrEqual(25)
    expect(await queueOf(api)).not.toMatchObject({ counts: { bounced: 1 } })
  })
})

describe('through a real mail server', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await openMailServer()
  })
  afterEach(() => server.close())

  test('WL-30, WL-31, WL-32 that puts off, refuses, dies and comes back, everybody hears', async () => {
    const mailer = smtpMailer(server.url)
    const from = { address: 'alerts@corner.example' }
    const api = await openSoldOut({ mail: { mailer, from, publicUrl: () => 'https://api.corner.example' } })
    const people = ['jo', 'al', 'mo', 'bo', 'gone'].map(name => `${name}@home.example`)
    for (const email of people) await askFor(api, { email })
    await api.worker.runDue()
    for (const { to } of server.accepted.slice()) {
      const raw = server.accepted
        .find(mail => mail.to === to)
        ?.raw.replaceAll('=\r\n', '')
        .replaceAll('=3D', '=')
      const [link = ''] = /\/v1\/restock\/confirm\?[\w=&-]+/.exec(raw ?? '') ?? []
      expect((await press(api, link)).status).toBe(200)
    }
    const seen = new Map<string, number>()
    server.behaviour = {
      recipient(address) {
        const times = (seen.get(address) ?? 0) + 1
        seen.set(address, times)
        if (address === 'gone@home.example') return { code: 550, words: '5.1.1 no such user' }
        return address === jo && times === 1 ? { code: 451, words: '4.7.1 come again' } : undefined
      },
      message: ({ to }) => (to === al && (seen.get(al) ?? 0) === 1 ? 'takeAndDie' : 'take')
    }
    await deliver(api, 5)
    for (let times = 0; times < 3; times++) {
      api.clock.now += 10_000
      await api.worker.runDue()
    }
    const back = server.accepted.filter(({ messageId }) => messageId.startsWith('back-'))
    expect(new Set(back.map(({ to }) => to))).toEqual(new Set(people.slice(0, 4)))
    // Of all connections cut with the one, only what was handed over is in doubt.
    const { possibleDuplicates, counts } = (await queueOf(api)) as {
      possibleDuplicates: number
      counts: object
    }
    const doubled = back.length - new Set(back.map(({ messageId }) => messageId)).size
    expect(doubled).toBeGreaterThanOrEqual(1)
    expect(possibleDuplicates).toBeGreaterThanOrEqual(doubled)
    expect(counts).toEqual({ notified: 4, bounced: 1 })
    await api.close()
  })
})

describe('what is no longer needed', () => {
  test('WL-40 goes: unconfirmed wishes with their link, addresses with the hold, wishes with their time', async () => {
    const api = await openQueue({ keepFor: '5d', holdFor: '1h' })
    await askFor(api, { email: 'pat@home.example' })
    await deliver(api, 1)
    await setPolicy(api, { keepFor: '5d', holdFor: '1h', minStock: 5 })
    api.clock.now += HOUR_MS
    await tidy(api)
    const wishes = async () =>
      (await api.store.waitlist.wishes(SHOP.id, LANTERN.id, 9)).map(
        ({ state, email }) => `${state} ${email ?? ''}`
      )
    expect(await wishes()).toEqual([
      `notified `,
      `confirmed ${al}`,
      `confirmed ${mo}`,
      'pending pat@home.example'
    ])
    api.clock.now += 3 * DAY_MS
    await tidy(api)
    expect(await wishes()).toEqual([`notified `, `confirmed ${al}`, `confirmed ${mo}`])
    api.clock.now += 2 * DAY_MS
    await tidy(api)
    expect(await wishes()).toEqual(['notified ', 'expired ', 'expired '])
    expect(linkIn(api.mailer.sent[0], 'unsubscribe')).toBeDefined()
    expect((await press(api, linkIn(api.mailer.sent[0], 'unsubscribe'))).status).toBe(200)
    api.clock.now += 31 * DAY_MS
    await tidy(api)
    expect(await wishes()).toEqual([])
    expect((await press(api, linkIn(api.mailer.sent[0], 'unsubscribe'))).status).toBe(404)
  })

  test('WL-41 a policy that was loosened is noticed within an hour', async () => {
    const api = await openQueue({ minStock: 5 })
    await deliver(api, 5)
    await setPolicy(api, { minStock: 4 })
    expect(told(api)).toEqual([])
    await tidy(api)
    expect(told(api)).toEqual([jo])
  })

  test('WL-41 tidying is planned once an hour however often it is asked for', async () => {
    const api = await openQueue()
    for (let times = 0; times < 3; times++) await planTidying(api.store, SHOP.id, api.clock.now + times)
    api.clock.now += HOUR_MS
    expect(await api.worker.runDue()).toBe(1)
  })

  test('WL-56 tidying wakes the queues of what can be bought, once an hour, and leaves no decision behind', async () => {
    const api = await openQueue()
    await waitFor(api, jo, { itemId: MUG.id })
    await deliver(api, 1)
    await tidy(api)
    await tidy(api)
    const jobs = async () => await api.store.jobs.claim({ ...due, now: api.clock.now })
    const due = { kinds: ['restock-claim'], leaseMs: 1, limit: 9 }
    await api.store.waitlist.tidy(SHOP.id, DAY_MS, api.clock.now + HOUR_MS)
    await api.store.waitlist.tidy(SHOP.id, DAY_MS, api.clock.now + HOUR_MS + 1)
    api.clock.now += HOUR_MS + 1
    expect((await jobs()).map(({ subject }) => subject)).toEqual([LANTERN.id])
    await postStock(api, [{ id: LANTERN.id, quantity: 0 }])
    await postStock(api, [{ id: LANTERN.id, availability: 'out_of_stock' }])
    api.clock.now += 2
    await tidy(api)
    api.clock.now += HOUR_MS
    await api.store.waitlist.tidy(SHOP.id, DAY_MS, api.clock.now)
    expect(await jobs()).toEqual([])
  })

  test('WL-59 tidying sweeps mails that were put into a folder a month ago', async () => {
    const api = await openSoldOut()
    const sweeps: number[] = []
    Object.assign(api.mailer, { sweep: async (before: number) => sweeps.push(before) })
    await tidy(api)
    expect(sweeps.map(before => (api.clock.now - before) / DAY_MS)).toEqual([30])
  })

  test('WL-57 tidying keeps a unit promised as long as its hold runs, though who was told asked again', async () => {
    const api = await openQueue({ holdFor: '7d' })
    await deliver(api, 1)
    api.clock.now += DAY_MS
    await askFor(api, { email: jo })
    await api.worker.runDue()
    api.clock.now += 4 * DAY_MS
    await tidy(api)
    expect(told(api)).toEqual([jo])
    expect(await queueOf(api)).toMatchObject({ promised: 1 })
    api.clock.now += 2 * DAY_MS
    await tidy(api)
    await tidy(api)
    expect(told(api)).toEqual([jo, al])
  })

  test('WL-57 tidying keeps a unit promised as long as its hold runs, though its wish was kept for less', async () => {
    const api = await openQueue({ holdFor: '7d', keepFor: '2d' })
    await deliver(api, 1)
    api.clock.now += 3 * DAY_MS
    await tidy(api)
    expect(await queueOf(api)).toMatchObject({ promised: 1 })
    api.clock.now += 5 * DAY_MS
    await tidy(api)
    expect(JSON.stringify(await api.store.waitlist.wishes(SHOP.id, LANTERN.id, 9))).not.toContain(jo)
  })
})
