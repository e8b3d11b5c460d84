import Type, { type Static } from 'typebox'
import { EVENT_TYPES } from '../words.ts'
import { exactly, oneOf, Text } from './parts.ts'

/** How a fact is compared. `in` takes a list; `contains` asks a list-valued fact, or a part of a text. */
export const COMPARISONS = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'exists'] as const

/** A span of time: `30m`, `12h`, `7d`, `6w`. */
export const Span = Type.String({
  pattern: '^[1-9][0-9]{0,3}[smhdw]$',
  description: 'a span of time such as 30m, 12h, 7d or 6w'
})

const Plain = Type.Union([Text(200), Type.Number(), Type.Boolean()])

/**
 * Who a campaign is for: nested `all | any | not` over facts and past events. `{ "all": [] }` is everyone.
 * A fact is a dotted path under `profile`, `page`, `cart` or `context`; one that is not there satisfies only `exists: false` and `ne`.
 */
export const Rule = Type.Cyclic(
  {
    Rule: Type.Union([
      exactly({ all: Type.Array(Type.Ref('Rule'), { maxItems: 50 }) }),
      exactly({ any: Type.Array(Type.Ref('Rule'), { maxItems: 50 }) }),
      exactly({ not: Type.Ref('Rule') }),
      exactly({
        fact: Type.String({
          pattern: '^(profile|page|cart|context)(\\.[A-Za-z][A-Za-z0-9_]{0,39}){1,4}$',
          description: 'a path such as profile.lifecycle, under profile, page, cart or context'
        }),
        is: oneOf(COMPARISONS),
        value: Type.Union([Plain, Type.Array(Plain, { maxItems: 100 })])
      }),
      exactly({
        did: oneOf(EVENT_TYPES),
        /** Item or event fields by their names in code that must equal the value; `category` matches any level. */
        where: Type.Optional(
          Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Plain, { additionalProperties: false })
        ),
        within: Type.Optional(Span),
        atLeast: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
        atMost: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }))
      })
    ])
  },
  'Rule'
)

export type Rule = Static<typeof Rule>
