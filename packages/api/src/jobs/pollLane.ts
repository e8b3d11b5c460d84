import type { Log } from '../log.ts'

/** Something that is done again and again until it is closed. */
export interface Polling {
  /** Begins no more; resolves when what is under way is done. */
  close(): Promise<void>
}

/** Does `work` every `everyMs`, never twice at once; what fails is logged and comes again. */
export function pollLane(work: () => Promise<unknown>, everyMs: number, log: Log): Polling {
  let underWay: Promise<unknown> | undefined
  const timer = setInterval(() => {
    underWay ??= work()
      .catch(error => log.error({ error: String(error) }, 'jobs'))
      .finally(() => {
        underWay = undefined
      })
  }, everyMs)
  return {
    async close() {
      clearInterval(timer)
      await underWay
    }
  }
}
