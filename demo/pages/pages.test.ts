import { describe, expect, test } from 'vitest'
import { MIRROR_SNIPPET } from 'vitrine/server'
import { openRange } from '../range/openRange.ts'
import { openStock } from '../range/openStock.ts'
import { shopConfig } from '../shopConfig.ts'
import { dataIn, get, openTestShop, post, SECRETS, SIGNS } from '../testing/openTestShop.ts'
import { aProduct, aVariant, BOOTS, HOSTILE_TITLE } from '../testing/products.ts'
import { homePage } from './homePage.ts'
import { shopBar } from './shopBar.ts'

/** Every kind of page there is. */
const PATHS = [
  '/',
  '/shop/giftware',
  '/shop/giftware/kitchen-dining',
  '/shop/clothing-footwear/footwear/boots?sort=cheapest&colour=Red&page=2',
  '/product/red-mug-MUG',
  '/product/winter-boots-WBOOTS',
  '/product/evil-EVIL',
  '/search?q=mug',
  `/search?q=${encodeURIComponent(HOSTILE_TITLE)}`,
  '/cart',
  '/checkout',
  '/account',
  '/privacy',
  '/there-is-nothing-here'
]

describe('texts stay texts', () => {
  test.each(PATHS)('DE-1 no hostile text becomes markup on %s', async path => {
    const { app } = openTestShop()
    const markup = await (await get(app, path)).text()
    expect(markup).not.toContain('<script>alert')
    expect(markup).not.toContain('<img src=x')
    expect(markup).not.toMatch(/<!--/)
    const opened = markup.match(/<script[\s>]/g)?.length
    expect(markup.match(/<\/script>/g)).toHaveLength(opened ?? 0)
  })

  test('DE-1 the hostile title reaches JSON-LD and the page’s data as it is', async () => {
    const markup = await (await get(openTestShop().app, '/product/evil-EVIL')).text()
    const [product] = dataIn(markup, 'application/ld+json')
    expect(product?.['name']).toBe(HOSTILE_TITLE)
    const [data] = dataIn(markup, 'application/json')
    expect(JSON.stringify(data?.['told'])).toContain(JSON.stringify(HOSTILE_TITLE).slice(1, -1))
  })
})

