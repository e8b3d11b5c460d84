import { describe, expect, test } from 'vitest'
import { BLUE_LANTERN, LANTERN, MUG, postStock, putCatalog } from '../testing/feeds.ts'
import { DAY_MS, NOON, RIVAL, SHOP } from '../testing/openTestApi.ts'
import { askFor, linkIn, openSoldOut, press, queueOf, told, waitFor } from '../testing/waiting.ts'

const MINUTE_MS = 60_000

describe('signing up', () => {
  test('WL-1 is answered the same for a known address as for a new one', async () => {
    const api = await openSoldOut()
    const seen = async () => {
      const answer = await askFor(api, { email: 'jo@home.example' })
      return [answer.status, await answer.text(), [...answer.headers].sort()]
    }
    const first = await seen()
    expect(first.slice(0, 2)).toEqual([202, '{"status":"pending"}'])
    expect(await seen()).toEqual(first)
    await api.worker.runDue()
    expect(await seen()).toEqual(first)
    await press(api, linkIn(api.mailer.sent[0], 'confirm'))
    expect(await seen()).toEqual(first)
    for (let times = 0; times < 10; times++) {
      api.clock.now += 11 * MINUTE_MS
      expect(await seen()).toEqual(first)
    }
  })

  test('WL-1 is on the disk with the job of its mail, which goes out afterwards', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: 'jo@home.example', locale: 'de-AT' })
    expect(api.mailer.sent).toEqual([])
    expect((await api.store.jobs.waiting(SHOP.id, 'restock-mail'))?.runAt).toBe(NOON)
    await api.worker.runDue()
    const [mail] = api.mailer.sent
    expect(mail).toMatchObject({
      to: 'jo@home.example',
      subject: 'Please confirm: Red lantern',
      from: { name: 'The Corner Shop', address: 'alerts@corner.example' }
    })
    expect(mail?.html).toContain('<html lang="de-AT">')
    expect(await queueOf(api)).toMatchObject({ counts: { pending: 1 } })
  })

  test('WL-2, WL-3 is refused with the field that is wrong', async () => {
    const api = await openSoldOut()
    const email = 'jo@home.example'
    const refusals: [body: object, status: number, code: string, field?: string][] = [
      [{ email: 'jo' }, 400, 'body_invalid', 'email'],
      [{ email: 'jo@home.example\r\nBcc: al@home.example' }, 400, 'body_invalid', 'email'],
      [{}, 400, 'body_invalid', 'email'],
      [{ email, consent: '' }, 400, 'body_invalid', 'consent'],
      [{ email, itemId: 'nothing' }, 404, 'item_unknown', 'itemId'],
      [{ email, key: 'pk_nobody' }, 401, 'key_unknown'],
      [{ email, key: RIVAL.key }, 401, 'key_unknown']
    ]
    for (const [body, status, code, field] of refusals) {
      const answer = await askFor(api, body)
      expect([answer.status, await answer.json()]).toEqual([
        status,
        expect.objectContaining(field === undefined ? { code } : { code, field })
      ])
    }
    const elsewhere = await askFor(api, { email }, { origin: 'https://evil.example' })
    expect(elsewhere.status).toBe(403)
    await api.worker.runDue()
    expect(api.mailer.sent).toEqual([])
  })

  test('WL-3 comes from a page without a preflight, and a page can read every answer', async () => {
    const api = await openSoldOut()
    const page = { origin: 'https://corner.example' }
    for (const email of ['jo@home.example', 'jo']) {
      const answer = await askFor(api, { email }, page)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
    const preflight = await api.app.request('/v1/restock', { method: 'OPTIONS', headers: page })
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'POST'])
  })

  test('WL-4 is slowed down by where it comes from, by default to ten at once and one a minute', async () => {
    let network = '192.0.2.1'
    const api = await openSoldOut({ perRestock: { perSecond: 1 / 60, burst: 10 }, addressOf: () => network })
    const ask = async (n: number) => askFor(api, { email: `jo${n}@home.example` })
    for (let n = 0; n < 10; n++) expect((await ask(n)).status).toBe(202)
    const refused = await ask(10)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    network = '192.0.2.2'
    expect((await ask(11)).status).toBe(202)
    network = '192.0.2.1'
    api.clock.now += MINUTE_MS
    expect((await ask(12)).status).toBe(202)
    expect((await ask(13)).status).toBe(429)
  })

  test('WL-4 is slowed down for a shop as a whole, wherever it comes from', async () => {
    const api = await openSoldOut({ perAddress: { perSecond: 1000, burst: 1000 } })
    const statuses: number[] = []
    for (let n = 0; n < 501; n++) statuses.push((await askFor(api, { email: `jo${n}@home.example` })).status)
    expect([statuses.filter(status => status === 202).length, statuses.at(-1)]).toEqual([500, 429])
  })

  test('WL-5 sends a mailbox six mails a day, whatever is asked and in whichever spelling', async () => {
    const api = await openSoldOut()
    const items = Array.from({ length: 8 }, (_, n) => ({
      ...MUG,
      id: `mug-${n}`,
      availability: 'out_of_stock'
    }))
    await putCatalog(api, items)
    for (const { id } of items) {
      const answer = await askFor(api, { email: `jo+${id}@home.example`, itemId: id })
      expect([answer.status, await answer.text()]).toEqual([202, '{"status":"pending"}'])
    }
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(6)
    await askFor(api, { email: 'al@home.example', itemId: 'mug-0' })
    api.clock.now += DAY_MS
    await askFor(api, { email: 'jo@home.example', itemId: 'mug-7' })
    await api.worker.runDue()
    // The two that were too many, and al's.
    expect(api.mailer.sent).toHaveLength(9)
  })

  test('WL-5, WL-6 signing up again renews after ten minutes and never doubles', async () => {
    const api = await openSoldOut()
    const ask = async () => {
      await askFor(api, { email: 'Jo@home.example' })
      await askFor(api, { email: 'jo@home.example' })
      await api.worker.runDue()
    }
    await ask()
    expect(api.mailer.sent).toHaveLength(1)
    api.clock.now += 10 * MINUTE_MS
    await ask()
    expect(api.mailer.sent).toHaveLength(2)
    expect(await queueOf(api)).toMatchObject({ counts: { pending: 1 } })
    await press(api, linkIn(api.mailer.sent[0], 'confirm'))
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1 } })
  })

  test('WL-5, WL-6 who is in the queue already is told so once a day at most, and keeps their place', async () => {
    const api = await openSoldOut()
    await waitFor(api, 'jo@home.example')
    await waitFor(api, 'al@home.example')
    const kinds = () => api.mailer.sent.map(({ id, to }) => `${id.split('-')[0]} ${to.slice(0, 2)}`)
    for (let hours = 0; hours < 30; hours++) {
      api.clock.now += 60 * MINUTE_MS
      await askFor(api, { email: 'jo@home.example' })
      await api.worker.runDue()
    }
    expect(kinds()).toEqual(['confirm jo', 'confirm al', 'known jo'])
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    expect(told(api)).toEqual(['jo@home.example'])
  })
})

