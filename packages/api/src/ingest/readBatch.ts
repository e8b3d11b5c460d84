import {
  type BatchReading,
  type CompactBatch,
  type EpochMs,
  type Ga4Batch,
  partsOfEventId,
  type RefusedEvent,
  readGa4Batch,
  type ShopEvent,
  unpackBatch
} from '@vitrine/protocol'
import { MAX_BATCH_EVENTS, validateBatch, validateGa4Batch } from '@vitrine/protocol/schema'
import type { StoredEvent } from '../store/events.ts'
import { correctedAt } from './correctedAt.ts'
import { moneyFault } from './moneyFault.ts'

/** A batch whose outer shape is right; its events are still to be read. */
export type Batch =
  | { readonly form: 'compact'; readonly batch: CompactBatch }
  | { readonly form: 'ga4'; readonly batch: Ga4Batch }

/** What a batch was read as, or what is wrong with it as a whole. */
export type BatchShape =
  | { readonly ok: true; readonly value: Batch }
  | {
      readonly ok: false
      readonly code: 'body_invalid' | 'batch_too_large'
      readonly field: string
      readonly problem: string
    }

/** What can be kept of a batch, and what not. */
export interface ReadBatch {
  readonly events: readonly StoredEvent[]
  readonly refused: readonly RefusedEvent[]
}

/** Tells a batch's form by its `v` and checks its outer shape. */
export function shapeOfBatch(body: unknown): BatchShape {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const { events } = fields as { events?: unknown }
  if (Array.isArray(events) && events.length > MAX_BATCH_EVENTS) {
    const problem = `at most ${MAX_BATCH_EVENTS} events in a batch`
    return { ok: false, code: 'batch_too_large', field: 'events', problem }
  }
  if ('v' in fields) {
    const read = validateBatch(body)
    return read.ok ? { ok: true, value: { form: 'compact', batch: read.value } } : misshapen(read)
  }
  const read = validateGa4Batch(body)
  return read.ok ? { ok: true, value: { form: 'ga4', batch: read.value } } : misshapen(read)
}

function misshapen({ field, problem }: { field: string; problem: string }): BatchShape {
  return { ok: false, code: 'body_invalid', field, problem }
}

/** Reads the events of a batch; each stands or falls alone. */
export function readBatch(read: Batch, shop: { id: string; currency: string }, received: EpochMs): ReadBatch {
  const { form, batch } = read
  const { events, refused } = affordable(
    form === 'compact' ? unpackBatch(batch) : readGa4Batch(batch, shop.currency),
    read
  )
  const visitor = form === 'compact' ? batch.visitor : batch.visitor_id
  const sent = form === 'compact' ? batch.sent : undefined
  const tabOf = (event: ShopEvent) => (form === 'compact' ? batch.tab : partsOfEventId(event.id)?.tab)
  const whose = { shop: shop.id, received, ...(visitor !== undefined && { visitor }) }
  return {
    refused,
    events: events.map(event => {
      const tab = tabOf(event)
      const corrected = correctedAt(event.at, received, sent)
      return { ...whose, event, corrected, ...(tab !== undefined && { tab }) }
    })
  }
}

/** Refuses events whose money no sum could bear. */
function affordable({ events, refused }: BatchReading, { form, batch }: Batch): BatchReading {
  const faults = events.map(event => moneyFault(event, form))
  if (faults.every(fault => fault === undefined)) return { events, refused }
  const fallen = new Set(refused.map(({ index }) => index))
  // The events that stand have kept their order, and each its place among all that were sent.
  const places = [...batch.events.keys()].filter(index => !fallen.has(index))
  const tooDear = faults.flatMap((fault, at) => (fault ? [{ index: places[at] ?? at, ...fault }] : []))
  return {
    events: events.filter((_, at) => faults[at] === undefined),
    refused: [...refused, ...tooDear].sort((a, b) => a.index - b.index)
  }
}
