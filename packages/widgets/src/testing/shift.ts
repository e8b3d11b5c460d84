import { frames } from './mount.ts'

/** How much the page jumps while something changes: the browser's own layout-shift score. */
export async function shiftDuring(change: () => unknown): Promise<number> {
  let shift = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value)
  })
  observer.observe({ type: 'layout-shift' })
  await change()
  await frames(9)
  observer.disconnect()
  return shift
}