describe('the links in mails', () => {
  test('WL-10 opening one changes nothing; pressing its button confirms, however often', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: 'jo@home.example' })
    await api.worker.runDue()
    const link = linkIn(api.mailer.sent[0], 'confirm')
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await api.app.request(link, { method })
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      if (method === 'GET') expect(await page.text()).toMatch(/<form method="post" action="confirm">/)
    }
    expect(await queueOf(api)).toMatchObject({ counts: { pending: 1 } })
    for (let times = 0; times < 3; times++) {
      const page = await press(api, link)
      expect([page.status, (await page.text()).includes('You are on the list')]).toEqual([200, true])
    }
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1 } })
    expect(await (await api.app.request(link)).text()).toContain('You are on the list')
  })

  test('WL-11 confirm for three days from the mail on, and then nothing', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: 'jo@home.example' })
    api.clock.now += DAY_MS
    await api.worker.runDue()
    const link = linkIn(api.mailer.sent[0], 'confirm')
    api.clock.now += 3 * DAY_MS - 1
    expect((await api.app.request(link)).status).toBe(200)
    api.clock.now += 1
    for (const page of [await api.app.request(link), await press(api, link)]) {
      expect([page.status, (await page.text()).includes('no longer valid')]).toEqual([404, true])
    }
    expect(await queueOf(api)).toMatchObject({ counts: { pending: 1 } })
  })

  test('WL-12 show a page without script that no cache, search engine or other site hears of', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: 'jo@home.example' })
    await api.worker.runDue()
    const pages = [linkIn(api.mailer.sent[0], 'confirm'), linkIn(api.mailer.sent[0], 'unsubscribe')]
    for (const link of [...pages, '/v1/restock/confirm', '/v1/restock/unsubscribe?shop=corner&token=x']) {
      const page = await api.app.request(link)
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /)
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
      expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(await page.text()).not.toContain('<script')
    }
  })

  test('WL-13 are of one shop and one purpose, and only their hashes are kept', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: 'jo@home.example' })
    await api.worker.runDue()
    const link = linkIn(api.mailer.sent[0], 'confirm')
    const token = new URL(link, 'https://x.example').searchParams.get('token') ?? ''
    const others = [
      link.replace('shop=corner', 'shop=rival'),
      link.replace('confirm', 'unsubscribe'),
      linkIn(api.mailer.sent[0], 'unsubscribe').replace('unsubscribe', 'confirm'),
      `${link}x`
    ]
    for (const other of others) expect((await press(api, other)).status).toBe(404)
    expect(await queueOf(api)).toMatchObject({ counts: { pending: 1 } })
    expect(await api.store.waitlist.byToken(SHOP.id, token)).toBeUndefined()
  })

  test('WL-14 one POST of a mail program unsubscribes; opening the link only shows a page', async () => {
    const api = await openSoldOut()
    await waitFor(api, 'jo@home.example')
    const { leaveUrl } = api.mailer.sent[0] ?? { leaveUrl: '' }
    const path = leaveUrl.replace('https://api.corner.example', '')
    const page = await api.app.request(path)
    expect(await page.text()).toMatch(/<form method="post" action="unsubscribe">/)
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1 } })
    for (let times = 0; times < 2; times++) {
      const answer = await api.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click'
      })
      expect([answer.status, (await answer.text()).includes('You are unsubscribed')]).toEqual([200, true])
    }
    expect(await queueOf(api)).toMatchObject({ counts: { unsubscribed: 1 } })
    await postStock(api, [{ id: LANTERN.id, quantity: 5 }])
    await api.worker.runDue()
    expect(told(api)).toEqual([])
    // Who left may come back, and confirms again.
    api.clock.now += 10 * MINUTE_MS
    await waitFor(api, 'jo@home.example')
    await api.worker.runDue()
    expect(told(api)).toEqual(['jo@home.example'])
  })

  test('WL-14 who leaves while a unit is set aside for them makes room for the next', async () => {
    const api = await openSoldOut()
    await waitFor(api, 'jo@home.example')
    await waitFor(api, 'al@home.example')
    api.mailer.next.push({ outcome: 'later', problem: 'down' })
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1, claimed: 1 }, promised: 1 })
    await press(api, linkIn(api.mailer.sent[0], 'unsubscribe'))
    await api.worker.runDue()
    expect(told(api)).toEqual(['al@home.example'])
  })
})

