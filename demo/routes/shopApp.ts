import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { productPath } from '../catalogue/feed.ts'
import { aislePage } from '../pages/aislePage.ts'
import { cartPage } from '../pages/cartPage.ts'
import { checkoutPage } from '../pages/checkoutPage.ts'
import { frame } from '../pages/frame.ts'
import { homePage } from '../pages/homePage.ts'
import { notFoundPage } from '../pages/notFoundPage.ts'
import { orderPage } from '../pages/orderPage.ts'
import type { Page, ShopSigns } from '../pages/page.ts'
import { privacyPage } from '../pages/privacyPage.ts'
import { productPage } from '../pages/productPage.ts'
import { searchPage } from '../pages/searchPage.ts'
import { parseListView } from '../range/listProducts.ts'
import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import type { Till } from '../till/openTill.ts'
import type { Shopper } from '../till/shopper.ts'
import { accountRoutes } from './accountRoutes.ts'
import { assetRoutes } from './assetRoutes.ts'
import type { LoginDesk } from './loginDesk.ts'
import { pageHeaders } from './pageHeaders.ts'
import { tillRoutes } from './tillRoutes.ts'

/** What a shop is made of. */
export interface ShopParts {
  readonly signs: ShopSigns
  readonly range: Range
  readonly stock: Stock
  readonly till: Till
  readonly shoppers: readonly Shopper[]
  readonly desk: LoginDesk
  /** Folders of built files. */
  readonly folders: ShopFolders
  /** Extra routes, such as the trial panel's. */
  readonly extra?: Hono
}

/** Where files that are served as they are lie. */
export interface ShopFolders {
  /** The shop's own scripts and styles. */
  readonly assets: string
  /** Vitrine's build. */
  readonly sdk: string
  /** The published model. */
  readonly models: string
}

/** Answers with a page in the shop's frame. */
export type ShowPage = (c: Context, page: Page, status?: 200 | 404 | 422) => Promise<Response>

/** The whole shop: pages, pictures, files, till and account. */
export function shopApp(parts: ShopParts): Hono {
  const { signs, range, stock, desk } = parts
  const app = new Hono()

  // By another name of this machine ("localhost") the basket, the cookies and the API's allow-list would be other ones.
  app.get('*', async (c, next) => {
    const asked = new URL(c.req.url)
    if (asked.host === new URL(signs.origin).host) return next()
    return c.redirect(signs.origin + asked.pathname + asked.search, 307)
  })

  const show: ShowPage = async (c, page, status = 200) => {
    const nonce = randomBytes(16).toString('base64')
    const customer = await desk.customer(c)
    const markup = await frame(page, signs, { nonce, ...(customer && { customer }) })
    return c.html(markup, status, pageHeaders(nonce, signs.apiOrigin))
  }

  app.get('/', c => show(c, homePage(range, stock)))
  app.get('/shop/:path{.+}', async c => {
    const aisle = range.aisle(c.req.param('path'))
    return aisle
      ? show(c, aislePage(range, stock, aisle, parseListView(c.req.query())))
      : show(c, notFoundPage(c.req.path), 404)
  })
  app.get('/product/:name', async c => {
    const product = range.product(c.req.param('name').split('-').at(-1) ?? '')
    if (!product) return show(c, notFoundPage(c.req.path), 404)
    const path = productPath(product)
    return path === c.req.path ? show(c, productPage(product, stock, signs.origin)) : c.redirect(path, 301)
  })
  app.get('/search', c => show(c, searchPage(range, stock, c.req.query('q') ?? '')))
  app.get('/cart', c => show(c, cartPage()))
  app.get('/checkout', c => show(c, checkoutPage()))
  app.get('/order/:id', c => {
    const seen = parts.till.see(c.req.param('id'))
    return seen ? show(c, orderPage(seen.order, seen.isFirstSight)) : show(c, notFoundPage(c.req.path), 404)
  })
  app.get('/privacy', c => show(c, privacyPage()))
  app.route('/', tillRoutes(parts))
  app.route('/', accountRoutes(parts, show))
  if (parts.extra) app.route('/', parts.extra)
  app.route('/', assetRoutes(parts))
  app.notFound(c => show(c, notFoundPage(c.req.path), 404))
  return app
}
