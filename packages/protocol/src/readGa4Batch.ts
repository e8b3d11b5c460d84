import type { ShopEvent } from './event.ts'
import { partsOfEventId } from './eventId.ts'
import { parseGa4 } from './ga4.ts'
import type { Ga4Batch } from './schema/batch.ts'
import type { BatchReading, RefusedEvent } from './unpackBatch.ts'

/**
 * Reads a batch in GA4's words whose outer shape is already checked (`Ga4Batch`). Each event stands or falls alone, by
 * its id and time; of what it carries, what cannot be read is left out as `parseGa4` does.
 */
export function readGa4Batch(batch: Ga4Batch, shopCurrency?: string): BatchReading {
  const events: ShopEvent[] = []
  const refused: RefusedEvent[] = []
  for (const [index, sent] of batch.events.entries()) {
    const at = partsOfEventId(sent.event_id)?.at
    if (at === undefined)
      refused.push({ index, field: 'event_id', problem: 'must be a UUIDv7 in lower case' })
    else if (at !== sent.timestamp)
      refused.push({ index, field: 'timestamp', problem: 'must be the time in event_id' })
    else {
      const { body } = parseGa4(sent.event, sent, shopCurrency)
      events.push({ id: sent.event_id, at, source: sent.source ?? 'web', ...body })
    }
  }
  return { events, refused }
}
