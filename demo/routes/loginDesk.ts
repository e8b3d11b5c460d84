import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SignJWT } from 'jose'
import type { KnownCustomer } from '../pages/page.ts'

/** Who is logged in, and the token that tells Vitrine so. */
export interface LoginDesk {
  customer(c: Context): Promise<KnownCustomer | undefined>
  logIn(c: Context, customerId: string): void
  logOut(c: Context): void
}

/** What a desk needs. Both secrets stay on the server. */
export interface DeskSecrets {
  readonly shop: string
  /** Signs the shop's own cookie. */
  readonly cookieSecret: string
  /** Signs identity tokens; the API holds the same one. */
  readonly identitySecret: string
  /** Epoch ms. */
  now(): number
}

const COOKIE = 'shop_customer'
/** Long enough for a page to be read, short enough that a copied token is soon worth nothing. */
const TOKEN_SECONDS = 15 * 60

/** Opens the desk. Its cookie is set at login and holds the customer's number with a signature. */
export function openLoginDesk({ shop, cookieSecret, identitySecret, now }: DeskSecrets): LoginDesk {
  const seal = (id: string) => createHmac('sha256', cookieSecret).update(id).digest('base64url')
  return {
    async customer(c) {
      const [id = '', given = ''] = (getCookie(c, COOKIE) ?? '').split('.')
      if (id === '' || !isSame(given, seal(id))) return undefined
      return { id, token: await identityToken({ shop, customerId: id, secret: identitySecret, now: now() }) }
    },
    logIn: (c, id) =>
      setCookie(c, COOKIE, `${id}.${seal(id)}`, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        maxAge: 86_400
      }),
    logOut: c => {
      deleteCookie(c, COOKIE, { path: '/' })
    }
  }
}

/** A statement, signed by the shop, that whoever shows it is this customer: a JWT (HS256) of a quarter of an hour. */
export async function identityToken(said: {
  readonly shop: string
  readonly customerId: string
  readonly secret: string
  /** Epoch ms. */
  readonly now: number
}): Promise<string> {
  const seconds = Math.floor(said.now / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(said.customerId)
    .setAudience(said.shop)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + TOKEN_SECONDS)
    .sign(new TextEncoder().encode(said.secret))
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
