import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { eventId, packBatch } from '@vitrine/protocol'
import { printTable } from './table.ts'

// What an event costs from the socket to the disk, beside a bare server that only parses and validates, in the same
// minute on the same machine. CPU per event is what counts: wall time on a busy machine says little.

const BATCHES = 4000
const WARM_UP = 1500
const EVENTS_A_BATCH = 20
const CONNECTIONS = 32
const ROUNDS = 3
const SHOP = {
  ...{ id: 'bench', key: 'pk_bench_1', secret: 'sk_bench_secret_1', currency: 'GBP' },
  ...{ identitySecret: 'the bench signs with this secret', origins: ['https://bench.example'] }
}

interface Contestant {
  readonly name: string
  readonly script: string
}

const CONTESTANTS: readonly Contestant[] = [
  { name: 'bare node:http: parse + validate + 204', script: join(import.meta.dirname, 'ingestBare.ts') },
  {
    name: 'Vitrine API: parse + validate + unpack + insert once + fsync + 204',
    script: join(import.meta.dirname, '../../packages/api/src/main.ts')
  }
]

/** Batches as the tracker seals them, each of its own tab, so that every event is new. */
function bodies(count: number, round: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const at = Date.now() - 1000
    const tab = (round * 1_000_000 + number).toString(16).padStart(12, '0')
    const events = Array.from({ length: EVENTS_A_BATCH }, (_, seq) => ({
      ...({
        id: eventId({ at: at + seq, tab, seq }),
        at: at + seq,
        type: 'view_item',
        source: 'web'
      } as const),
      page: { url: `https://bench.example/product/${number % 300}`, type: 'product' } as const,
      items: [{ itemId: `${(number * 7 + seq) % 3000}`, name: 'Red lantern', price: 255 }],
      currency: 'GBP'
    }))
    return JSON.stringify(
      packBatch({ shop: SHOP.id, key: SHOP.key, visitor: `visitor-${number % 500}`, sent: at }, events)
    )
  })
}

/** User and system time a process has used, from the kernel. */
async function cpuMsOf(child: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const TICK_MS = 10
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

async function start(script: string, folder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      ...{
        VITRINE_PORT: '0',
        VITRINE_DATA: join(folder, 'bench.sqlite'),
        VITRINE_PUBLISH: join(folder, 'public')
      },
      ...{ VITRINE_SHOPS: JSON.stringify([SHOP]), VITRINE_LOG: 'silent' },
      ...{ VITRINE_RATE_PER_KEY: '100000000', VITRINE_RATE_PER_ADDRESS: '100000000' }
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const address = / on (http:\S+)$/.exec(line)?.[1]
    if (address) {
      child.stdout.resume()
      return { child, address }
    }
  }
  throw new Error(`${script} ended before it listened`)
}

async function sendAll(address: string, batches: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  let next = 0
  async function one(): Promise<void> {
    for (let body = batches[next++]; body !== undefined; body = batches[next++]) {
      const sent = request(`${address}/v1/events`, {
        method: 'POST',
        agent,
        headers: { 'content-length': Buffer.byteLength(body) }
      })
      sent.end(body)
      const [response] = await once(sent, 'response')
      response.resume()
      await once(response, 'end')
      if (response.statusCode !== 204) throw new Error(`answered ${response.statusCode}`)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
}

async function measure({ script }: Contestant, round: number) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const { child, address } = await start(script, folder)
  await sendAll(address, bodies(WARM_UP, round * 2))
  const batches = bodies(BATCHES, round * 2 + 1)
  const [cpuBefore, wallBefore] = [await cpuMsOf(child), performance.now()]
  await sendAll(address, batches)
  const wallMs = performance.now() - wallBefore
  const cpuMs = (await cpuMsOf(child)) - cpuBefore
  child.kill('SIGTERM')
  await once(child, 'exit')
  await rm(folder, { recursive: true })
  const events = BATCHES * EVENTS_A_BATCH
  return { cpuMicros: (cpuMs * 1000) / events, eventsPerSecond: events / (wallMs / 1000) }
}

const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const rounds: { cpuMicros: number; eventsPerSecond: number }[][] = CONTESTANTS.map(() => [])
for (let round = 0; round < ROUNDS; round++) {
  for (const [at, contestant] of CONTESTANTS.entries()) rounds[at]?.push(await measure(contestant, round))
}
const [bare = []] = rounds
const rows = CONTESTANTS.map(({ name }, at) => {
  const own = rounds[at] ?? []
  // Paired within a round: the machine is as busy for the one as for the other.
  const ratios = own.map(({ cpuMicros }, round) => (bare[round]?.cpuMicros ?? 0) / cpuMicros)
  return [
    name,
    middle(own.map(one => one.cpuMicros)).toFixed(1),
    middle(ratios).toFixed(2),
    `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    Math.round(middle(own.map(one => one.eventsPerSecond))).toLocaleString('en')
  ]
})
console.log(
  `${ROUNDS} rounds of ${BATCHES * EVENTS_A_BATCH} events in batches of ${EVENTS_A_BATCH}, ${CONNECTIONS} connections; medians\n`
)
printTable(['server', 'CPU µs/event', 'ratio to bare', 'range', 'events/s (wall)'], rows)
