import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { pino } from 'pino'
import { createApi } from './createApi.ts'
import { planTraining } from './jobs/askForTraining.ts'
import { folderPublisher } from './publish/folderPublisher.ts'
import { readSettings, type Settings } from './readSettings.ts'
import { serveApi } from './serveApi.ts'
import { createShop } from './shops/createShop.ts'
import { openSqliteStore } from './store/store.ts'
import { trainInThread } from './train/trainInThread.ts'

/** How often the job table is looked at. */
const JOB_POLL_MS = 1000

function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? getConnInfo(c).remote.address ?? ''
}

async function run(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel, base: null })
  const store = await openSqliteStore(settings.dataPath)
  for (const shop of settings.shops) await createShop(store, shop, Date.now())
  const api = createApi({
    ...settings,
    store,
    now: Date.now,
    log,
    publish: folderPublisher(settings.publishFolder),
    train: trainInThread(settings.dataPath, settings.publishFolder),
    addressOf: c => addressOf(c, settings.trustProxy)
  })

  let working: Promise<unknown> = Promise.resolve()
  async function work(): Promise<void> {
    for (const { id } of await store.shops.all())
      await planTraining(store.jobs, id, Date.now(), settings.trainEveryMs)
    await api.worker.runDue()
  }
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    working = work()
      .catch(error => log.error({ error: String(error) }, 'jobs'))
      .finally(() => {
        isBusy = false
      })
  }, JOB_POLL_MS)

  const server = await serveApi(api, settings.port, settings.host)
  log.info({ address: server.address }, 'listening')
  console.log(`Vitrine API on ${server.address}`)

  let isClosing = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (isClosing) return
      isClosing = true
      log.info({ signal }, 'closing')
      api.beginClosing()
      clearInterval(timer)
      await Promise.race([working, new Promise(resolve => setTimeout(resolve, 5000).unref())])
      await server.close()
      log.info({}, 'closed')
      process.exit(0)
    })
  }
}

const settings = readSettings(process.env)
if (settings.ok) await run(settings.value)
else {
  console.error(`${settings.field} ${settings.problem}`)
  process.exitCode = 1
}
