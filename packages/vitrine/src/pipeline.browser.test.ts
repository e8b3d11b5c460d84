import { productIdOf } from '@vitrine/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { card, config, openStage } from './testing/openStage.ts'

let stage: ReturnType<typeof openStage>

afterEach(async () => {
  await stage.close()
})

const HERE = '<vitrine-carousel placement="here" reserve="300px"></vitrine-carousel>'

function page(html: string): void {
  document.body.innerHTML = html
}

const eventsOf = (type: string) => stage.vitrine.debug().events.filter(({ event }) => event === type)

test('VI-6, VI-8 fills the places of a page in their order, and shows no product twice', async () => {
  page('<vitrine-carousel placement="first" reserve="300px"></vitrine-carousel><main></main>')
  stage = openStage(
    config(
      [{ placement: 'first' }, { placement: 'second' }],
      [{ id: 'first' }, { id: 'second', selector: 'main', reserve: '300px' }]
    )
  )
  expect(await stage.decided(2)).toEqual({ first: ['A', 'B', 'C'], second: ['D', 'E', 'F'] })
})

test('VI-9 an unseen slot follows what the shopper does; a seen one stays', async () => {
  page(`<vitrine-carousel placement="seen" reserve="300px"></vitrine-carousel>${HERE}`)
  stage = openStage(config([{ placement: 'seen' }, { placement: 'here' }]))
  expect(await stage.decided(2)).toEqual({ seen: ['A', 'B', 'C'], here: ['D', 'E', 'F'] })
  const seen = document.querySelector('[placement="seen"]')
  seen?.dispatchEvent(new CustomEvent('vitrine:impression', { bubbles: true, detail: { items: [] } }))
  for (const id of ['A', 'D']) stage.vitrine.track('add_to_cart', { items: [{ item_id: id, quantity: 1 }] })
  await vi.waitFor(async () =>
    expect(await stage.decided(2)).toEqual({ seen: ['A', 'B', 'C'], here: ['E', 'F', 'G'] })
  )
})

test('VI-9 who acts on a slot has seen it', async () => {
  page(HERE)
  stage = openStage(config([{ placement: 'here' }]))
  await stage.decided(1)
  const item = { card: card('A'), position: 0 }
  const choose = new CustomEvent('vitrine:select', { bubbles: true, detail: { item, position: 0 } })
  document.querySelector('vitrine-carousel')?.dispatchEvent(choose)
  stage.vitrine.track('add_to_cart', { items: [{ item_id: 'A', quantity: 1 }] })
  await stage.vitrine.recommend({ strategy: 'best_sellers' })
  expect(await stage.decided(1)).toEqual({ here: ['A', 'B', 'C'] })
})

test('VI-10 seen once, chosen and refused, each with what it answers to', async () => {
  page(HERE)
  stage = openStage(config([{ placement: 'here', id: 'welcome' }]))
  await stage.decided(1)
  const element = document.querySelector('vitrine-carousel')
  const item = { card: card('A', { color: 'Red' }), position: 0 }
  const tell = (name: string, detail: unknown) =>
    element?.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
  tell('vitrine:impression', { items: [item] })
  tell('vitrine:impression', { items: [{ ...item, position: 1 }] })
  tell('vitrine:select', { item, position: 0 })
  tell('vitrine:dislike', { item })

  const ref = {
    creative_slot: 'here',
    promotion_id: 'welcome',
    creative_name: 'only',
    result_id: expect.any(String)
  }
  expect(eventsOf('view_promotion')).toEqual([expect.objectContaining(ref)])
  expect(eventsOf('view_item_list')).toHaveLength(2)
  expect(eventsOf('view_item_list')[0]).toMatchObject({
    ...ref,
    item_list_id: 'here',
    items: [{ item_id: 'A', index: 0 }]
  })
  const line = { item_id: 'A', item_name: 'Product A', price: 2.5, item_category: 'Giftware', color: 'Red' }
  expect(eventsOf('select_item')).toEqual([
    expect.objectContaining({ ...ref, currency: 'GBP', items: [expect.objectContaining(line)] })
  ])
  expect(eventsOf('dislike')).toEqual([expect.objectContaining({ ...ref, position: 0 })])
})

