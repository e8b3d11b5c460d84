import { EVENT_FIELDS, type RefusedEvent } from '@vitrine/protocol'
import type { Metrics } from '../http/openMetrics.ts'

// A label is kept for as long as the process runs, and whoever holds the public write key chooses these words: what is
// not on a list counts as `other`, so that memory stays bounded.
const OTHER = 'other'

/** Why a tracker gives events up. */
const REASONS: readonly string[] = [
  'memory_full',
  'storage_full',
  'too_old',
  'too_large',
  'refused',
  'parked'
]

/** Where an event can be wrong, by the first word of the path. */
const FIELDS: readonly string[] = [
  ...['e', 't', 's', 'p', 'r', 'h', 'i', 'd', 'items', 'event_id', 'timestamp'],
  ...EVENT_FIELDS.flatMap(([letter, , ga4]) => [letter, ga4])
]

/** Counts events refused one by one. */
export function countRefused(metrics: Metrics, refused: readonly RefusedEvent[]): void {
  for (const { field } of refused)
    metrics.count('events_refused_total', { field: listed(FIELDS, field.split('/')[0]) })
}

/** Counts what devices had to drop before they could send it. */
export function countDropped(metrics: Metrics, dropped: Readonly<Record<string, number>>): void {
  for (const [reason, count] of Object.entries(dropped))
    metrics.count('events_dropped_on_device_total', { reason: listed(REASONS, reason) }, count)
}

function listed(words: readonly string[], word = OTHER): string {
  return words.includes(word) ? word : OTHER
}
