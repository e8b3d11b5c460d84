import { parseCurrency, type Result, type ShopConfig } from '@vitrine/protocol'
import type { Store } from '../store/store.ts'
import { hashOfSecret } from './openShops.ts'

/** What is needed to serve a shop, as an operator writes it. */
export interface ShopSetup {
  readonly id: string
  readonly name?: string
  /** The public write key, `pk_…`. */
  readonly key: string
  /** The secret key, `sk_…`; only its hash is kept. */
  readonly secret: string
  /** What the shop signs identity tokens with: at least 32 characters. */
  readonly identitySecret: string
  /** Origins of the shop's pages: `https://shop.example`. */
  readonly origins: readonly string[]
  readonly currency: string
  /** BCP 47; default `en`. */
  readonly locale?: string
  /** Till codes that are money but no goods; default {@link NOT_PRODUCTS}. */
  readonly notProducts?: readonly string[]
}

/** Codes with which tills book what is not goods: carriage, discounts, fees, samples, adjustments, donations. */
export const NOT_PRODUCTS: readonly string[] = [
  ...['POST', 'POSTAGE', 'SHIPPING', 'DOT', 'C2', 'C3', 'M', 'D', 'S', 'B', 'PADS', 'CRUK'],
  ...['MANUAL', 'DISCOUNT', 'ADJUST', 'ADJUST2', 'AMAZONFEE', 'BANK CHARGES', 'FEE', 'TIP']
]

/** Makes a shop, or changes the one with this id; its config, catalogue and events stay. A new one gets an empty config. */
export async function createShop(store: Store, setup: ShopSetup, now: number): Promise<void> {
  const { id, name = id, currency, locale = 'en' } = setup
  await store.shops.put({
    id,
    name,
    writeKey: setup.key,
    secretHash: hashOfSecret(setup.secret),
    identitySecret: setup.identitySecret,
    origins: setup.origins,
    currency,
    notProducts: (setup.notProducts ?? NOT_PRODUCTS).map(code => code.toUpperCase())
  })
  if ((await store.configs.current(id)) !== undefined) return
  const config: ShopConfig = { v: 1, shop: id, name, currency, locale, placements: [], campaigns: [] }
  await store.configs.put(id, 0, { at: now, note: 'the shop was made', config })
}

/** Reads a shop's setup from JSON. */
export function parseShopSetup(value: unknown, field: string): Result<ShopSetup> {
  const wrong = (name: string, problem: string) =>
    ({ ok: false, field: `${field}/${name}`, problem }) as const
  if (typeof value !== 'object' || value === null) return { ok: false, field, problem: 'must be an object' }
  const setup = value as Readonly<Record<string, unknown>>
  const { id } = setup
  if (typeof id !== 'string' || !/^[A-Za-z0-9][\w-]{0,63}$/.test(id))
    return wrong('id', 'must be letters, digits, _ or -')
  for (const [name, least] of [
    ['key', 8],
    ['secret', 16],
    ['identitySecret', 32]
  ] as const) {
    const secret = setup[name]
    if (typeof secret !== 'string' || secret.length < least)
      return wrong(name, `must have at least ${least} characters`)
  }
  const currency = parseCurrency(setup['currency'])
  if (!currency.ok) return wrong('currency', currency.problem)
  const { origins } = setup
  if (!Array.isArray(origins) || !origins.every(isOrigin))
    return wrong('origins', 'must be a list of origins such as https://shop.example')
  return { ok: true, value: { ...(setup as unknown as ShopSetup), currency: currency.value } }
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
}