test('VI-11 an add that the shop takes is the shop’s; one that nobody takes leads to the product', async () => {
  page(HERE)
  stage = openStage(config([{ placement: 'here' }]))
  await stage.decided(1)
  const item = { card: card('B'), position: 1 }
  const add = () =>
    new CustomEvent('vitrine:add', {
      bubbles: true,
      cancelable: true,
      detail: { item, variantId: 'B', quantity: 1 }
    })
  const take = (event: Event) => event.preventDefault()
  const element = document.querySelector('vitrine-carousel')

  document.addEventListener('vitrine:add', take)
  element?.dispatchEvent(add())
  document.removeEventListener('vitrine:add', take)
  await new Promise(resolve => setTimeout(resolve))
  expect(location.hash).toBe('')

  element?.dispatchEvent(add())
  await vi.waitFor(() => expect(location.hash).toBe('#product-B'))
  history.replaceState(null, '', location.pathname + location.search)
})

test('VI-12 before leave only what is the same for every visitor is fetched, and nothing is posted', async () => {
  page(HERE)
  const shop = config([
    {
      placement: 'here',
      variants: [
        {
          id: 'only',
          weight: 1,
          content: { widget: 'carousel', products: { strategy: ['for_you', 'best_sellers'] } }
        }
      ]
    }
  ])
  stage = openStage(shop, 'ask')
  for (const id of ['H', 'A']) stage.vitrine.track('view_item', { items: [{ item_id: id }] })
  await stage.decided(1)
  await stage.vitrine.recommend({ strategy: 'for_you' })
  const ofThisPage = '/stage/M1/items/H.json'
  expect(stage.asked.filter(path => path.includes('/items/') && path !== ofThisPage)).toEqual([])
  expect(stage.posted).toEqual([])

  stage.vitrine.setConsent({ personalise: 'granted' })
  await vi.waitFor(() => expect(stage.asked.some(path => path.endsWith('/items/A.json'))).toBe(true))
})

test('VI-13 a holdout sees nothing of its campaign and is told of where it would have stood', async () => {
  page(`<div style="height: 10px"></div>${HERE}`)
  stage = openStage(config([{ placement: 'here', id: 'tested', holdout: 1 }]))
  expect(await stage.decided(1)).toEqual({ here: [] })
  // As long as it takes to see it.
  await vi.waitFor(() => expect(eventsOf('view_promotion')).toHaveLength(1), 5000)
  expect(eventsOf('view_promotion')[0]).toMatchObject({
    promotion_id: 'tested',
    creative_slot: 'here',
    holdout: true
  })
})

test('VI-14 a page that re-renders keeps its placements', async () => {
  page('<main></main>')
  stage = openStage(config([{ placement: 'here' }], [{ id: 'here', selector: 'main', reserve: '300px' }]))
  await stage.decided(1)
  document.querySelector('main')?.replaceWith(document.createElement('main'))
  await vi.waitFor(() => expect(document.querySelector('main vitrine-carousel')).not.toBeNull())
  expect(await stage.decided(1)).toEqual({ here: ['A', 'B', 'C'] })
})

test('VI-15 says why, in words and as plain JSON', async () => {
  page(HERE)
  stage = openStage(
    config([
      {
        placement: 'here',
        id: 'for-customers',
        priority: 5,
        audience: { fact: 'profile.lifecycle', is: 'eq', value: 'loyal_customer' }
      },
      { placement: 'here', id: 'for-all' }
    ])
  )
  await stage.decided(1)
  const [explained] = await stage.vitrine.explain()
  expect(explained).toMatchObject({ placement: 'here', chosen: 'for-all' })
  expect(explained?.verdicts.map(({ campaign, chosen }) => [campaign, chosen])).toEqual([
    ['for-customers', false],
    ['for-all', true]
  ])
  expect(explained?.items.every(({ reason }) => reason.length > 5)).toBe(true)
  expect(await stage.vitrine.explain('here')).toHaveLength(1)
  const report = stage.vitrine.debug()
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(report.decisions[0]).toMatchObject({ placement: 'here', campaign: 'for-all', variant: 'only' })
})