describe('what a page may do', () => {
  test.each(PATHS)('DE-2 scripts run by a nonce of this answer alone on %s', async path => {
    const { app } = openTestShop()
    const [first, second] = await Promise.all([get(app, path), get(app, path)])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThan(20)
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    const markup = await first.text()
    const scripts = [...markup.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes)
    const running = scripts.filter(attributes => !/type="application\//.test(attributes))
    // The clock, the snippet for the first paint, the two lines of Vitrine, and the shop's own.
    expect(markup.split(MIRROR_SNIPPET)).toHaveLength(2)
    expect(running.length).toBe(5)
    for (const attributes of running) expect(attributes).toContain(`nonce="${nonce}"`)
    expect(markup).not.toMatch(/\son[a-z]+="/)
    expect(markup).not.toMatch(/\sstyle="/)
  })

  test('DE-3 no page, logged in or not, holds a secret', async () => {
    const { app } = openTestShop()
    const cookie = await logIn(app)
    const placed = await (await post(app, '/checkout', { lines: [{ itemId: 'MUG', quantity: 1 }] })).json()
    for (const path of [...PATHS, `/order/${placed.order}`, '/cart/lines?item=MUG', '/assets/shop.css']) {
      for (const headers of [{}, { cookie }]) {
        const answer = await get(app, path, headers)
        const all = (await answer.text()) + JSON.stringify([...answer.headers])
        for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret)
        expect(all).not.toContain('sk_')
      }
    }
  })

  test('DE-4 every page brings Vitrine by the two lines of the README', async () => {
    for (const path of PATHS) {
      const markup = await (await get(openTestShop().app, path)).text()
      expect(markup).toContain('>window.vitrine ??= (...call) => (vitrine.q ??= []).push(call)</script>')
      expect(markup).toMatch(
        /<script async src="\/sdk\/vitrine\.js" nonce="[^"]+" data-shop="demo" data-key="pk_demo_public" data-api="http:\/\/127\.0\.0\.1:4101" data-models="\/models" data-consent="ask"><\/script>/
      )
    }
  })
})

describe('what a page says of itself', () => {
  const told = async (path: string) => {
    const markup = await (await get(openTestShop().app, path)).text()
    const [data] = dataIn(markup, 'application/json')
    return (data?.['told'] ?? []) as readonly { event: string; ecommerce?: Record<string, unknown> }[]
  }

  test.each([
    ['/', ['view_item_list']],
    ['/shop/giftware', ['view_item_list']],
    ['/product/red-mug-MUG', ['view_item']],
    ['/search?q=mug', ['search', 'view_item_list']],
    ['/search?q=zeppelin', ['search']],
    ['/privacy', []]
  ])('DE-5 %s tells %j in GA4’s words', async (path, names) => {
    const events = await told(path)
    expect(events.map(({ event }) => event)).toEqual(names)
  })

  test('DE-5 a view of boots tells the variant that can be bought, at its price now', async () => {
    const [{ ecommerce } = { ecommerce: {} }] = await told('/product/winter-boots-WBOOTS')
    expect(ecommerce).toEqual({
      currency: 'GBP',
      value: 60,
      items: [
        {
          item_id: 'WBOOTS-9',
          item_group_id: 'WBOOTS',
          item_name: 'Winter Boots',
          item_brand: 'Vitrine Atelier',
          item_category: 'Clothing & Footwear',
          item_category2: 'Footwear',
          item_category3: 'Boots',
          material: 'leather',
          item_variant: 'Red / UK 9',
          color: 'Red',
          size: 'UK 9',
          price: 60,
          list_price: 90,
          quantity: 1
        }
      ]
    })
  })

  test('DE-6 one variant makes a Product, several a ProductGroup, with price and stock of each', async () => {
    const { app } = openTestShop()
    const jsonLd = async (path: string) => dataIn(await (await get(app, path)).text(), 'application/ld+json')
    const [mug, crumbs] = await jsonLd('/product/red-mug-MUG')
    expect(mug).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Product',
      sku: 'MUG',
      color: 'Red',
      offers: { price: '8.50', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' }
    })
    expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
    const steps = (crumbs?.['itemListElement'] ?? []) as { name: string }[]
    expect(steps.map(({ name }) => name)).toEqual([
      'Home',
      'Giftware',
      'Kitchen & Dining',
      'Mugs & Cups',
      'Red Mug'
    ])
    const [boots] = await jsonLd('/product/winter-boots-WBOOTS')
    expect(boots).toMatchObject({ '@type': 'ProductGroup', productGroupID: 'WBOOTS' })
    const variants = (boots?.['hasVariant'] ?? []) as { sku: string; offers: Record<string, unknown> }[]
    expect(variants.map(({ sku, offers }) => [sku, offers['price'], offers['availability']])).toEqual([
      ['WBOOTS-8', '90.00', 'https://schema.org/OutOfStock'],
      ['WBOOTS-9', '60.00', 'https://schema.org/InStock'],
      ['WBOOTS-10', '90.00', 'https://schema.org/InStock']
    ])
  })

  test('DE-7 a product’s page stands at one address, and unknown ones are 404 in the shop’s frame', async () => {
    const { app } = openTestShop()
    const moved = await get(app, '/product/old-name-MUG')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/product/red-mug-MUG'])
    for (const path of ['/product/x-NONE', '/shop/giftware/none', '/order/FF-1', '/picture/none.svg']) {
      const missing = await get(app, path)
      expect(missing.status).toBe(404)
      expect(await missing.text()).toContain('This shelf is empty')
    }
  })
})

test('DE-8, DE-37 what is sold out says so in lists, and on its page can be chosen but is not', async () => {
  const { app } = openTestShop()
  const boots = await (await get(app, '/product/winter-boots-WBOOTS')).text()
  expect(boots).toMatch(/value="WBOOTS-8" data-out/)
  expect(boots).toMatch(/UK 8<span class="unseen">, sold out/)
  expect(boots).toMatch(/value="WBOOTS-9" checked/)
  expect(boots).toContain('Only 2 left')
  const out = aProduct({ variants: [aVariant({ stock: 0 })] })
  const shop = openTestShop([out])
  expect(await (await get(shop.app, '/shop/giftware')).text()).toContain(
    '<span class="badge">Sold out</span>'
  )
  expect(await (await get(shop.app, '/product/red-mug-MUG')).text()).toMatch(/data-add disabled/)
})

