import { writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { BUILT, buildStale } from './build.ts'
import { demoProducts } from './catalogue/products.ts'
import { merchantRoutes } from './merchant/merchantRoutes.ts'
import type { ShopSigns } from './pages/page.ts'
import { openRange } from './range/openRange.ts'
import { openStock, parseStockChanges, type StockChange } from './range/openStock.ts'
import { openLoginDesk } from './routes/loginDesk.ts'
import { shopApp } from './routes/shopApp.ts'
import { type ApiProcess, openApiProcess } from './setup/apiProcess.ts'
import { freePort } from './setup/freePort.ts'
import { importEverything } from './setup/importEverything.ts'
import { type DataFolder, openDataFolder } from './setup/openDataFolder.ts'
import { openMerchantCall } from './setup/openMerchantCall.ts'
import { refuseSecond } from './setup/refuseSecond.ts'
import { openShopApi, type ShopApi } from './setup/shopApi.ts'
import { booksOf } from './setup/shopBooks.ts'
import { SHOP_ID, SHOP_NAME, shopConfig } from './shopConfig.ts'
import { openCodeDesk } from './till/openCodeDesk.ts'
import { openTill } from './till/openTill.ts'
import { openMailDrawer } from './trial/openMailDrawer.ts'
import { trialRoutes } from './trial/trialRoutes.ts'

/** How a demo is to run. */
export interface DemoOptions {
  /** Where everything it keeps goes; the same folder again finds everything imported. */
  readonly dataFolder: string
  /** Wanted ports of this machine's loopback, others if they are taken; 0 takes any. Default 4100 and 4101. */
  readonly ports?: { readonly shop: number; readonly api: number }
  /** All given orders, or those of so many last days. Default all. */
  readonly orders?: 'all' | number
  /** Says nothing of what it does. */
  readonly quiet?: boolean
}

/** A demo that runs. */
export interface Demo {
  readonly url: string
  readonly apiUrl: string
  /** The API's process, to be stopped and started while the shop goes on. */
  readonly api: { stop(): Promise<void>; start(): Promise<void> }
  /** For merchant calls of a test; in no page. */
  readonly secretKey: string
  close(): Promise<void>
}

/**
 * Builds what is stale, starts the API and the shop, imports everything through the public API, trains, and answers when the shop is ready.
 *
 * @throws {Error} When a shop is open over the same data folder.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { ports = { shop: 4100, api: 4101 }, orders = 'all', quiet = false } = options
  const say = (line: string) => {
    if (!quiet) console.log(line)
  }
  const now = Date.now()
  const folder = await openDataFolder(options.dataFolder)
  await refuseSecond(folder)
  const shopPort = await freePort(ports.shop)
  const origin = `http://127.0.0.1:${shopPort}`
  const apiUrl = `http://127.0.0.1:${await freePort(ports.api)}`
  const shopApi = openShopApi(apiUrl, folder.secrets.secretKey)

  const built = await buildStale()
  if (built.length > 0) say(`Built ${built.join(' and ')}.`)
  const api = await readyApi(folder, origin, apiUrl, shopApi)
  const products = await demoProducts(now)
  say(`Unpacked ${products.length.toLocaleString('en-GB')} products.`)
  await api.start()
  try {
    const [books] = await Promise.all([
      booksOf(folder, products, now),
      importEverything({ folder, shopApi, products, orders, now, say })
    ])
    const server = await open({ folder, origin, shopPort, apiUrl, api, shopApi, products, books })
    await folder.keep('open', { url: origin })
    return {
      url: origin,
      apiUrl,
      api,
      secretKey: folder.secrets.secretKey,
      async close() {
        await new Promise<void>(resolve => {
          server.close(() => resolve())
          server.closeAllConnections()
        })
        await api.stop()
      }
    }
  } catch (error) {
    await api.stop()
    throw error
  }
}

/** The API's process with its settings in a file that only its owner can read. */
async function readyApi(
  folder: DataFolder,
  origin: string,
  apiUrl: string,
  shopApi: ShopApi
): Promise<ApiProcess> {
  const { publicKey, secretKey, identitySecret } = folder.secrets
  const shopsFile = join(folder.path, 'api-shops.json')
  const shops = [
    {
      id: SHOP_ID,
      name: SHOP_NAME,
      key: publicKey,
      secret: secretKey,
      identitySecret,
      origins: [origin],
      currency: 'GBP',
      locale: 'en-GB'
    }
  ]
  await writeFile(shopsFile, JSON.stringify(shops), { mode: 0o600 })
  return openApiProcess({
    env: {
      VITRINE_PORT: new URL(apiUrl).port,
      VITRINE_HOST: '127.0.0.1',
      VITRINE_DATA: join(folder.path, 'shop.sqlite'),
      VITRINE_PUBLISH: join(folder.path, 'public'),
      VITRINE_MAIL_FOLDER: mailFolder(folder),
      VITRINE_PUBLIC_URL: apiUrl,
      VITRINE_MAIL_FROM: `${SHOP_NAME} <shop@fern-and-finch.example>`,
      VITRINE_SHOPS: shopsFile
    },
    logFile: join(folder.path, 'api.log'),
    isUp: shopApi.isUp
  })
}

/** Where the API lays the mails it would have sent: nothing leaves the machine. */
function mailFolder({ path }: DataFolder): string {
  return join(path, 'mail')
}

interface OpenParts {
  readonly folder: DataFolder
  readonly origin: string
  readonly shopPort: number
  readonly apiUrl: string
  readonly api: ApiProcess
  readonly shopApi: ShopApi
  readonly products: Awaited<ReturnType<typeof demoProducts>>
  readonly books: Awaited<ReturnType<typeof booksOf>>
}

/** Opens the shop's doors. */
async function open({
  folder,
  origin,
  shopPort,
  apiUrl,
  api,
  shopApi,
  products,
  books
}: OpenParts): Promise<Server> {
  const { publicKey, cookieSecret, identitySecret } = folder.secrets
  const range = openRange(products, new Map(books.sold))
  const stock = openStock(parseStockChanges(await folder.read('stock')), changes => {
    folder.keep('stock', changes).catch(error => console.error('The stock could not be kept:', error))
  })
  const tellStock = (changes: readonly StockChange[]) => shopApi.setStock(changes)
  const merchantCall = openMerchantCall(apiUrl, folder.secrets.secretKey)
  const till = openTill({
    ...{ range, stock, codes: openCodeDesk(merchantCall) },
    sold(itemIds) {
      const changes = stock.changes().filter(({ id }) => itemIds.includes(id))
      // While the API is stopped the shop sells on; the next start tells it.
      tellStock(changes).catch(() => {})
    }
  })
  await tellStock(stock.changes())
  const signs: ShopSigns = {
    shop: SHOP_ID,
    name: SHOP_NAME,
    origin,
    apiOrigin: apiUrl,
    publicKey,
    departments: range.departments,
    config: shopConfig(Date.now())
  }
  const app = shopApp({
    signs,
    range,
    stock,
    till,
    shoppers: books.shoppers,
    desk: openLoginDesk({ shop: SHOP_ID, cookieSecret, identitySecret, now: Date.now }),
    folders: { ...BUILT, models: join(folder.path, 'public') },
    extra: trialRoutes({
      ...{ origin, range, stock, api, tellStock },
      mails: openMailDrawer(mailFolder(folder))
    }).route('/', merchantRoutes({ name: SHOP_NAME, origin, call: merchantCall, now: Date.now }))
  })
  return new Promise(resolve => {
    const server = serve({ fetch: app.fetch, port: shopPort, hostname: '127.0.0.1' }, () =>
      resolve(server as Server)
    )
  })
}
