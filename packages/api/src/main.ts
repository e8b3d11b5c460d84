import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { pino } from 'pino'
import { createApi } from './createApi.ts'
import { planTraining } from './jobs/askForTraining.ts'
import { pollLane } from './jobs/pollLane.ts'
import { folderMailer } from './mail/folderMailer.ts'
import { smtpMailer } from './mail/smtpMailer.ts'
import { folderPublisher } from './publish/folderPublisher.ts'
import { readSettings, type Settings } from './readSettings.ts'
import { planTidying } from './restock/restockHandlers.ts'
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
  let address = ''
  const api = createApi({
    ...settings,
    store,
    mail: {
      mailer:
        settings.smtpUrl === undefined ? folderMailer(settings.mailFolder) : smtpMailer(settings.smtpUrl),
      from: settings.mailFrom,
      publicUrl: () => settings.publicUrl ?? address
    },
    now: Date.now,
    log,
    publish: folderPublisher(settings.publishFolder),
    train: trainInThread(settings.dataPath, settings.publishFolder),
    addressOf: c => addressOf(c, settings.trustProxy)
  })

  async function plan(): Promise<void> {
    for (const { id } of await store.shops.all()) {
      await planTraining(store.jobs, id, Date.now(), settings.trainEveryMs)
      await planTidying(store, id, Date.now())
    }
  }
  const server = await serveApi(api, settings.port, settings.host)
  address = server.address
  const planning = pollLane(plan, JOB_POLL_MS, log)
  const polls = api.worker.lanes.map(({ run, patienceMs }) => ({
    ...{ polling: pollLane(run, JOB_POLL_MS, log), patienceMs }
  }))
  log.info({ address }, 'listening')
  console.log(`Vitrine API on ${address}`)

  let isClosing = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, async () => {
      if (isClosing) return
      isClosing = true
      log.info({ signal }, 'closing')
      api.beginClosing()
      const closing = polls.map(({ polling, patienceMs }) => polling.close(patienceMs))
      await Promise.all([planning.close(5000), ...closing])
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
