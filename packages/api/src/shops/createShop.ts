import { bad, good, parseCurrency, type Result, type ShopConfig } from '@vitrine/protocol'
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

type Check = readonly [name: keyof ShopSetup, fits: (value: unknown) => boolean, problem: string]

const atLeast =
  (length: number): Check[1] =>
  value =>
    typeof value === 'string' && value.length >= length
const maybe =
  (fits: Check[1]): Check[1] =>
  value =>
    value === undefined || fits(value)
const listOf =
  (fits: Check[1]): Check[1] =>
  value =>
    Array.isArray(value) && value.every(fits)

const CHECKS: readonly Check[] = [
  [
    'id',
    value => typeof value === 'string' && /^[A-Za-z0-9][\w-]{0,63}$/.test(value),
    'must be letters, digits, _ or -'
  ],
  ['key', atLeast(8), 'must have at least 8 characters'],
  ['secret', atLeast(16), 'must have at least 16 characters'],
  ['identitySecret', atLeast(32), 'must have at least 32 characters'],
  ['currency', value => parseCurrency(value).ok, 'is no currency'],
  ['origins', listOf(isOrigin), 'must be a list of origins such as https://shop.example'],
  ['notProducts', maybe(listOf(isText)), 'must be a list of till codes'],
  ['name', maybe(isText), 'must be text'],
  ['locale', maybe(isText), 'must be text']
]

/** Reads a shop's setup from JSON. */
export function parseShopSetup(value: unknown, field: string): Result<ShopSetup> {
  if (typeof value !== 'object' || value === null) return bad(field, 'must be an object')
  const setup = value as Readonly<Record<string, unknown>>
  const wrong = CHECKS.find(([name, fits]) => !fits(setup[name]))
  if (wrong) return bad(`${field}/${wrong[0]}`, wrong[2])
  const currency = parseCurrency(setup['currency'])
  return currency.ok
    ? good({ ...(setup as unknown as ShopSetup), currency: currency.value })
    : bad(`${field}/currency`, currency.problem)
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
}
