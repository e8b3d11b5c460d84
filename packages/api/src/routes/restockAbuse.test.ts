import { describe, expect, test } from 'vitest'
import { LANTERN, MUG, postStock, putCatalog } from '../testing/feeds.ts'
import { DAY_MS, RIVAL, SHOP, type TestApi } from '../testing/openTestApi.ts'
import { askFor, linkIn, openSoldOut, press, queueOf, SOLD_OUT, told, waitFor } from '../testing/waiting.ts'

const MINUTE_MS = 60_000
const vic = 'vic@home.example'

/** So many sold-out mugs to ask for. */
async function openMugs(count: number) {
  const api = await openSoldOut()
  const ids = Array.from({ length: count }, (_, n) => `mug-${n}`)
  await putCatalog(
    api,
    ids.map(id => ({ ...MUG, id, availability: 'out_of_stock' }))
  )
  return { api, ids }
}

const oneClick = (api: TestApi, link: string) =>
  api.app.request(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click'
  })

const peopleOf = async (api: TestApi) => {
  const answer = await api.merchant('GET', `/v1/restock?item=${LANTERN.id}`)
  return ((await answer.json()) as { people: Record<string, unknown>[] }).people
}

describe('a mailbox that had its mails of the day', () => {
  test('WL-70 has its seventh wish kept, and the mail of it a day after the first', async () => {
    const { api, ids } = await openMugs(7)
    for (const itemId of ids) await askFor(api, { email: vic, itemId })
    expect(await queueOf(api, 'mug-6')).toMatchObject({ counts: { pending: 1 } })
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(6)
    api.clock.now += DAY_MS - 1
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(6)
    api.clock.now += 1
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(7)
    await press(api, linkIn(api.mailer.sent[6], 'confirm'))
    expect(await queueOf(api, 'mug-6')).toMatchObject({ counts: { confirmed: 1 } })
  })

  test('WL-70 is sent six a day however many wait, and none that would come in three days', async () => {
    const { api, ids } = await openMugs(40)
    for (const itemId of ids) expect((await askFor(api, { email: vic, itemId })).status).toBe(202)
    const sentByDay: number[] = []
    for (let day = 0; day < 6; day++) {
      const before = api.mailer.sent.length
      await api.worker.runDue()
      sentByDay.push(api.mailer.sent.length - before)
      api.clock.now += DAY_MS
    }
    expect(sentByDay).toEqual([6, 6, 6, 6, 0, 0])
  })
})

