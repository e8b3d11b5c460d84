import { readFileSync } from 'node:fs'
import { bad, good, type Result } from '@vitrine/protocol'
import type { Rate } from './http/openRateLimit.ts'
import { type MailPart, readMailSettings } from './mail/readMailSettings.ts'
import { parseShopSetup, type ShopSetup } from './shops/createShop.ts'

/** What the process is told by its environment. */
export interface Settings extends MailPart {
  readonly port: number
  readonly host: string
  /** The SQLite file. */
  readonly dataPath: string
  /** The folder of the public files. */
  readonly publishFolder: string
  readonly shops: readonly ShopSetup[]
  readonly trainEveryMs: number
  readonly perKey?: Rate
  readonly perAddress?: Rate
  readonly perRestock?: Rate
  readonly perRestockShop?: Rate
  /** Take the caller's address from `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy: boolean
  readonly logLevel: string
}

/** By these a caller's shop is known. */
const TO_TELL_APART = ['id', 'key', 'secret'] as const

type Env = Readonly<Record<string, string | undefined>>

const HOUR_MS = 60 * 60 * 1000
const MAX_PORT = 65_535
/** As pino has them. */
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Reads the environment; docs/api.md lists the variables. The first that is wrong is named. */
export function readSettings(env: Env): Result<Settings> {
  const port = wholeOf(env, 'VITRINE_PORT', 8787, MAX_PORT)
  if (!port.ok) return port
  const logLevel = levelOf(env['VITRINE_LOG'])
  if (!logLevel.ok) return logLevel
  const hours = wholeOf(env, 'VITRINE_TRAIN_HOURS', 24)
  if (!hours.ok) return hours
  const rates = ratesOf(env)
  if (!rates.ok) return rates
  const mail = readMailSettings(env)
  if (!mail.ok) return mail
  const shops = shopsOf(env['VITRINE_SHOPS'])
  if (!shops.ok) return shops
  return good({
    port: port.value,
    host: env['VITRINE_HOST'] ?? '127.0.0.1',
    dataPath: env['VITRINE_DATA'] ?? 'vitrine.sqlite',
    publishFolder: env['VITRINE_PUBLISH'] ?? 'vitrine-public',
    shops: shops.value,
    trainEveryMs: Math.max(1, hours.value) * HOUR_MS,
    ...rates.value,
    ...mail.value,
    trustProxy: env['VITRINE_TRUST_PROXY'] === '1',
    logLevel: logLevel.value
  })
}

function wholeOf(env: Env, name: string, fallback: number, most = 999_999): Result<number> {
  const given = env[name]
  if (given === undefined) return good(fallback)
  const isWhole = /^\d{1,6}$/.test(given) && Number(given) <= most
  return isWhole ? good(Number(given)) : bad(name, `must be a whole number of at most ${most}`)
}

function levelOf(given = 'info'): Result<string> {
  return LOG_LEVELS.includes(given)
    ? good(given)
    : bad('VITRINE_LOG', `must be one of ${LOG_LEVELS.join(', ')}`)
}

/** `100` is a hundred a second and as many at once, `100/2000` two thousand at once. */
function rateOf(env: Env, name: string): Result<Rate | undefined> {
  const given = env[name]
  if (given === undefined) return good(undefined)
  const found = /^(\d{1,9})(?:\/(\d{1,9}))?$/.exec(given)
  if (!found || Number(found[1]) === 0) return bad(name, 'must be requests a second, or a second/at once')
  const perSecond = Number(found[1])
  return good({ perSecond, burst: Number(found[2] ?? perSecond) })
}

function ratesOf(
  env: Env
): Result<Pick<Settings, 'perKey' | 'perAddress' | 'perRestock' | 'perRestockShop'>> {
  const perKey = rateOf(env, 'VITRINE_RATE_PER_KEY')
  if (!perKey.ok) return perKey
  const perAddress = rateOf(env, 'VITRINE_RATE_PER_ADDRESS')
  if (!perAddress.ok) return perAddress
  const perRestock = rateOf(env, 'VITRINE_RATE_RESTOCK')
  if (!perRestock.ok) return perRestock
  const perRestockShop = rateOf(env, 'VITRINE_RATE_RESTOCK_SHOP')
  if (!perRestockShop.ok) return perRestockShop
  return good({
    ...(perKey.value && { perKey: perKey.value }),
    ...(perAddress.value && { perAddress: perAddress.value }),
    ...(perRestock.value && { perRestock: aMinute(perRestock.value) }),
    ...(perRestockShop.value && { perRestockShop: perRestockShop.value })
  })
}

/** Nobody signs up by the second. */
function aMinute({ perSecond, burst }: Rate): Rate {
  return { perSecond: perSecond / 60, burst }
}

function shopsOf(given: string | undefined): Result<ShopSetup[]> {
  if (given === undefined) return good([])
  let list: unknown
  try {
    list = JSON.parse(given.trim().startsWith('[') ? given : readFileSync(given, 'utf8'))
  } catch (error) {
    return bad('VITRINE_SHOPS', `must be a JSON list or the path of one (${String(error)})`)
  }
  if (!Array.isArray(list)) return bad('VITRINE_SHOPS', 'must be a list')
  const shops: ShopSetup[] = []
  for (const [at, one] of list.entries()) {
    const shop = parseShopSetup(one, `VITRINE_SHOPS/${at}`)
    if (!shop.ok) return shop
    const same = TO_TELL_APART.find(name => shops.some(other => other[name] === shop.value[name]))
    if (same) return bad(`VITRINE_SHOPS/${at}/${same}`, 'is that of another shop')
    shops.push(shop.value)
  }
  return good(shops)
}
