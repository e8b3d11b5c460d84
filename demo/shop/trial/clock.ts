/** The shop's own key, read by the line in the page's head before anything else reads the time. */
const KEY = 'trial.clock'

/** How far the page's clock is moved, in ms. */
export function clockOffset(): number {
  return Number(localStorage.getItem(KEY)) || 0
}

/** Moves the clock for every page from the next one on; 0 is the true time and leaves nothing stored. */
export function moveClock(offsetMs: number): void {
  if (offsetMs === 0) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, String(offsetMs))
}

/** Does something as if it were another time. Only what reads `Date.now` at once is fooled, as `vitrine.track` does. */
export function atTime(at: number, work: () => void): void {
  const trueNow = Date.now
  Date.now = () => at
  try {
    work()
  } finally {
    Date.now = trueNow
  }
}
