import type { Complain } from './complaints.ts'

/** Makes calls of one moment one: the work is done once, right after the moment. */
export function soon(work: () => Promise<void>, complain: Complain): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(() => {
      isAsked = false
      work().catch(error => complain('VT-08', String(error)))
    })
  }
}