describe('the merchant', () => {
  test('WL-42 sees who stands where, what is there, what comes next, and no address in full', async () => {
    const api = await openSoldOut()
    for (const name of ['jo', 'al', 'mo'])
      await waitFor(api, `${name}@home.example`, { marketing: name === 'al' })
    await askFor(api, { email: 'pat@home.example', page: '/p/lantern' })
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    const answer = await api.merchant('GET', '/v1/restock')
    expect(await answer.json()).toEqual({
      variants: [
        {
          ...{ itemId: LANTERN.id, title: 'Red lantern', availability: 'in_stock', quantity: 1 },
          ...{ tellable: 0, promised: 1, counts: { confirmed: 2, notified: 1, pending: 1 } },
          ...{ oldest: NOON + 1000, next: api.clock.now + DAY_MS, possibleDuplicates: 0 }
        }
      ],
      possibleDuplicates: 0,
      mail: { retrying: 0 }
    })
    const people = await (await api.merchant('GET', `/v1/restock?item=${LANTERN.id}`)).json()
    expect(JSON.stringify(people)).not.toMatch(/(jo|al|mo|pat)@/)
    expect(people).toMatchObject({
      people: [
        { address: 'j…@home.example', state: 'notified', toldAt: api.clock.now, confirmedAt: NOON },
        { address: 'a…@home.example', state: 'confirmed', marketing: true },
        { address: 'm…@home.example', state: 'confirmed', marketing: false },
        { address: 'p…@home.example', state: 'pending', consent: 'Write to me once.', page: '/p/lantern' }
      ]
    })
    expect((await api.app.request('/v1/restock')).status).toBe(401)
    const rivals = await api.merchant('GET', '/v1/restock', { body: '', secret: RIVAL.secret })
    expect(await rivals.json()).toMatchObject({ variants: [] })
  })

  test('WL-42 sees that the mail server is in trouble, and why', async () => {
    const api = await openSoldOut()
    api.mailer.next.push({ outcome: 'later', problem: 'ESOCKET CONN' })
    await askFor(api, { email: 'jo@home.example' })
    await api.worker.runDue()
    expect(await (await api.merchant('GET', '/v1/restock')).json()).toMatchObject({
      mail: { retrying: 1, lastProblem: 'Error: ESOCKET CONN' }
    })
    api.clock.now += 5000
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(1)
  })
})

test('WL-36 nothing of a person stands in the log', async () => {
  const lines: string[] = []
  const write = (fields: object, message: string) => lines.push(JSON.stringify({ ...fields, message }))
  const api = await openSoldOut({ log: { info: write, error: write } })
  api.mailer.next.push({ outcome: 'later', problem: 'ESOCKET CONN' })
  await askFor(api, { email: 'jo@home.example' })
  await api.worker.runDue()
  api.clock.now += 5000
  await waitFor(api, 'jo@home.example')
  await postStock(api, [
    { id: LANTERN.id, quantity: 1 },
    { id: BLUE_LANTERN.id, quantity: 1 }
  ])
  await api.worker.runDue()
  expect(told(api)).toHaveLength(1)
  const [, id = ''] = /^back-(.*)-1$/.exec(api.mailer.sent.at(-1)?.id ?? '') ?? []
  expect(id).toMatch(/^[\da-f-]{36}$/)
  const log = lines.join('\n')
  for (const word of ['home.example', id, 'token=']) expect(log).not.toContain(word)
  expect(log).toContain('restock-send')
})
