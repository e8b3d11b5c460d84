import { afterEach, expect, test, vi } from 'vitest'
import { config, openStage } from './testing/openStage.ts'

let stage: ReturnType<typeof openStage>

afterEach(async () => {
  await stage?.close()
})

function page(html: string): HTMLElement {
  document.body.innerHTML = html
  return document.body.querySelector('vitrine-restock') as HTMLElement
}

const ask = (element: HTMLElement) =>
  element.dispatchEvent(
    new CustomEvent('vitrine:restock', {
      bubbles: true,
      cancelable: true,
      detail: {
        placement: '',
        itemId: 'A-red',
        email: 'me@example.com',
        marketing: false,
        consent: 'Tell me'
      }
    })
  )

const joined = () => stage.vitrine.debug().events.filter(({ event }) => event === 'join_waitlist')

const SOLD_OUT = {
  currency: 'GBP',
  items: [{ item_id: 'A', item_name: 'Lamp', price: 5, availability: 'out_of_stock' }]
}

test('VI-58 the form appears for what cannot be bought, with something to take meanwhile', async () => {
  history.replaceState(null, '', '#product')
  const element = page('<vitrine-restock reserve="100px"></vitrine-restock>')
  stage = openStage(config([]))
  stage.vitrine.track('view_item', SOLD_OUT)
  await vi.waitFor(() => expect(element.getAttribute('variant')).toBe('A'))
  expect(element.getAttribute('product')).toBe('Lamp')
  await vi.waitFor(() => expect(element.shadowRoot?.textContent).toContain('Product B'))
})

test('VI-58 a shop may name the variant later, and from then on keeps the word', async () => {
  const element = page('<vitrine-restock style="min-height:100px;display:block"></vitrine-restock>')
  stage = openStage(config([]))
  stage.vitrine.track('view_item', {
    ...SOLD_OUT,
    items: [{ ...SOLD_OUT.items[0], availability: 'in_stock' }]
  })
  await stage.decided(1)
  element.setAttribute('variant', 'A-red')
  await vi.waitFor(() => expect(element.getAttribute('product')).toBe('Lamp'))
  expect(element.getAttribute('variant')).toBe('A-red')
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('form')).not.toBeNull())
})

test('VI-59 what happens after a signup does not take its answer away', async () => {
  const element = page('<vitrine-restock style="min-height:100px;display:block"></vitrine-restock>')
  stage = openStage(config([]), 'granted', () => Response.json({ status: 'pending' }, { status: 202 }))
  stage.vitrine.track('view_item', { ...SOLD_OUT, items: [{ ...SOLD_OUT.items[0], size: 'L' }] })
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('form')).not.toBeNull())
  expect(element.getAttribute('product')).toBe('Lamp, L')
  element.dispatchEvent(
    new CustomEvent('vitrine:restock', {
      bubbles: true,
      cancelable: true,
      detail: { placement: '', itemId: 'A', email: 'me@example.com', marketing: false, consent: 'Tell me' }
    })
  )
  await vi.waitFor(() => expect(joined()).toHaveLength(1))
  stage.vitrine.track('search', { search_term: 'lamp' })
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(element.getAttribute('status')).toBe('pending')
})

test('VI-58 a shop that names the variant itself keeps the word', async () => {
  const element = page('<vitrine-restock variant="" reserve="100px"></vitrine-restock>')
  stage = openStage(config([]))
  stage.vitrine.track('view_item', SOLD_OUT)
  await stage.decided(1)
  expect(element.getAttribute('variant')).toBe('')
  element.setAttribute('variant', 'A-red')
  await vi.waitFor(() => expect(element.getAttribute('product')).toBe('Lamp'))
  expect(element.getAttribute('variant')).toBe('A-red')
})

test('VI-59 a signup goes to the API with the consent that was given, and into no event', async () => {
  const bodies: unknown[] = []
  const element = page('<vitrine-restock variant="A-red"></vitrine-restock>')
  stage = openStage(config([]), 'granted', (url, body) => {
    if (url.endsWith('/v1/restock')) bodies.push(JSON.parse(body))
    return Response.json({ status: 'pending' }, { status: 202 })
  })
  await stage.decided(1)
  ask(element)
  await vi.waitFor(() => expect(element.getAttribute('status')).toBe('pending'))
  expect(bodies).toMatchObject([
    {
      shop: 'stage',
      key: 'pk_stage',
      itemId: 'A-red',
      email: 'me@example.com',
      marketing: false,
      consent: 'Tell me'
    }
  ])
  expect(joined()).toMatchObject([{ event: 'join_waitlist', items: [{ item_id: 'A-red' }] }])
  expect(JSON.stringify(stage.vitrine.debug())).not.toContain('me@example.com')
})

test.each([
  ['refused', () => new Response(null, { status: 429 })],
  [
    'not reached',
    () => {
      throw new TypeError('network')
    }
  ]
])('VI-59 where the API is %s the form says so', async (_, answer) => {
  const element = page('<vitrine-restock variant="A-red"></vitrine-restock>')
  stage = openStage(config([]), 'denied', answer)
  await stage.decided(1)
  ask(element)
  await vi.waitFor(() => expect(element.getAttribute('status')).toBe('failed'))
  expect(joined()).toEqual([])
})

test('VI-59 an answer about one variant is not told of another', async () => {
  const element = page('<vitrine-restock variant="A-red"></vitrine-restock>')
  let answer = (_: Response) => {}
  stage = openStage(config([]), 'denied', () => new Promise<Response>(resolve => (answer = resolve)) as never)
  await stage.decided(1)
  ask(element)
  await vi.waitFor(() => expect(stage.posted.join()).toContain('/v1/restock'))
  element.setAttribute('variant', 'A-blue')
  answer(Response.json({ status: 'pending' }, { status: 202 }))
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(element.getAttribute('status')).not.toBe('pending')
})

test('VI-59 an address that the API does not take is named, and the rest is tried again', async () => {
  const element = page('<vitrine-restock variant="A-red"></vitrine-restock>')
  stage = openStage(config([]), 'denied', () => Response.json({ field: 'email' }, { status: 422 }))
  await stage.decided(1)
  ask(element)
  await vi.waitFor(() => expect(element.getAttribute('status')).toBe('failed'))
  expect(element.getAttribute('problem')).toContain('name@example.com')
})

test('VI-59 the shop may take a signup itself', async () => {
  const element = page('<vitrine-restock variant="A-red"></vitrine-restock>')
  stage = openStage(config([]))
  await stage.decided(1)
  element.addEventListener('vitrine:restock', event => event.preventDefault(), { once: true })
  ask(element)
  await new Promise(resolve => setTimeout(resolve, 50))
  expect(stage.posted.join()).not.toContain('restock')
})
