/**
 * The newest order line of the given data, 2011-11-08 18:41 UTC, in epoch milliseconds. A test compares it
 * with the file.
 */
export const NEWEST_ORDER_AT = 1_320_777_660_000

/**
 * Moves a moment by whole calendar years in UTC, so that its season, month, day and time of day stay.
 * 29 February becomes 28 February where the new year has none.
 */
export function shiftYears(at: number, years: number): number {
  const moved = new Date(at)
  const month = moved.getUTCMonth()
  moved.setUTCFullYear(moved.getUTCFullYear() + years)
  if (moved.getUTCMonth() !== month) moved.setUTCDate(0)
  return moved.getTime()
}

/**
 * The largest whole number of years by which `newestAt` may move without passing `now`. Negative when the data
 * is newer than `now`.
 */
export function yearsToPresent(now: number, newestAt: number = NEWEST_ORDER_AT): number {
  const guess = new Date(now).getUTCFullYear() - new Date(newestAt).getUTCFullYear()
  return shiftYears(newestAt, guess) <= now ? guess : guess - 1
}
