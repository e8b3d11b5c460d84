/** Makes calls of one moment one: the work is done once, right after the moment. */
export function soon(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(() => {
      isAsked = false
      work().catch(failed)
    })
  }
}
