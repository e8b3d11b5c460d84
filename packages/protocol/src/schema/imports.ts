import Type, { type Static } from 'typebox'
import { Text, Time } from './parts.ts'

const Loose = Type.Union([Type.String({ maxLength: 100 }), Type.Number()])

/** A line of `POST orders` (NDJSON or a JSON list): one line of a receipt. Negative quantities are returns. */
export const OrderLine = Type.Object({
  order_id: Type.Union([Text(64), Type.Integer()]),
  /** The line's number within its order, from 1. Two equal lines differ only here. */
  line: Type.Integer({ minimum: 0, maximum: 100_000 }),
  timestamp: Time,
  customer_id: Type.Optional(Type.Union([Text(64), Type.Integer(), Type.Null()])),
  item_id: Type.Union([Text(100), Type.Integer()]),
  quantity: Type.Number(),
  /** Unit price in major units. */
  price: Loose,
  currency: Type.Optional(Type.String({ maxLength: 3 })),
  country: Type.Optional(Type.String({ maxLength: 60 }))
})

/** A line of `POST stock`. */
export const StockLine = Type.Object({
  id: Type.Union([Text(100), Type.Integer()]),
  quantity: Type.Optional(Type.Integer({ minimum: 0 })),
  availability: Type.Optional(Type.String({ maxLength: 60 }))
})

/** What an import answers: how many lines were read, kept, already known, and refused by reason. */
export const ImportReport = Type.Object({
  lines: Type.Integer(),
  accepted: Type.Integer(),
  /** Lines that were stored before: nothing was added. */
  known: Type.Integer(),
  refused: Type.Integer(),
  /** How many by code; the codes are in docs/errors.md. */
  reasons: Type.Record(Text(60), Type.Integer()),
  /** The first refusals, to be looked at. */
  examples: Type.Array(
    Type.Object({ line: Type.Integer(), code: Text(60), field: Type.String(), problem: Type.String() }),
    { maxItems: 50 }
  )
})

export type OrderLine = Static<typeof OrderLine>
export type StockLine = Static<typeof StockLine>
export type ImportReport = Static<typeof ImportReport>
