import type { EpochMs } from '@vitrine/protocol'
import type { Metrics } from '../http/openMetrics.ts'
import type { Log } from '../log.ts'
import type { Job, JobStore } from '../store/jobs.ts'
import type { Lane } from './lanes.ts'

/** What does a job of a kind; its answer is kept with the job. */
export type Handler = (job: Job) => Promise<unknown>

/** What a worker needs. */
export interface WorkerParts {
  readonly jobs: JobStore
  readonly lanes: readonly Lane[]
  readonly handlers: Readonly<Record<string, Handler>>
  readonly now: () => EpochMs
  readonly log: Log
  readonly metrics: Metrics
}

/** Takes jobs and does them. */
export interface Worker {
  /** Does what is due, and what becomes due by that. @returns How many jobs it did. */
  runDue(): Promise<number>
  /** The same, a lane each: for a caller that looks after each by itself. */
  readonly lanes: readonly (() => Promise<number>)[]
}

/** Opens a worker on the job table. Several may run: a job is claimed by one. */
export function openWorker(parts: WorkerParts): Worker {
  const lanes = parts.lanes.map(lane => () => runLane(parts, lane))
  return {
    lanes,
    async runDue() {
      let done = 0
      for (;;) {
        const ran = await Promise.all(lanes.map(run => run()))
        const sum = ran.reduce((a, b) => a + b, 0)
        if (sum === 0) return done
        done += sum
      }
    }
  }
}

async function runLane(parts: WorkerParts, lane: Lane): Promise<number> {
  async function runOn(): Promise<number> {
    for (let done = 0; ; done++) {
      const { kinds, leaseMs } = lane
      const [job] = await parts.jobs.claim({ kinds, now: parts.now(), leaseMs, limit: 1 })
      if (!job) return done
      await runJob(parts, lane, job)
    }
  }
  const done = await Promise.all(Array.from({ length: lane.width }, runOn))
  return done.reduce((a, b) => a + b, 0)
}

async function runJob(parts: WorkerParts, lane: Lane, job: Job): Promise<void> {
  const { jobs, handlers, now, log, metrics } = parts
  const { shop, id, kind, tries } = job
  // A process that died could not say so; what kills each one that takes it must not be taken for ever.
  if (tries > 1 && lane.retryAfterMs(tries - 1) === undefined)
    return noteFailure(parts, lane, job, 'every process that took it died')
  const startedAt = now()
  const stop = keepLease(parts, lane, job)
  try {
    const handler = handlers[kind]
    if (!handler) throw new Error(`no handler for ${kind}`)
    await jobs.finish(job, now(), await handler(job))
    metrics.count('jobs_total', { kind, outcome: 'done' })
    log.info({ shop, job: id, ms: now() - startedAt }, 'job done')
  } catch (error) {
    await noteFailure(parts, lane, job, String(error))
  } finally {
    stop()
  }
  return undefined
}

/** Says that this process lives, as long as the job takes. @returns What ends it. */
function keepLease({ jobs, now, log }: WorkerParts, { leaseMs }: Lane, job: Job): () => void {
  const timer = setInterval(() => {
    // Missing one is what the other two are for.
    jobs.renew(job, now() + leaseMs).catch(error => log.error({ error: String(error) }, 'lease not renewed'))
  }, leaseMs / 3)
  timer.unref()
  return () => clearInterval(timer)
}

async function noteFailure(parts: WorkerParts, lane: Lane, job: Job, error: string): Promise<void> {
  const { jobs, now, log, metrics } = parts
  const { shop, id, kind, tries } = job
  const waitMs = lane.retryAfterMs(tries)
  await jobs.fail(job, now(), error, waitMs === undefined ? undefined : now() + waitMs)
  metrics.count('jobs_total', { kind, outcome: waitMs === undefined ? 'failed' : 'retried' })
  log.error({ shop, job: id, tries, error }, 'job failed')
}