test('VI-4 a call by name is the method, and answers as it does', async () => {
  page('')
  stage = openStage(config([]))
  stage.vitrine('track', 'search', { search_term: 'lantern' })
  await vi.waitFor(() => expect(eventsOf('search')).toHaveLength(1))
  const recommended = await (stage.vitrine('recommend', { strategy: 'trending', limit: 2 }) as ReturnType<
    typeof stage.vitrine.recommend
  >)
  expect(recommended?.items.map(({ card }) => productIdOf({ itemId: card.id }))).toEqual(['H', 'G'])
  expect(stage.vitrine('constructor')).toBeUndefined()
  expect(stage.said.some(line => line.startsWith('[vitrine VT-02]'))).toBe(true)
})

test('VI-7 stop leaves the page as it was', async () => {
  page('<main><p>Ours</p></main><aside>Replaced</aside>')
  const before = document.body.innerHTML
  const pushState = history.pushState
  stage = openStage(
    config(
      [{ placement: 'in' }, { placement: 'instead' }],
      [
        { id: 'in', selector: 'main' },
        { id: 'instead', selector: 'aside', insert: 'replace' }
      ]
    )
  )
  await stage.decided(2)
  expect(document.body.innerHTML).not.toBe(before)
  stage.vitrine.stop()
  expect(document.body.innerHTML).toBe(before)
  expect(history.pushState).toBe(pushState)
  const { length } = stage.vitrine.debug().events
  document.dispatchEvent(new CustomEvent('vitrine:select', { detail: {} }))
  expect(stage.vitrine.debug().events).toHaveLength(length)
})

test('VI-19 what reserves no height is filled only below the view', async () => {
  page('<main></main><div style="height: 200vh"></div><aside></aside>')
  stage = openStage(
    config(
      [{ placement: 'in-view' }, { placement: 'below' }],
      [
        { id: 'in-view', selector: 'main' },
        { id: 'below', selector: 'aside' }
      ]
    )
  )
  const decided = await stage.decided(2)
  expect(decided['in-view']).toEqual([])
  expect(document.querySelector('main')?.offsetHeight).toBe(0)
  expect(decided['below']).toHaveLength(3)
  expect(stage.said.some(line => line.startsWith('[vitrine VT-05]'))).toBe(true)
})

test('VI-6, VI-14 a part of the page that comes late gets its place', async () => {
  page('<div id="app"></div>')
  stage = openStage(config([{ placement: 'here' }], [{ id: 'here', selector: 'main', reserve: '300px' }]))
  await vi.waitFor(() => expect(stage.asked).toContain('/stage/config.json'))
  document.querySelector('#app')?.append(document.createElement('main'))
  expect(await stage.decided(1)).toEqual({ here: ['A', 'B', 'C'] })
})

test('VI-22 in a single-page app stock is asked for again on each view, and each view counts', async () => {
  page(HERE)
  stage = openStage(config([{ placement: 'here', id: 'welcome' }]))
  await stage.decided(1)
  const stock = () => stage.asked.filter(path => path.endsWith('/availability.json')).length
  const item = { card: card('A'), position: 0 }
  const seen = () =>
    document
      .querySelector('vitrine-carousel')
      ?.dispatchEvent(new CustomEvent('vitrine:impression', { bubbles: true, detail: { items: [item] } }))
  seen()
  const before = stock()
  history.pushState(null, '', '/next')
  await vi.waitFor(() => expect(stock()).toBeGreaterThan(before))
  await stage.decided(1)
  seen()
  await vi.waitFor(() => expect(eventsOf('view_promotion')).toHaveLength(1))
  history.back()
})

test('VI-23 a placement that the shop does not have is told of, and its element shows what its author wrote', async () => {
  page(`${HERE}<vitrine-carousel placement="hrere"><p>The author’s</p></vitrine-carousel>`)
  stage = openStage(config([{ placement: 'here' }]))
  await stage.decided(1)
  expect(stage.said).toContainEqual(expect.stringMatching(/VT-05.*hrere is none of here/))
  await vi.waitFor(() =>
    expect(document.querySelector('[placement="hrere"] p')?.checkVisibility()).toBe(true)
  )
})
