import type { EpochMs } from '@vitrine/protocol'
import type { Metrics } from '../http/openMetrics.ts'
import type { Log } from '../log.ts'
import type { Job, JobStore } from '../store/jobs.ts'
import type { Lane } from './lanes.ts'
import { RetryError } from './RetryError.ts'

/** What does a job of a kind; its answer is kept with the job. A `RetryError` says by itself when it is tried again. */
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

/** A lane, for a caller that looks after each by itself. */
export interface WorkerLane {
  /** Does what is due until nothing is, or until it may begin no more. @returns How many jobs it did. */
  run(isOpen?: () => boolean): Promise<number>
  /** How long to wait for what is under way at the end. */
  readonly patienceMs: number
}

/** Takes jobs and does them. */
export interface Worker {
  /** Does what is due, and what becomes due by that. @returns How many jobs it did. */
  runDue(): Promise<number>
  readonly lanes: readonly WorkerLane[]
}

/** Jobs under way in this process: it may have slept through their leases, and would do them a second time. */
type Held = Set<Job>

/** Opens a worker on the job table. Several may run: a job is claimed by one. */
export function openWorker(parts: WorkerParts): Worker {
  const held: Held = new Set()
  const lanes = parts.lanes.map(lane => ({
    run: (isOpen = () => true) => runLane(parts, lane, held, isOpen),
    patienceMs: lane.patienceMs
  }))
  return {
    lanes,
    async runDue() {
      let done = 0
      for (;;) {
        const sum = await sumOf(lanes.map(({ run }) => run()))
        if (sum === 0) return done
        done += sum
      }
    }
  }
}

function runLane(parts: WorkerParts, lane: Lane, held: Held, isOpen: () => boolean): Promise<number> {
  async function runOn(): Promise<number> {
    for (let done = 0; ; done++) {
      if (!isOpen()) return done
      const { kinds, leaseMs } = lane
      const [job] = await parts.jobs.claim({ kinds, now: parts.now(), leaseMs, limit: 1, except: [...held] })
      if (!job) return done
      held.add(job)
      await runJob(parts, lane, job).finally(() => held.delete(job))
    }
  }
  return sumOf(Array.from({ length: lane.width }, runOn))
}

/** Waits for all, whatever becomes of one: nobody is to think that nothing is under way while the others go on. */
async function sumOf(running: readonly Promise<number>[]): Promise<number> {
  let sum = 0
  for (const ended of await Promise.allSettled(running)) {
    if (ended.status === 'rejected') throw ended.reason
    sum += ended.value
  }
  return sum
}

async function runJob(parts: WorkerParts, lane: Lane, job: Job): Promise<void> {
  const { jobs, handlers, now, log, metrics } = parts
  const { shop, id, kind, tries } = job
  // A process that died could not say so; what kills each one that takes it must not be taken for ever.
  if (tries > 1 && lane.retryAfterMs(tries - 1) === undefined)
    return noteFailure(parts, job, 'every process that took it died', undefined)
  const startedAt = now()
  const stop = keepLease(parts, lane, job)
  try {
    const handler = handlers[kind]
    if (!handler) throw new Error(`no handler for ${kind}`)
    await jobs.finish(job, now(), await handler(job))
    metrics.count('jobs_total', { kind, outcome: 'done' })
    log.info({ shop, job: id, ms: now() - startedAt }, 'job done')
  } catch (error) {
    if (error instanceof RetryError) await noteFailure(parts, job, error.message, error.afterMs)
    else await noteFailure(parts, job, String(error), lane.retryAfterMs(tries))
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

async function noteFailure(
  { jobs, now, log, metrics }: WorkerParts,
  job: Job,
  error: string,
  waitMs: number | undefined
): Promise<void> {
  const { shop, id, kind, tries } = job
  await jobs.fail(job, now(), error, waitMs === undefined ? undefined : now() + waitMs)
  metrics.count('jobs_total', { kind, outcome: waitMs === undefined ? 'failed' : 'retried' })
  log.error({ shop, job: id, tries, error }, 'job failed')
}
