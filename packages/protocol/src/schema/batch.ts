import Type, { type Static } from 'typebox'
import { MAX_SEQ } from '../eventId.ts'
import { SOURCES } from '../words.ts'
import { Id, oneOf, Text, Time } from './parts.ts'

/** Events in one batch at most; a larger one is answered 413 and split. */
export const MAX_BATCH_EVENTS = 500

/** Fields by letter; letters we do not know are ignored. */
const compact = Type.Record(Type.String(), Type.Unknown())

/** An event inside a compact batch: flat fields by letter (`EVENT_FIELDS`), the rest as indexes into the batch's tables. */
export const CompactEvent = Type.Object({
  /** Type by GA4's name. */
  e: Text(40),
  /** Sequence number; absent when it is the previous event's plus one. */
  s: Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_SEQ })),
  /** Time in ms since the previous event, of the first since 1970. May be negative. */
  t: Type.Integer(),
  p: Type.Optional(Type.Integer({ minimum: 0 })),
  r: Type.Optional(Type.Integer({ minimum: 0 })),
  h: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Item lines: index into `items`, then quantity and list position where there are any. */
  i: Type.Optional(
    Type.Array(
      Type.Union([
        Type.Integer({ minimum: 0 }),
        Type.Array(Type.Union([Type.Number(), Type.Null()]), { minItems: 1, maxItems: 3 })
      ]),
      { maxItems: 200 }
    )
  ),
  d: Type.Optional(
    Type.Record(Text(40), Type.Union([Type.String({ maxLength: 1000 }), Type.Number(), Type.Boolean()]))
  )
})

/** What the tracker posts: one tab's events, what they share hoisted into tables. */
export const CompactBatch = Type.Object({
  v: Type.Literal(1),
  shop: Id,
  /** The public write key. */
  key: Text(80),
  /** The device's visitor id; absent when measuring is allowed but recognising is not. */
  visitor: Type.Optional(Text(64)),
  tab: Type.String({ pattern: '^[0-9a-f]{12}$', description: '12 lower-case hex digits' }),
  /** The device's clock when the batch was sealed, for the correction of its skew. */
  sent: Type.Integer(),
  source: Type.Optional(oneOf(SOURCES)),
  pages: Type.Optional(Type.Array(compact, { maxItems: MAX_BATCH_EVENTS })),
  items: Type.Optional(Type.Array(compact, { maxItems: MAX_BATCH_EVENTS * 20 })),
  refs: Type.Optional(Type.Array(compact, { maxItems: MAX_BATCH_EVENTS })),
  heard: Type.Optional(Type.Array(Type.Tuple([Text(40), Type.Number()]), { maxItems: MAX_BATCH_EVENTS })),
  /** Events the device had to drop before it could send them, by reason, since its last batch. */
  dropped: Type.Optional(Type.Record(Text(40), Type.Integer({ minimum: 0 }))),
  events: Type.Array(CompactEvent, { minItems: 1, maxItems: MAX_BATCH_EVENTS })
})

/** The same in GA4's own words, for anyone who writes a client by hand. Each event carries its own id. */
export const Ga4Batch = Type.Object({
  shop: Id,
  key: Text(80),
  visitor_id: Type.Optional(Text(64)),
  events: Type.Array(
    Type.Object({
      event_id: Text(36),
      event: Text(40),
      timestamp: Time,
      source: Type.Optional(oneOf(SOURCES))
    }),
    { minItems: 1, maxItems: MAX_BATCH_EVENTS }
  )
})

/** Body of the 422 that lists what was refused; everything else of the batch is stored. */
export const BatchRefusal = Type.Object({
  accepted: Type.Integer({ minimum: 0 }),
  refused: Type.Array(
    Type.Object({ index: Type.Integer({ minimum: 0 }), field: Type.String(), problem: Type.String() })
  )
})

export type CompactEvent = Static<typeof CompactEvent>
export type CompactBatch = Static<typeof CompactBatch>
export type Ga4Batch = Static<typeof Ga4Batch>
export type BatchRefusal = Static<typeof BatchRefusal>
