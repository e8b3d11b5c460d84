import type { EpochMs } from '@vitrine/protocol'
import type { Job, JobStore } from '../store/jobs.ts'

/** The kind of a training job. */
const TRAIN = 'train'

/** Asks for a training now. One that waits already is the answer; one that runs has begun without the newest data. */
export async function askForTraining(jobs: JobStore, shop: string, now: EpochMs): Promise<Job> {
  const waiting = await jobs.waiting(shop, TRAIN)
  if (waiting && waiting.runAt <= now) return waiting
  return jobs.add({ shop, id: `train-${now}`, kind: TRAIN, runAt: now }, now)
}

/** Makes sure a training stands ready for each period; the period's number is in the job's id, so it is made once. */
export function planTraining(jobs: JobStore, shop: string, now: EpochMs, everyMs: number): Promise<Job> {
  const period = Math.floor(now / everyMs)
  const runAt = (period + 1) * everyMs
  return jobs.add({ shop, id: `train-every-${period + 1}`, kind: TRAIN, runAt }, now)
}
