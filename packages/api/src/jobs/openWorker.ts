import type { EpochMs } from '@vitrine/protocol'
import type { Metrics } from '../http/openMetrics.ts'
import type { Log } from '../log.ts'
import type { Job, JobStore } from '../store/jobs.ts'

/** What does a job of a kind; its answer is kept with the job. */
export type Handler = (job: Job) => Promise<unknown>

/** What a worker needs. */
export interface WorkerParts {
  readonly jobs: JobStore
  readonly handlers: Readonly<Record<string, Handler>>
  readonly now: () => EpochMs
  readonly log: Log
  readonly metrics: Metrics
}

/** Takes jobs and does them. */
export interface Worker {
  /** Does what is due, one after another. @returns How many jobs it did. */
  runDue(): Promise<number>
}

/** A training of a large shop takes minutes; whoever died is relieved after a quarter of an hour. */
const LEASE_MS = 15 * 60 * 1000
const MAX_TRIES = 5
const FIRST_RETRY_MS = 10_000

/** Opens a worker on the job table. Several may run: a job is claimed by one. */
export function openWorker({ jobs, handlers, now, log, metrics }: WorkerParts): Worker {
  async function run(job: Job): Promise<void> {
    const { shop, id, kind, tries } = job
    // A process that died could not say so; what kills each one that takes it must not be taken for ever.
    if (tries > MAX_TRIES) return noteFailure(job, 'every process that took it died')
    const startedAt = now()
    try {
      const handler = handlers[kind]
      if (!handler) throw new Error(`no handler for ${kind}`)
      await jobs.finish(job, now(), await handler(job))
      metrics.count('jobs_total', { kind, outcome: 'done' })
      log.info({ shop, job: id, ms: now() - startedAt }, 'job done')
    } catch (error) {
      await noteFailure(job, String(error))
    }
  }

  async function noteFailure(job: Job, error: string): Promise<void> {
    const { shop, id, kind, tries } = job
    const retryAt = tries < MAX_TRIES ? now() + FIRST_RETRY_MS * 2 ** (tries - 1) : undefined
    await jobs.fail(job, now(), error, retryAt)
    metrics.count('jobs_total', { kind, outcome: retryAt === undefined ? 'failed' : 'retried' })
    log.error({ shop, job: id, tries, error }, 'job failed')
  }

  return {
    async runDue() {
      let done = 0
      for (;;) {
        const [job] = await jobs.claim(now(), LEASE_MS, 1)
        if (!job) return done
        await run(job)
        done++
      }
    }
  }
}
