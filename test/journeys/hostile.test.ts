import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
const SCRIPT = 'javascript:window.hacked=1'

const card = (id: string, more: Readonly<Record<string, unknown>>) => ({
  id,
  title: `${MARKUP} ${id}`,
  brand: MARKUP,
  link: `/product/${id}`,
  price: 100,
  category: [MARKUP],
  availability: 'in_stock',
  ...more
})

test('JO-6 markup and scripts in what was published stay text or are left out', async () => {
  const { context, page, go, errors } = await newVisit()
  await context.route('**/models/**/lists/*.json', async route => {
    const list = await (await route.fetch()).json()
    await route.fulfill({
      json: {
        ...list,
        scores: [1, 1, 1, 1, 1, 1],
        cards: [
          card('A', { link: SCRIPT }),
          card('B', { link: ` \tjava\nscript:window.hacked=1` }),
          card('C', { image: SCRIPT }),
          card('D', { image: `x" onerror="window.hacked=1` }),
          card('E', {
            variants: [
              { id: MARKUP, size: MARKUP, ok: true },
              { id: 'e2', size: 'S', ok: true }
            ]
          }),
          card('F', { link: '//evil.example/x' })
        ]
      }
    })
  })
  await context.route('**/models/demo/config.json', async route => {
    const config = await (await route.fetch()).json()
    for (const campaign of config.campaigns) {
      for (const { content } of campaign.variants) {
        content.title = MARKUP
        if (content.products) content.products.minItems = 1
      }
    }
    await route.fulfill({ json: { ...config, rules: [], texts: { 'card.add': MARKUP, 'card.why': MARKUP } } })
  })
  await go('/')
  const row = page.locator('vitrine-carousel[placement="home-picked"]')
  await expect.poll(() => row.getByRole('listitem').count()).toBeGreaterThanOrEqual(3)

  const found = await row.evaluate(element => {
    const root = element.shadowRoot
    const links = [...(root?.querySelectorAll('a') ?? [])].map(link => link.protocol)
    const foreign = root?.querySelectorAll('script, [onerror], iframe').length
    return { text: root?.textContent ?? '', links: [...new Set(links)], foreign }
  })
  expect(found.text).toContain(MARKUP)
  expect(found.links).toEqual(['http:'])
  expect(found.foreign).toBe(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  const shown = await page.evaluate(
    () => (window as unknown as { vitrine: Vitrine }).vitrine.debug().decisions
  )
  const ids = shown.find(({ placement }) => placement === 'home-picked')?.items ?? []
  expect([...ids].sort()).toEqual(['C', 'D', 'E'])
  expect(errors).toEqual([])
})

test('JO-6 markup and scripts on the page itself stay text', async () => {
  const { page, go, answer, debug, errors } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  await page.addInitScript(
    ({ markup, script }) => {
      const product = { '@type': 'Product', sku: 'hostile', name: markup, url: script, image: script }
      const offers = { '@type': 'Offer', price: '1.00', priceCurrency: 'GBP', availability: markup }
      addEventListener('DOMContentLoaded', () => {
        for (const old of document.querySelectorAll('script[type="application/ld+json"]')) old.remove()
        const block = document.createElement('script')
        block.type = 'application/ld+json'
        block.append(JSON.stringify({ '@context': 'https://schema.org', ...product, offers }))
        document.head.append(block)
      })
      Object.assign(window, {
        dataLayer: [
          {
            event: 'view_item',
            ecommerce: { items: [{ item_id: markup, item_name: markup, image: script, price: {} }] }
          },
          { event: '__proto__', ecommerce: { items: 'none', __proto__: { x: 1 } } },
          ['event', 'constructor', { toString: 1 }]
        ]
      })
    },
    { markup: MARKUP, script: SCRIPT }
  )
  await page.goto('/product/white-metal-lantern-71053')
  await settled(page)
  const report = await debug()
  expect(JSON.stringify(report)).not.toContain('javascript:')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(errors).toEqual([])
  await go('/privacy')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})
