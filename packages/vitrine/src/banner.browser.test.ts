import type { ShopConfig } from '@vitrine/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { MIRROR_SNIPPET } from './server/mirrorSnippet.ts'
import { config, openStage } from './testing/openStage.ts'

const MIRROR = 'vitrine:stage'

let stage: ReturnType<typeof openStage>

afterEach(async () => {
  await stage?.close()
  localStorage.removeItem(MIRROR)
})

type Given = Partial<ShopConfig['campaigns'][number]>

function shop(given: Given = {}, content: object = {}, more: Partial<ShopConfig> = {}): ShopConfig {
  const title = 'Hello again'
  const variants = [
    {
      id: 'only',
      weight: 1,
      content: { widget: 'banner' as const, title, reason: 'You were here', ...content }
    }
  ]
  return { ...config([{ placement: 'hero', variants, ...given }]), ...more }
}

/** Runs the snippet as a page's head does. @returns What ends the parsing: a test's page has no other end. */
function runSnippet(): () => void {
  let parsed = () => {}
  const listen = vi.spyOn(document, 'addEventListener').mockImplementation((_type, work) => {
    parsed = work as () => void
  })
  const script = document.createElement('script')
  script.dataset['mirror'] = 'stage'
  script.textContent = MIRROR_SNIPPET
  document.head.append(script)
  script.remove()
  listen.mockRestore()
  return () => parsed()
}

/** A page with a banner that its author has filled, parsed behind the snippet as a browser does. */
async function page(inside: string, before = ''): Promise<HTMLElement> {
  document.body.innerHTML = ''
  const end = runSnippet()
  document.body.innerHTML = `${before}<vitrine-banner placement="hero" reserve="100px">${inside}</vitrine-banner>`
  await Promise.resolve()
  end()
  return document.body.querySelector('vitrine-banner') as HTMLElement
}

const words = (element: HTMLElement) =>
  element.shadowRoot?.querySelector('slot') ? element.textContent : element.shadowRoot?.textContent
const mirrored = () => JSON.parse(localStorage.getItem(MIRROR) ?? '{}').shows
const promotions = () =>
  stage.vitrine.debug().events.filter(({ event }) => String(event).endsWith('_promotion'))

test('VI-42 an empty banner is filled in its room, with its blanks and its reason', async () => {
  const element = await page('')
  stage = openStage(shop({}, { text: '{gap} to go', reason: 'Your basket' }, { freeShipping: 5000 }))
  stage.vitrine.track('add_to_cart', { currency: 'GBP', items: [{ item_id: 'A', price: 20, quantity: 1 }] })
  // The widget's file is read here for the first time.
  await vi.waitFor(() => expect(words(element) ?? '').toContain('£30.00 to go'), 10_000)
  expect(words(element)).toContain('Hello again')
  expect(words(element)).toContain('Your basket')
})

test('VI-42 the title of a carousel may hold blanks too', async () => {
  document.body.innerHTML = '<vitrine-carousel placement="row" reserve="300px"></vitrine-carousel>'
  const content = { widget: 'carousel', title: '{gap} away', products: { strategy: 'best_sellers' } } as const
  const variants = [{ id: 'only', weight: 1, content }]
  stage = openStage({ ...config([{ placement: 'row', variants }]), freeShipping: 5000 })
  stage.vitrine.track('add_to_cart', { currency: 'GBP', items: [{ item_id: 'A', price: 20, quantity: 1 }] })
  await vi.waitFor(() =>
    expect(document.querySelector('vitrine-carousel')?.getAttribute('heading')).toBe('£30.00 away')
  )
})

test('VI-43 a banner that says what is missing follows the cart while it is looked at', async () => {
  const element = await page('')
  stage = openStage(shop({}, { text: '{gap} to go' }, { freeShipping: 5000 }))
  const add = (price: number) =>
    stage.vitrine.track('add_to_cart', { currency: 'GBP', items: [{ item_id: 'A', price, quantity: 1 }] })
  add(20)
  await vi.waitFor(() => expect(words(element)).toContain('£30.00 to go'))
  element.dispatchEvent(new CustomEvent('vitrine:impression', { bubbles: true, detail: { items: [] } }))
  add(20)
  await vi.waitFor(() => expect(words(element)).toContain('£10.00 to go'))
  add(20)
  await vi.waitFor(() => expect(words(element)).not.toContain('to go'))
  await vi.waitFor(() => expect(promotions()).toHaveLength(1))
})

