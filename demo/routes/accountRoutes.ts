import { Hono } from 'hono'
import { accountPage, loginPage } from '../pages/accountPage.ts'
import { parseConsentCookie } from '../shop/consentCookie.ts'
import { isOwnCall } from './isOwnCall.ts'
import type { ShopParts, ShowPage } from './shopApp.ts'

/** Logging in as one of the nameless customers, seeing their receipts, and leaving. */
export function accountRoutes({ shoppers, range, desk, signs }: ShopParts, show: ShowPage): Hono {
  const app = new Hono()
  app.get('/account', async c => {
    const known = await desk.customer(c)
    const shopper = known && shoppers.find(({ id }) => id === known.id)
    const answer = parseConsentCookie(c.req.header('cookie') ?? '')
    const isKept = answer?.personalise === 'granted'
    return show(c, shopper ? accountPage(shopper, range, isKept) : loginPage(shoppers))
  })

  /** 303 to the account; 403 from other sites; 422 for somebody we do not have. */
  app.post('/login', async c => {
    if (!isOwnCall(c.req.raw, signs.origin)) return c.text('Only from the shop itself.', 403)
    const { customer } = await c.req.parseBody()
    const shopper = shoppers.find(({ id }) => id === customer)
    if (!shopper) return show(c, loginPage(shoppers), 422)
    desk.logIn(c, shopper.id)
    return c.redirect('/account', 303)
  })

  app.post('/logout', c => {
    if (!isOwnCall(c.req.raw, signs.origin)) return c.text('Only from the shop itself.', 403)
    desk.logOut(c)
    return c.redirect('/account', 303)
  })
  return app
}
