import { decodeJwt, errors, jwtVerify } from 'jose'
import type { Shops } from '../shops/openShops.ts'
import type { Shop } from '../store/shops.ts'

/** Who a token says is asking. */
export interface Identity {
  readonly shop: Shop
  /** The shop's own id of the customer. */
  readonly customer: string
}

/** A token in the shop's name that is valid for longer than this is a password, not a token. */
const MAX_TOKEN_AGE = '24h'

/**
 * Reads an identity token: a JWT (HS256) that the shop's server signed with its identity secret; `aud` is the shop,
 * `sub` the customer, `iat` and `exp` its time.
 *
 * @returns Why it is not valid, in words for the shop's developer; never what would help to forge one.
 */
export async function readIdentity(token: string, shops: Shops, now: Date): Promise<Identity | string> {
  try {
    // Read before it is proven, only to know whose secret must have signed it.
    const { aud } = decodeJwt(token)
    const shop = typeof aud === 'string' ? await shops.byId(aud) : undefined
    if (!shop) return 'aud must be the id of the shop'
    const { payload } = await jwtVerify(token, new TextEncoder().encode(shop.identitySecret), {
      algorithms: ['HS256'],
      audience: shop.id,
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: MAX_TOKEN_AGE,
      clockTolerance: 5,
      currentDate: now
    })
    if (!payload.sub || payload.sub.length > 64)
      return 'sub must be the id of the customer, at most 64 characters'
    return { shop, customer: payload.sub }
  } catch (error) {
    if (error instanceof errors.JOSEError) return error.message
    throw error
  }
}
