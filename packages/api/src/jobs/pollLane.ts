import type { Log } from '../log.ts'

/** Something that is done again and again until it is closed. */
export interface Polling {
  /** Begins no more; resolves when what is under way is done, or after `patienceMs`. */
  close(patienceMs: number): Promise<void>
}

/**
 * Does `work` every `everyMs`, never twice at once; what fails is logged and comes again.
 *
 * @param work - Is handed whether it may begin one more thing: while there is always more to do, it ends by that alone.
 */
export function pollLane(
  work: (isOpen: () => boolean) => Promise<unknown>,
  everyMs: number,
  log: Log
): Polling {
  let isClosed = false
  let underWay: Promise<unknown> | undefined
  const timer = setInterval(() => {
    underWay ??= work(() => !isClosed)
      .catch(error => log.error({ error: String(error) }, 'jobs'))
      .finally(() => {
        underWay = undefined
      })
  }, everyMs)
  return {
    async close(patienceMs) {
      isClosed = true
      clearInterval(timer)
      await Promise.race([underWay, new Promise(resolve => setTimeout(resolve, patienceMs).unref())])
    }
  }
}