describe('whoever knows an address alone', () => {
  test('WL-71 changes nothing that the link of another mail agrees to', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: vic, consent: 'One mail only.', page: '/p/lantern' })
    await api.worker.runDue()
    const [own] = api.mailer.sent
    api.clock.now += 11 * MINUTE_MS
    const stranger = {
      email: vic,
      consent: 'Everything, always.',
      marketing: true,
      page: '/evil',
      locale: 'de'
    }
    await askFor(api, stranger)
    await askFor(api, { email: vic, consent: 'One mail only.', page: '/evil', locale: 'de' })
    await api.worker.runDue()
    await press(api, linkIn(own, 'confirm'))
    const [waiting] = (await peopleOf(api)).filter(({ state }) => state === 'confirmed')
    expect(waiting).toMatchObject({ consent: 'One mail only.', marketing: false, page: '/p/lantern' })
    // Back in stock is told once, though two links were sent.
    await postStock(api, [{ id: LANTERN.id, quantity: 5 }])
    await api.worker.runDue()
    expect(told(api)).toEqual([vic])
  })

  test('WL-71 the page and the mail say what would be agreed to, as text, and the mail in the shop’s words alone', async () => {
    const api = await openSoldOut()
    const consent = 'See https://evil.example/win <b>now</b> {shop}'
    await askFor(api, { email: vic, consent, marketing: true })
    await askFor(api, { email: 'al@home.example' })
    await api.worker.runDue()
    const mailTo = (address: string) => api.mailer.sent.find(({ to }) => to === address)
    const [ticked, plain] = [mailTo(vic), mailTo('al@home.example')]
    const page = await (await api.app.request(linkIn(ticked, 'confirm'))).text()
    expect(page).toContain('See https://evil.example/win &lt;b&gt;now&lt;/b&gt; {shop}')
    expect(page).toContain('The Corner Shop may send you news too')
    expect(ticked?.text).toContain('The box for news from The Corner Shop was ticked too')
    expect(`${ticked?.text}${ticked?.html}`).not.toContain('evil.example')
    expect(plain?.text).not.toContain('news')
    expect(await (await api.app.request(linkIn(plain, 'confirm'))).text()).not.toContain('news')
  })

  test('WL-71, WL-6 who confirms other words later keeps one place, under what they agreed to last', async () => {
    const api = await openSoldOut()
    await askFor(api, { email: vic })
    await api.worker.runDue()
    api.clock.now += 11 * MINUTE_MS
    await askFor(api, { email: vic, marketing: true })
    await api.worker.runDue()
    const [first, second] = api.mailer.sent
    await press(api, linkIn(first, 'confirm'))
    await waitFor(api, 'al@home.example')
    for (let times = 0; times < 2; times++)
      expect((await press(api, linkIn(second, 'confirm'))).status).toBe(200)
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 2 } })
    expect((await peopleOf(api))[0]).toMatchObject({ address: 'v…@home.example', marketing: true })
    await press(api, linkIn(second, 'unsubscribe'))
    expect(await queueOf(api)).toMatchObject({ counts: { confirmed: 1, unsubscribed: 1 } })
  })

  test('WL-72 has nobody mailed again who unsubscribed from what they had not confirmed, for 30 days', async () => {
    const { api, ids } = await openMugs(3)
    for (const itemId of ids) await askFor(api, { email: vic, itemId })
    await api.worker.runDue()
    const page = await oneClick(api, linkIn(api.mailer.sent[0], 'unsubscribe'))
    expect(await page.text()).toContain('For 30 days nobody can have The Corner Shop write to this address')
    expect(await queueOf(api, 'mug-2')).toMatchObject({ counts: { unsubscribed: 1 } })
    for (let day = 0; day < 30; day++) {
      for (const email of [vic, 'v.i.c@home.example', 'Vic+x@home.example'])
        for (const itemId of ids) expect((await askFor(api, { email, itemId })).status).toBe(202)
      await api.worker.runDue()
      await api.store.waitlist.tidy(SHOP.id, DAY_MS, api.clock.now)
      api.clock.now += DAY_MS
    }
    expect(api.mailer.sent).toHaveLength(3)
    await askFor(api, { email: vic, itemId: 'mug-0' })
    await askFor(api, { email: 'al@home.example', itemId: 'mug-0' })
    await api.worker.runDue()
    expect(new Set(api.mailer.sent.slice(3).map(({ to }) => to))).toEqual(new Set([vic, 'al@home.example']))
  })

  test('WL-72, WL-5 gains nothing by dots: they are one mailbox, mailed about one thing every ten minutes', async () => {
    const api = await openSoldOut()
    for (const email of ['v.ic@home.example', 'vi.c@home.example', 'v.i.c+1@home.example'])
      await askFor(api, { email })
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(1)
    api.clock.now += 10 * MINUTE_MS
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(2)
  })

  test('WL-75 sends no second mail while the first of a wish waits for its server', async () => {
    const api = await openSoldOut()
    for (let times = 0; times < 6; times++) {
      api.mailer.next.push({ outcome: 'later', problem: 'ECONN' })
      await askFor(api, { email: vic })
      await api.worker.runDue()
      api.clock.now += 601_000
    }
    api.mailer.next.length = 0
    api.clock.now += 1_800_000
    await api.worker.runDue()
    expect(api.mailer.sent).toHaveLength(1)
  })

  test('WL-76 takes no promised unit from who was told', async () => {
    const api = await openSoldOut()
    await waitFor(api, vic)
    await waitFor(api, 'al@home.example')
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    api.clock.now += 60 * MINUTE_MS
    await waitFor(api, vic)
    expect(told(api)).toEqual([vic])
    expect(await queueOf(api)).toMatchObject({ promised: 1, counts: { confirmed: 2, notified: 1 } })
    api.clock.now += DAY_MS
    await api.worker.runDue()
    expect(told(api)).toEqual([vic, 'al@home.example'])
    // Every link they were ever sent ends the wish that is theirs now.
    await press(api, linkIn(api.mailer.sent[0], 'unsubscribe'))
    expect(await queueOf(api)).toMatchObject({ counts: { notified: 2, unsubscribed: 1 } })
  })

  test('WL-76 forgets no hold before its end, however long it is', async () => {
    const api = await openSoldOut()
    const config = (await (await api.merchant('GET', '/v1/shop')).json()) as object
    const restock = { holdFor: '8w', keepFor: '52w' }
    await api.merchant('PUT', '/v1/shop', { body: JSON.stringify({ ...config, restock }) })
    await waitFor(api, vic)
    await waitFor(api, 'al@home.example')
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    await api.worker.runDue()
    api.clock.now += 11 * MINUTE_MS
    await waitFor(api, vic)
    for (const [weeks, people] of [
      [7, 1],
      [2, 2]
    ] as const) {
      api.clock.now += weeks * 7 * DAY_MS
      await api.store.waitlist.tidy(SHOP.id, 56 * DAY_MS, api.clock.now)
      await api.worker.runDue()
      expect(told(api)).toHaveLength(people)
    }
  })
})

describe('many hands', () => {
  test('WL-78 of one IPv6 site are slowed down together, whichever network they come from', async () => {
    let network = 0
    const api = await openSoldOut({
      perRestock: { perSecond: 1 / 60, burst: 10 },
      addressOf: () => `2001:db8:7:${(network++).toString(16)}::1`
    })
    const statuses: number[] = []
    for (let n = 0; n < 51; n++) statuses.push((await askFor(api, { email: `jo${n}@home.example` })).status)
    expect([statuses.filter(status => status === 202).length, statuses.at(-1)]).toEqual([50, 429])
  })

  test('WL-78 sign up at a shop no faster than it lets them', async () => {
    const api = await openSoldOut({ perRestockShop: { perSecond: 0.5, burst: 2 } })
    const ask = async (n: number) => askFor(api, { email: `jo${n}@home.example` })
    expect([(await ask(0)).status, (await ask(1)).status]).toEqual([202, 202])
    const refused = await ask(2)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
  })
})