test('VI-44 what its author wrote and the shopper sees stays on this page; the next page begins with what was decided', async () => {
  const element = await page('<h1>Ours</h1>')
  stage = openStage(shop())
  await vi.waitFor(() => expect(mirrored()).toEqual({ hero: 'campaign-0/only' }))
  expect(element.textContent).toContain('Ours')
  await stage.decided(1)
  expect(stage.vitrine.debug().decisions).toMatchObject([{ placement: 'hero', campaign: null }])
  expect(localStorage.getItem(MIRROR)).not.toContain('Hello')
})

test('VI-44 what its author wrote stays when the shopper has scrolled past it, too', async () => {
  const element = await page('<h1>Ours</h1>')
  const below = document.body.appendChild(document.createElement('div'))
  below.style.height = '5000px'
  stage = openStage(shop())
  await stage.decided(1)
  below.scrollIntoView({ block: 'end' })
  stage.vitrine.track('search', { search_term: 'lamp' })
  await stage.decided(1)
  await vi.waitFor(() => expect(stage.vitrine.debug().events.map(({ event }) => event)).toContain('search'))
  await new Promise(requestAnimationFrame)
  expect(stage.vitrine.debug().decisions).toMatchObject([{ placement: 'hero', campaign: null }])
  expect(element).not.toHaveProperty('content.title')
  scrollTo(0, 0)
})

test('VI-44 what is not in view yet is filled on this page', async () => {
  const element = await page('<h1>Ours</h1>', '<div style="height:5000px"></div>')
  stage = openStage(shop())
  await vi.waitFor(() => expect(stage.vitrine.debug().decisions[0]?.campaign).toBe('campaign-0'))
  element.scrollIntoView()
  await vi.waitFor(() => expect(words(element)).toContain('Hello again'))
})

function mirror(shows: Record<string, string>, until = Date.now() + 60_000): void {
  localStorage.setItem(MIRROR, JSON.stringify({ v: 1, until, shows }))
}

const PREPARED = '<template data-variant="campaign-0/only"><h1>Yours</h1></template>\n<h1>Ours</h1>'
const PREPARED_PAGE = `<vitrine-banner placement="hero">${PREPARED}</vitrine-banner>`

test('VI-45 the snippet shows the variant before anything is read, and it stands for this page', async () => {
  mirror({ hero: 'campaign-0/only' })
  const element = await page(PREPARED)
  expect(element.textContent).toBe('Yours')
  stage = openStage(shop({ frequency: { show: 'once' } }))
  await vi.waitFor(() => expect(stage.vitrine.debug().decisions[0]?.campaign).toBe('campaign-0'))
  expect(element.textContent).toBe('Yours')
  await vi.waitFor(
    () => expect(promotions()).toMatchObject([{ event: 'view_promotion', promotion_id: 'campaign-0' }]),
    3000
  )
  // Shown once, and the next page is told so.
  await vi.waitFor(() => expect(mirrored()).toBeUndefined())
  expect(element.textContent).toBe('Yours')
})

test('VI-45 what the parser adds after the pick is kept, not shown, and the page’s own later changes are its own', async () => {
  mirror({ hero: 'campaign-0/only' })
  document.body.innerHTML = ''
  const end = runSnippet()
  const parsed = document.createElement('vitrine-banner')
  parsed.setAttribute('placement', 'hero')
  parsed.innerHTML = '<template data-variant="campaign-0/only"><h1>Yours</h1></template>\n'
  document.body.append(parsed)
  await Promise.resolve()
  // The parser goes on with the element it has begun.
  parsed.insertAdjacentHTML('beforeend', '<h1>Ours</h1>')
  end()
  expect(document.body.textContent).toBe('Yours')
  document.body.innerHTML = PREPARED_PAGE
  await Promise.resolve()
  expect(document.body.textContent).toBe('\nOurs')
})

test.each([
  ['out of date', () => mirror({ hero: 'campaign-0/only' }, Date.now() - 1)],
  ['of another variant', () => mirror({ hero: 'campaign-0/gone' })],
  ['of another placement', () => mirror({ foot: 'campaign-0/only' })],
  ['broken', () => localStorage.setItem(MIRROR, '{"until":9e99}')],
  ['hostile', () => mirror({ hero: '"],*[a="' })]
])('VI-45 a mirror that is %s leaves the author’s own', async (_, leave) => {
  leave()
  const element = await page(PREPARED)
  expect(element.querySelector('h1')?.textContent).toBe('Ours')
  expect(element.dataset['shown']).toBeUndefined()
})

test('VI-46 whoever refuses sees the author’s own again, and nothing is left behind', async () => {
  mirror({ hero: 'campaign-0/only' })
  const element = await page(PREPARED)
  stage = openStage(shop())
  await stage.decided(1)
  stage.vitrine.setConsent({ personalise: 'denied', measure: 'denied', message: 'denied' })
  await vi.waitFor(() => expect(element.textContent).toContain('Ours'))
  expect(localStorage.getItem(MIRROR)).toBeNull()
})

