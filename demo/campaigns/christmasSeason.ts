import type { Schedule } from '@vitrine/protocol'

/** From the first of November until Boxing Day of the same year; after it, next year's. */
export function christmasSeason(now: number): Schedule {
  const year = new Date(now).getUTCFullYear()
  const isOver = now >= Date.UTC(year, 11, 26)
  const season = isOver ? year + 1 : year
  return { from: Date.UTC(season, 10, 1), until: Date.UTC(season, 11, 26) }
}