describe('an address that is to go', () => {
  const erase = (api: TestApi, email: string, secret = SHOP.secret) =>
    api.merchant('DELETE', '/v1/restock', { body: JSON.stringify({ email }), secret })

  test('WL-77 goes from every wish with its links and mails, and its unit goes to the next', async () => {
    const api = await openSoldOut()
    await putCatalog(api, [SOLD_OUT, { ...MUG, id: 'mug-0', availability: 'out_of_stock' }])
    await waitFor(api, vic)
    await waitFor(api, 'al@home.example')
    await askFor(api, { email: 'Vic@home.example', itemId: 'mug-0' })
    await postStock(api, [{ id: LANTERN.id, quantity: 1 }])
    api.mailer.next.push({ outcome: 'later', problem: 'down' }, { outcome: 'later', problem: 'down' })
    await api.worker.runDue()
    const link = linkIn(api.mailer.sent[0], 'unsubscribe')
    expect(await (await erase(api, vic, RIVAL.secret)).json()).toEqual({ removed: 0 })
    expect(await (await erase(api, ' VIC@home.example')).json()).toEqual({ removed: 2 })
    expect(await (await erase(api, vic)).json()).toEqual({ removed: 0 })
    expect((await peopleOf(api)).map(({ address }) => address)).toEqual(['a…@home.example'])
    expect(await queueOf(api, 'mug-0')).toEqual({})
    expect((await api.app.request(link)).status).toBe(404)
    api.clock.now += MINUTE_MS
    await api.worker.runDue()
    expect(told(api)).toEqual(['al@home.example'])
    expect(api.mailer.sent.slice(2).map(({ to }) => to)).toEqual(['al@home.example'])
  })

  test('WL-77 is removed by the secret key alone, and a field that is wrong is named', async () => {
    const api = await openSoldOut()
    expect((await api.app.request('/v1/restock', { method: 'DELETE', body: '{}' })).status).toBe(401)
    for (const email of ['jo', '', undefined, 'a\u0000@home.example']) {
      const answer = await api.merchant('DELETE', '/v1/restock', { body: JSON.stringify({ email }) })
      expect([answer.status, await answer.json()]).toMatchObject([400, { field: 'email' }])
    }
  })
})

describe('what a signup brings', () => {
  test.for(['consent', 'page', 'locale', 'itemId', 'key'])(
    'WL-74 is refused with a control character in %s',
    async field => {
      const api = await openSoldOut()
      for (const sign of ['\u0000', '\u001b', '\u007f']) {
        const answer = await askFor(api, { email: vic, [field]: `a${sign}b` })
        expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'body_invalid', field }])
      }
      expect((await askFor(api, { email: vic, consent: 'Write to me.\r\n\tOnce.' })).status).toBe(202)
    }
  )

  test.for([
    ['/p/lantern?email=jo#top', '/p/lantern'],
    ['https://corner.example/p?q=1', 'https://corner.example/p'],
    ['javascript:alert(1)', undefined],
    ['//evil.example/p', undefined],
    ['?q=1', undefined]
  ] as const)('WL-73 keeps of the page %s: %s', async ([page, kept]) => {
    const api = await openSoldOut()
    await askFor(api, { email: vic, page })
    expect((await peopleOf(api))[0]?.['page']).toBe(kept)
  })

  test('WL-79 every text of a page and a mail may name the shop and the product', async () => {
    const api = await openSoldOut()
    const config = (await (await api.merchant('GET', '/v1/shop')).json()) as object
    const keys = [
      'confirm.title',
      'confirm.button',
      'confirmed.title',
      'shop',
      'leave.title',
      'leave.button',
      'left.title',
      'old.title'
    ]
    const texts = Object.fromEntries(keys.map(key => [`restock.page.${key}`, `${key} {shop} {product}`]))
    const mails = ['confirm.button', 'confirm.why', 'leave']
    for (const key of mails) texts[`restock.mail.${key}`] = `${key} {shop} {product}`
    const put = await api.merchant('PUT', '/v1/shop', { body: JSON.stringify({ ...config, texts }) })
    expect(put.status).toBe(200)
    await askFor(api, { email: vic })
    await api.worker.runDue()
    const [mail] = api.mailer.sent
    const [confirm, leave] = [linkIn(mail, 'confirm'), linkIn(mail, 'unsubscribe')]
    const pages = [await api.app.request(confirm), await press(api, confirm), await api.app.request(leave)]
    pages.push(await press(api, leave), await api.app.request(`${leave}x`))
    const all = [mail?.text, mail?.html, ...(await Promise.all(pages.map(page => page.text())))].join('\n')
    for (const key of [...keys, ...mails]) expect(all).toContain(`${key} The Corner Shop`)
    expect(all).not.toMatch(/\{(shop|product)\}/)
  })
})