describe('banners and the form that asks for what is gone', () => {
  const home = async (app = openTestShop().app) => (await get(app, '/')).text()

  test('DE-34 the first page’s picture is a banner: the shop’s own words, a template for each campaign', async () => {
    const markup = await home()
    const [, banner = ''] =
      /<vitrine-banner placement="home-hero"([\s\S]*?)<\/vitrine-banner>/.exec(markup) ?? []
    const [, ...templates] = banner.split('<template data-variant="')
    expect(banner.split('</template>').at(-1)).toContain(
      '<h1 id="hero-title">A house is made of small things</h1>'
    )
    expect(templates.map(one => one.split('"')[0])).toEqual(['gift-season/only', 'for-the-way/only'])
    for (const one of templates) {
      expect(one).toMatch(/<h1 id="hero-title">[A-Z][^<]+<\/h1>/)
      expect(one).toMatch(/<a class="button" href="\/shop\//)
      expect(one).toMatch(/<img class="hero-scene" src="\/scene\//)
    }
    // Before the style sheet: a script behind one waits for it, and the parser with it.
    expect(markup).toMatch(/<script nonce="[^"]+" data-mirror="demo">try\{[\s\S]*<link rel="stylesheet"/)
  })

  test('DE-35 no text of a campaign becomes markup in a template', async () => {
    const config = structuredClone(shopConfig(Date.UTC(2026, 10, 22)))
    const evil = {
      title: HOSTILE_TITLE,
      text: HOSTILE_TITLE,
      button: HOSTILE_TITLE,
      link: 'javascript:alert(1)'
    }
    for (const { variants } of config.campaigns) {
      for (const { content } of variants) if (content.widget === 'banner') Object.assign(content, evil)
    }
    const { signs, visit } = { signs: { ...SIGNS, config }, visit: { nonce: 'n' } }
    const { body } = homePage(openRange([BOOTS], new Map()), openStock([]))
    const markup =
      String(typeof body === 'function' ? body(signs, visit) : body) + String(shopBar(signs, visit))
    expect(markup).not.toContain('<script>alert')
    expect(markup).not.toContain('<img src=x')
    expect(markup).not.toContain('javascript:')
    expect(markup).toContain('&lt;/script&gt;')
    expect(markup.match(/<template/g)?.length).toBe(markup.match(/<\/template>/g)?.length)
  })

  test('DE-36 room is kept for what comes late: by a sheet with the page’s nonce, or the shop’s own', async () => {
    const { app } = openTestShop()
    const markup = await home(app)
    expect(markup).toMatch(
      /<style nonce="[^"]+">vitrine-banner\[placement="shop-bar"\]\{[^}]*min-block-size:3rem/
    )
    expect(markup).toContain('<div id="welcome"></div>')
    for (const path of ['/cart', '/product/red-mug-MUG']) {
      expect(await (await get(app, path)).text()).toContain('<div id="delivery-gap"></div>')
    }
    const sheet = await (await get(app, '/assets/shop.css')).text()
    expect(sheet).toMatch(/#welcome,\s*#delivery-gap \{[^}]*min-block-size: 2.75rem/)
    expect(sheet).toMatch(/vitrine-restock\[variant\]:not\(\[variant=""\]\)[^{]*\{[^}]*min-block-size/)
  })

  test('DE-37 the form stands inside the buy form and sleeps while the chosen size is there', async () => {
    const markup = await (await get(openTestShop().app, '/product/winter-boots-WBOOTS')).text()
    const [form = ''] = /<form class="buy"[\s\S]*?<\/form>/.exec(markup) ?? []
    expect(form).toMatch(/<vitrine-restock placement="product-restock" variant="" product="Winter Boots"/)
  })

  test('DE-38 a product that is sold out as a whole opens with its form, and tells that it was looked for', async () => {
    const { app } = openTestShop([aProduct({ variants: [aVariant({ stock: 0 })] })])
    const markup = await (await get(app, '/product/red-mug-MUG')).text()
    expect(markup).toMatch(/<vitrine-restock placement="product-restock" variant="MUG"/)
    const [data] = dataIn(markup, 'application/json')
    expect(data?.['told']).toMatchObject([{ event: 'view_item' }, { event: 'sold_out_size' }])
  })

  test('DE-45 a banner’s picture is drawn of an aisle’s best sellers, and an unknown aisle has none', async () => {
    const { app } = openTestShop()
    const answer = await get(app, '/scene/giftware.svg')
    expect(answer.headers.get('content-type')).toBe('image/svg+xml')
    const svg = await answer.text()
    // The mug and the hostile one, each with its definitions; texts are escaped by whoever draws them.
    expect(svg.match(/<svg /g)).toHaveLength(3)
    expect(svg).not.toContain('<script')
    for (const { variants } of shopConfig(Date.UTC(2026, 10, 22)).campaigns) {
      for (const { content } of variants) {
        if (content.image !== undefined) expect(content.image).toMatch(/^\/scene\/[a-z/-]+\.svg$/)
      }
    }
    expect((await get(app, '/scene/no/such/aisle.svg')).status).toBe(404)
  })
})

test('DE-8 the first page puts nothing forward that is sold out', async () => {
  const range = openRange([BOOTS, aProduct({ variants: [aVariant({ stock: 0 })] })], new Map([['MUG', 9]]))
  const page = homePage(range, openStock([]))
  expect(JSON.stringify(page.told)).not.toContain('Red Mug')
  expect(JSON.stringify(page.told)).toContain('Winter Boots')
})

async function logIn(app: Parameters<typeof get>[0]): Promise<string> {
  const answer = await post(app, '/login', new URLSearchParams({ customer: '12345' }))
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}
