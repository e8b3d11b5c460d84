import { describe, expect, test } from 'vitest'
import { BLUE_LANTERN, LANTERN, MUG, ndjson, postStock, putCatalog } from '../testing/feeds.ts'
import { NOON, openTestApi, SHOP } from '../testing/openTestApi.ts'

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${items}</channel></rss>`

const LANTERN_XML = `<title>Red lantern (feed)</title><g:title>Red lantern</g:title><g:id>22138-R</g:id>
  <g:item_group_id>22138</g:item_group_id><g:description>Holds a tea light.</g:description>
  <g:link>https://corner.example/product/lantern-22138</g:link>
  <g:image_link>https://corner.example/picture/22138.svg</g:image_link><g:brand>Glow</g:brand>
  <g:product_type>Giftware &gt; Lighting &gt; Lanterns</g:product_type><g:price>2.55 GBP</g:price>
  <g:availability>in stock</g:availability><g:quantity>12</g:quantity><g:color>Red/White</g:color>
  <g:material>metal</g:material><g:custom_label_0>lantern</g:custom_label_0>
  <g:available_since>2026-01-01T00:00:00.000Z</g:available_since>`

const names = Object.keys(LANTERN)
const cells = Object.values(LANTERN).map(String)

describe('PUT /v1/catalog', () => {
  test.for([
    ['application/x-ndjson', JSON.stringify(LANTERN)],
    ['application/json', JSON.stringify([LANTERN])],
    ['application/xml', rss(`<item>${LANTERN_XML}</item>`)],
    [
      'application/atom+xml',
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry>${LANTERN_XML}</entry></feed>`
    ],
    ['text/csv', `# made by hand\n${names.join(',')}\n${cells.map(cell => `"${cell}"`).join(',')}\n`],
    [
      'text/tab-separated-values',
      `\ufeff${names.map(name => name.replaceAll('_', ' ')).join('\t')}\n${cells.join('\t')}`
    ]
  ])('AP-25 reads the same product from %s', async ([type = '', body = '']) => {
    const api = await openTestApi()
    const answer = await api.merchant('PUT', '/v1/catalog', { body, type })
    expect(await answer.json()).toMatchObject({ lines: 1, accepted: 1, refused: 0 })
    expect(await api.store.catalog.all(SHOP.id)).toEqual([
      {
        id: '22138-R',
        product: '22138',
        title: 'Red lantern',
        description: 'Holds a tea light.',
        link: 'https://corner.example/product/lantern-22138',
        image: 'https://corner.example/picture/22138.svg',
        brand: 'Glow',
        category: ['Giftware', 'Lighting', 'Lanterns'],
        price: 255,
        availability: 'in_stock',
        quantity: 12,
        color: 'Red',
        material: 'metal',
        labels: ['lantern'],
        since: Date.UTC(2026, 0, 1),
        gone: false,
        firstSeen: NOON
      }
    ])
  })

  test('AP-25 reads a reduced price, and a sale price that is none', async () => {
    const api = await openTestApi()
    await putCatalog(api, [
      { ...MUG, id: 'a', sale_price: 'GBP 3.00' },
      { ...MUG, id: 'b', sale_price: '4.25 GBP' },
      { ...MUG, id: 'c', price: 4.25 },
      { ...MUG, id: 'd', price: '1,234.50' }
    ])
    const prices = (await api.store.catalog.all(SHOP.id)).map(({ price, listPrice }) => [price, listPrice])
    expect(prices).toEqual([
      [300, 425],
      [425, undefined],
      [425, undefined],
      [123450, undefined]
    ])
  })

  test.for([
    ['id_missing', { id: ' ' }],
    ['title_missing', { title: '' }],
    ['link_missing', { link: undefined }],
    ['link_unsafe', { link: 'javascript:alert(1)' }],
    ['link_unsafe', { link: 'java\nscript:alert(1)' }],
    ['link_unsafe', { link: '//elsewhere.example/x' }],
    ['image_unsafe', { image_link: 'data:text/html,<script>alert(1)</script>' }],
    ['price_missing', { price: null }],
    ['price_invalid', { price: 'ask us' }],
    ['price_not_positive', { price: '0.00 GBP' }],
    ['currency_differs', { price: '4.25 EUR' }],
    ['currency_differs', { sale_price: '4.25 EUR' }],
    ['availability_unknown', { availability: 'maybe' }],
    ['availability_unknown', { availability: undefined }]
  ] as const)('AP-26 refuses a product as %s: %j', async ([code, change]) => {
    const api = await openTestApi()
    const { report } = await putCatalog(api, [{ ...MUG, ...change }, LANTERN])
    expect(report).toMatchObject({ accepted: 1, refused: 1, reasons: { [code]: 1 } })
    expect((await api.store.catalog.all(SHOP.id)).map(({ id }) => id)).toEqual([LANTERN.id])
  })

  test('AP-26 refuses the second of two lines about one variant', async () => {
    const api = await openTestApi()
    const { report } = await putCatalog(api, [MUG, { ...MUG, title: 'Another mug' }])
    expect(report).toMatchObject({ accepted: 1, refused: 1, reasons: { duplicate_id: 1 } })
    expect((await api.store.catalog.all(SHOP.id))[0]?.title).toBe('Mug')
  })

  test('AP-26 leaves markup the text it is', async () => {
    const api = await openTestApi()
    const title = '<img src=x onerror=alert(1)> & "Mug"'
    await putCatalog(api, [{ ...MUG, title }])
    expect((await api.store.catalog.all(SHOP.id))[0]?.title).toBe(title)
    const item = `<item><g:id>x</g:id><g:title><![CDATA[${title}]]></g:title><g:link>/x</g:link><g:price>1</g:price><g:availability>in stock</g:availability></item>`
    await api.merchant('PUT', '/v1/catalog', { body: rss(item), type: 'text/xml' })
    const titles = (await api.store.catalog.all(SHOP.id)).filter(({ gone }) => !gone).map(one => one.title)
    expect(titles).toEqual([title])
  })

  test.for([
    ['<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;">]>'],
    ['<!DOCTYPE rss SYSTEM "file:///etc/passwd">'],
    ['<!doctype html>']
  ])('AP-27 reads nothing of a document with a type of its own: %s', async ([doctype = '']) => {
    const api = await openTestApi()
    await putCatalog(api, [MUG])
    const body = rss(`<item>${LANTERN_XML}</item>`).replace('?>', `?>${doctype}`)
    const answer = await api.merchant('PUT', '/v1/catalog', { body, type: 'application/xml' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'body_invalid' })
    expect((await api.store.catalog.all(SHOP.id)).map(({ id, gone }) => [id, gone])).toEqual([
      [MUG.id, false]
    ])
  })

  test('AP-27 refuses what is no feed, and nesting without end', async () => {
    const api = await openTestApi()
    const status = async (body: string) =>
      (await api.merchant('PUT', '/v1/catalog', { body, type: 'application/xml' })).status
    expect(await status('<html></html>')).toBe(400)
    expect(await status('<rss><channel>')).toBe(400)
    expect(await status(rss(`<item>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</item>`))).toBe(400)
    expect(await status(rss(''))).toBe(200)
    const unknown = await api.merchant('PUT', '/v1/catalog', { body: 'x', type: 'image/png' })
    expect(await unknown.json()).toMatchObject({ code: 'body_invalid', field: 'content-type' })
  })

  test('AP-28 takes away what the feed no longer mentions, and counts what is the same as known', async () => {
    const api = await openTestApi()
    expect((await putCatalog(api, [LANTERN, BLUE_LANTERN, MUG])).report).toMatchObject({
      accepted: 3,
      gone: 0
    })
    const { report } = await putCatalog(api, [LANTERN, { ...BLUE_LANTERN, price: '3.10 GBP' }])
    expect(report).toMatchObject({ lines: 2, accepted: 1, known: 1, refused: 0, gone: 1 })
    const gone = (await api.store.catalog.all(SHOP.id)).filter(item => item.gone)
    expect(gone.map(({ id }) => id)).toEqual([MUG.id])
    expect((await putCatalog(api, [LANTERN, BLUE_LANTERN, MUG])).report).toMatchObject({
      accepted: 2,
      known: 1
    })
  })

  test('AP-28 empties no shop by half an upload, a broken table or a feed without one good line', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN, MUG])
    const still = async () =>
      (await api.store.catalog.all(SHOP.id)).filter(({ gone }) => !gone).map(({ id }) => id)
    expect((await putCatalog(api, ['{']))?.report).toMatchObject({ refused: 1, gone: 0 })
    expect(await still()).toEqual([LANTERN.id, MUG.id])

    const broken = `id,title,link,price,availability\n22138-R,"Red" lantern,/x,1,in stock\nnext,"open`
    const answer = await api.merchant('PUT', '/v1/catalog', { body: broken, type: 'text/csv' })
    expect(answer.status).toBe(400)
    expect(await still()).toEqual([LANTERN.id, MUG.id])

    const cutOff = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify(LANTERN)}\n{"id":`))
        controller.error(new Error('the line is dead'))
      }
    })
    const headers = { authorization: `Bearer ${SHOP.secret}`, 'content-type': 'application/x-ndjson' }
    const init = { method: 'PUT', body: cutOff, headers, duplex: 'half' } as RequestInit
    expect((await api.app.request('/v1/catalog', init)).status).toBe(500)
    expect(await still()).toEqual([LANTERN.id, MUG.id])
    const runs = await api.store.imports.recent(SHOP.id)
    expect(runs.filter(({ report }) => report.brokenOff)).toHaveLength(2)
  })

  test('AP-28 takes nothing away when most lines were refused, keeps the good ones, and says so', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN, MUG])
    const there = async () =>
      (await api.store.catalog.all(SHOP.id)).filter(({ gone }) => !gone).map(({ id }) => id)
    const { report } = await putCatalog(api, [LANTERN, BLUE_LANTERN, '{', '{', '{'])
    expect(report).toMatchObject({
      ...{ lines: 5, accepted: 1, known: 1, refused: 3, gone: 0, heldBack: 'mostly_refused' }
    })
    expect(await there()).toEqual([BLUE_LANTERN.id, LANTERN.id, MUG.id])
    expect((await putCatalog(api, ['{'])).report).toMatchObject({ gone: 0, heldBack: 'no_good_line' })
    const half = await putCatalog(api, [LANTERN, '{'])
    expect(half.report).toMatchObject({ gone: 2 })
    expect(half.report).not.toHaveProperty('heldBack')
    expect(await there()).toEqual([LANTERN.id])
  })

  test('AP-33 of two uploads at once the later one stands, whichever ends first', async () => {
    const api = await openTestApi()
    const { promise: rest, resolve: sendRest } = Promise.withResolvers<void>()
    const encode = (line: object) => new TextEncoder().encode(`${JSON.stringify(line)}\n`)
    const slow = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(encode(LANTERN))
        await rest
        controller.enqueue(encode(MUG))
        controller.close()
      }
    })
    const headers = { authorization: `Bearer ${SHOP.secret}`, 'content-type': 'application/x-ndjson' }
    const init = { method: 'PUT', body: slow, headers, duplex: 'half' } as RequestInit
    const first = api.app.request('/v1/catalog', init)
    const second = putCatalog(api, [BLUE_LANTERN])
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
    sendRest()
    expect([(await first).status, (await second).report]).toEqual([
      200,
      expect.objectContaining({ accepted: 1, gone: 2 })
    ])
    const left = (await api.store.catalog.all(SHOP.id)).filter(({ gone }) => !gone)
    expect(left.map(({ id }) => id)).toEqual([BLUE_LANTERN.id])
  })

  test('AP-32 refuses a document too large to be read as a whole before reading it', async () => {
    const api = await openTestApi()
    const answer = await api.merchant('PUT', '/v1/catalog', {
      body: '[]',
      headers: { 'content-length': '64000001' }
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'body_too_large' })
  })
})

describe('POST /v1/stock', () => {
  test('AP-29 changes what can be ordered, by quantity or by word', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN, BLUE_LANTERN, MUG, { ...MUG, id: 'later', availability: 'preorder' }])
    const { report } = await postStock(api, [
      { id: LANTERN.id, quantity: 0 },
      { id: BLUE_LANTERN.id, availability: 'discontinued' },
      { id: 84029, quantity: 3 },
      { id: 84029, quantity: 0 },
      { id: 'later', quantity: 0 }
    ])
    expect(report).toMatchObject({ lines: 5, accepted: 5, refused: 0 })
    const now = await api.store.catalog.all(SHOP.id)
    expect(now.map(({ id, availability, quantity }) => [id, availability, quantity])).toEqual([
      ['22138-B', 'discontinued', undefined],
      ['22138-R', 'out_of_stock', 0],
      ['84029', 'out_of_stock', 0],
      ['later', 'preorder', 0]
    ])
  })

  test('AP-29 brings back what was sold out, and knows what has not changed', async () => {
    const api = await openTestApi()
    await putCatalog(api, [{ ...LANTERN, availability: 'out_of_stock', quantity: 0 }])
    const { report } = await postStock(api, [
      { id: LANTERN.id, quantity: 0 },
      { id: LANTERN.id, quantity: 4 }
    ])
    expect(report).toMatchObject({ accepted: 1, known: 1 })
    expect((await api.store.catalog.all(SHOP.id))[0]).toMatchObject({ availability: 'in_stock', quantity: 4 })
  })

  test('AP-30 tells its progress line by line, and the report last', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN])
    const lines = Array.from({ length: 45_000 }, (_, at) => ({ id: LANTERN.id, quantity: at % 7 }))
    const answer = await api.merchant('POST', '/v1/stock', {
      body: ndjson(lines),
      type: 'application/x-ndjson',
      headers: { accept: 'application/x-ndjson' }
    })
    const told = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(told).toHaveLength(3)
    expect(told[0]).toMatchObject({ done: false, lines: expect.any(Number), accepted: expect.any(Number) })
    expect(told.at(-1)).toMatchObject({ done: true, lines: 45_000, accepted: 45_000 })
    expect((await api.store.catalog.all(SHOP.id))[0]?.quantity).toBe(44_999 % 7)
  })

  test('AP-29 refuses what it does not know', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN])
    const { report } = await postStock(api, [
      { id: 'nothing', quantity: 1 },
      { id: LANTERN.id, quantity: -1 },
      { id: LANTERN.id },
      { id: LANTERN.id, availability: 'perhaps' }
    ])
    expect(report).toMatchObject({
      refused: 4,
      reasons: { item_unknown: 1, line_invalid: 2, availability_unknown: 1 }
    })
    expect(ndjson([report])).not.toContain('undefined')
  })
})
