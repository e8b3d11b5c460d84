import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { eventId, packBatch } from '@vitrine/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { API_MAIN, type ApiProcess, FAULT_SHOP, startApiProcess } from './apiProcess.ts'

const ROUNDS = 4
const SENDERS = 16
const EVENTS_A_BATCH = 20
/** Each round ends when this many batches of it were acknowledged, at a moment nobody chose. */
const BATCHES_A_ROUND = [150, 40, 300, 90]

let folder: string
let api: ApiProcess
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-faults-'))
  api = await startApiProcess(folder)
})
afterEach(async () => {
  await api.kill()
  await rm(folder, { recursive: true })
})

/** One tab that sends batch after batch, each until it is acknowledged, as the tracker's outbox does. */
function openSender(number: number, onAcknowledged: (ids: readonly string[]) => void) {
  const tab = number.toString(16).padStart(12, '0')
  let seq = 0
  let unanswered: string | undefined
  let ids: string[] = []

  function seal(): string {
    const at = Date.now()
    const events = Array.from({ length: EVENTS_A_BATCH }, () => {
      const id = eventId({ at, tab, seq: seq++ })
      return { id, at, type: 'view_item', source: 'web', items: [{ itemId: `item-${seq % 97}` }] } as const
    })
    ids = events.map(({ id }) => id)
    const head = { shop: FAULT_SHOP.id, key: FAULT_SHOP.key, visitor: `visitor-${number}`, sent: at }
    return JSON.stringify(packBatch(head, events))
  }

  return {
    /** Sends until the API is gone. */
    async run(address: string, isOver: () => boolean): Promise<void> {
      while (!isOver()) {
        unanswered ??= seal()
        const body = unanswered
        try {
          const answers = [fetch(`${address}/v1/events`, { method: 'POST', body })]
          // Now and then a batch goes out twice at once, as after a time-out.
          if (seq % 3 === 0) answers.push(fetch(`${address}/v1/events`, { method: 'POST', body }))
          const statuses = (await Promise.all(answers)).map(({ status }) => status)
          if (statuses.some(status => status !== 204)) continue
        } catch {
          // The process died under this request: whether it was kept is not known, so it is sent again.
          return
        }
        unanswered = undefined
        onAcknowledged(ids)
      }
    }
  }
}

test(`AP-10 loses no acknowledged event and doubles none in ${ROUNDS} rounds of SIGKILL under load`, async () => {
  const acknowledged = new Set<string>()
  let batches = 0
  const senders = Array.from({ length: SENDERS }, (_, number) =>
    openSender(number + 1, ids => {
      batches++
      for (const id of ids) acknowledged.add(id)
    })
  )
  for (const wanted of BATCHES_A_ROUND) {
    const until = batches + wanted
    const { address, kill } = api
    let isOver = false
    const runs = senders.map(sender => sender.run(address, () => isOver))
    while (batches < until) await new Promise(setImmediate)
    await kill()
    isOver = true
    await Promise.all(runs)
    api = await startApiProcess(folder)
  }
  // What was not answered is sent once more, so that nothing is left in doubt.
  const last = batches
  await Promise.all(
    senders.map(sender => {
      const before = batches
      return sender.run(api.address, () => batches > before + SENDERS)
    })
  )
  expect(batches).toBeGreaterThan(last)
  expect(await api.stop()).toBe(0)

  const database = new DatabaseSync(join(folder, 'shop.sqlite'), { readOnly: true })
  const kept = database
    .prepare('SELECT id FROM event')
    .all()
    .map(row => String(row['id']))
  const [integrity] = database.prepare('PRAGMA integrity_check').all()
  database.close()
  const stored = new Set(kept)
  const lost = [...acknowledged].filter(id => !stored.has(id))
  console.log(
    `SIGKILL: ${ROUNDS} rounds, ${acknowledged.size} events acknowledged, ${lost.length} lost, ${kept.length - stored.size} doubled`
  )
  expect(acknowledged.size).toBeGreaterThan(
    BATCHES_A_ROUND.reduce((sum, count) => sum + count) * EVENTS_A_BATCH - 1
  )
  expect(lost).toEqual([])
  // Every batch was acknowledged in the end, so what is stored is that and nothing else.
  expect(kept.length).toBe(acknowledged.size)
  expect(integrity).toEqual({ integrity_check: 'ok' })
})

test.for([
  ['VITRINE_PORT', '70000'],
  ['VITRINE_LOG', 'loud'],
  ['VITRINE_SHOPS', JSON.stringify([{ ...FAULT_SHOP, notProducts: 'POST' }])],
  ['SMTP_URL', 'mail.shop.example']
] as const)('AP-73, WL-43 does not start with %s=%s and says in one line why', async ([name, value]) => {
  const child = spawn(process.execPath, [API_MAIN], {
    env: { ...process.env, VITRINE_DATA: join(folder, 'never.sqlite'), [name]: value },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const said = text(child.stderr)
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect((await said).trim()).toMatch(new RegExp(`^${name}\\S* must be .+$`))
})

test('AP-72 ends by itself on SIGTERM with everything acknowledged on the disk', async () => {
  const ids = new Set<string>()
  const sender = openSender(1, sent => {
    for (const id of sent) ids.add(id)
  })
  await sender.run(api.address, () => ids.size >= 100)
  expect(await api.stop()).toBe(0)
  const database = new DatabaseSync(join(folder, 'shop.sqlite'), { readOnly: true })
  const [row] = database.prepare('SELECT COUNT(*) AS n FROM event').all()
  database.close()
  expect(row).toEqual({ n: ids.size })
})