test('VI-46 without leave nothing is left for the next page, and a refusal takes an earlier mirror away', async () => {
  await page(PREPARED)
  stage = openStage(shop(), 'ask')
  await stage.decided(1)
  expect(localStorage.getItem(MIRROR)).toBeNull()
  await stage.close()
  mirror({ hero: 'campaign-0/only' })
  stage = openStage(shop(), 'denied')
  await vi.waitFor(() => expect(localStorage.getItem(MIRROR)).toBeNull())
})

test('VI-47 a holdout is told of when its twin saw the campaign, not on the page before', async () => {
  await page(PREPARED)
  stage = openStage(shop({ holdout: 1 }))
  await vi.waitFor(() => expect(mirrored()).toEqual({ hero: 'campaign-0/' }))
  expect(promotions()).toEqual([])
  await stage.close()
  mirror({ hero: 'campaign-0/' })
  const element = await page(PREPARED)
  stage = openStage(shop({ holdout: 1 }))
  const told = [{ promotion_id: 'campaign-0', holdout: true }]
  await vi.waitFor(() => expect(promotions()).toMatchObject(told), 5000)
  expect(element.querySelector('h1')?.textContent).toBe('Ours')
})

test('VI-47 without a template nobody is painted, so nobody is counted as held out', async () => {
  mirror({ hero: 'campaign-0/' })
  await page('<h1>Ours</h1>')
  stage = openStage(shop({ holdout: 1 }))
  await stage.decided(1)
  // Longer than it takes to see it.
  await new Promise(resolve => setTimeout(resolve, 1300))
  expect(promotions()).toEqual([])
})

test('VI-10 a banner that is clicked at once was seen', async () => {
  const element = await page('')
  stage = openStage(shop({}, { button: 'Go', link: '#there' }))
  await vi.waitFor(() => expect(words(element) ?? '').toContain('Go'))
  element.dispatchEvent(new CustomEvent('vitrine:select', { bubbles: true, detail: { placement: 'hero' } }))
  await vi.waitFor(() =>
    expect(promotions().map(({ event }) => event)).toEqual(['view_promotion', 'select_promotion'])
  )
})

test('VI-45 a later view of a single-page app keeps what was painted only if it would be decided again', async () => {
  mirror({ hero: 'campaign-0/only' })
  const element = await page(PREPARED)
  const audience = { not: { did: 'search' as const } }
  stage = openStage(shop({ audience }))
  await stage.decided(1)
  expect(element.textContent).toBe('Yours')
  const views: string[] = []
  stage.vitrine.on('event', ({ type, page: { url = '' } = {} }) => type === 'page_view' && views.push(url))
  history.pushState(null, '', '/route-1')
  await vi.waitFor(() => expect(views.join()).toContain('route-1'))
  await stage.decided(1)
  expect(element.textContent).toBe('Yours')
  stage.vitrine.track('search', { search_term: 'lamp' })
  history.pushState(null, '', '/route-2')
  await vi.waitFor(() => expect(views.join()).toContain('route-2'))
  await vi.waitFor(() => expect(element.textContent).toContain('Ours'))
})

test('VI-48 a closed bar goes with its room, and is told of', async () => {
  const element = await page('')
  stage = openStage(shop({}, { layout: 'bar' }))
  await vi.waitFor(() => expect(words(element)).toContain('Hello again'))
  const close = element.shadowRoot?.querySelector<HTMLElement>('[part~="close"]')
  close?.click()
  await vi.waitFor(() => expect(promotions()).toMatchObject([{ event: 'dismiss_promotion' }]))
  expect(element.offsetHeight).toBeLessThan(100)
})

test('VI-49 a placement with a campaign of another widget shows the author’s own, and the shop is told', async () => {
  document.body.innerHTML = '<vitrine-carousel placement="hero" reserve="100px">Ours</vitrine-carousel>'
  stage = openStage(shop())
  await stage.decided(1)
  expect(stage.said.join()).toContain('hero is no place for a banner')
  expect(document.querySelector('vitrine-carousel')?.textContent).toBe('Ours')
})

test('VI-7 after stop the page is as it was', async () => {
  mirror({ hero: 'campaign-0/only' })
  document.body.innerHTML = ''
  const element = await page(PREPARED)
  stage = openStage(shop())
  await stage.decided(1)
  stage.vitrine.stop()
  expect(element.innerHTML).toBe(PREPARED)
  // The style is the widget's own way to keep the room that its attribute asks for.
  const names = element.getAttributeNames().filter(name => name !== 'style')
  expect(names.sort()).toEqual(['placement', 'reserve'])
})
