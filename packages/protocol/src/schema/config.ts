import Type, { type Static } from 'typebox'
import { EVENT_TYPES, PAGE_TYPES } from '../words.ts'
import { Currency, exactly, Id, oneOf, Share, Text, Time, Words } from './parts.ts'
import { RecommendRequest } from './recommend.ts'
import { Rule, Span } from './rule.ts'

/** Where a widget goes relative to the element its placement's selector finds. */
export const INSERTIONS = ['append', 'prepend', 'before', 'after', 'replace'] as const

/** A place in the shop where something of ours can stand. */
export const Placement = exactly({
  id: Id,
  /** The page types it exists on; absent means every page. */
  pages: Type.Optional(Type.Array(oneOf(PAGE_TYPES), { minItems: 1 })),
  /** CSS selector of the anchor; absent when the shop writes the element itself with `placement="…"`. */
  selector: Type.Optional(Text(300)),
  insert: Type.Optional(oneOf(INSERTIONS)),
  /** Height kept free until the content is there, so that nothing jumps: a CSS length. */
  reserve: Type.Optional(
    Type.String({
      pattern: '^[0-9]{1,4}(\\.[0-9]{1,2})?(px|rem|em|vh)$',
      description: 'a CSS length in px, rem, em or vh'
    })
  )
})

/** What a variant shows. Texts are texts, never markup; URLs are checked before use. */
export const Content = exactly({
  widget: oneOf(['carousel', 'banner', 'popup', 'restock']),
  /**
   * In every text a blank can stand for what is known of the shopper: `{gap}` is the money missing to free delivery,
   * `{department}` and `{size}` are those they lean to, `{item}` is the product the recommendation starts from, else the
   * one they looked at last. A text with a blank that nothing can fill is not shown.
   */
  title: Type.Optional(Words),
  text: Type.Optional(Words),
  button: Type.Optional(Words),
  /** May hold `{department}` and `{size}`, as a slug: `/shop/{department}` leads to `/shop/clothing-footwear`. */
  link: Type.Optional(Text(500)),
  image: Type.Optional(Text(500)),
  /** Why it is shown, in words for the shopper: "Because you came from our newsletter". Of a banner or popup. */
  reason: Type.Optional(Words),
  /** What declines: "No, thank you". Of a popup. */
  decline: Type.Optional(Words),
  /** A carousel is a `row` or a `grid`, a banner a `hero`, a `bar` or `inline`, a popup a `modal` or a `corner`. */
  layout: Type.Optional(oneOf(['row', 'grid', 'hero', 'bar', 'inline', 'modal', 'corner'])),
  products: Type.Optional(RecommendRequest)
})

/** One of the ways a campaign can look. */
export const Variant = exactly({
  id: Id,
  /** Its part of the audience, relative to the other variants' weights. */
  weight: Type.Number({ minimum: 0, maximum: 1000 }),
  content: Content
})

/** A moment in the visit. */
export const Moment = exactly({
  when: oneOf([
    ...['immediate', 'delay', 'activeTime', 'idle', 'scrollDepth', 'clicks', 'pageCount'],
    ...['exitIntent', 'tabReturn', 'cartValue', 'elementVisible', 'event']
  ] as const),
  /** Ms, share of the page, a count, or minor units, as the moment has it. */
  atLeast: Type.Optional(Type.Number({ minimum: 0 })),
  selector: Type.Optional(Text(300)),
  event: Type.Optional(oneOf(EVENT_TYPES))
})

/** What sets a campaign off: `any` of these moments (or `all`), unless one of `cancelOn` came first. */
export const Trigger = exactly({
  any: Type.Optional(Type.Array(Moment, { maxItems: 6 })),
  all: Type.Optional(Type.Array(Moment, { maxItems: 6 })),
  cancelOn: Type.Optional(Type.Array(oneOf(EVENT_TYPES), { maxItems: 6 }))
})

/** When a campaign runs, by the shopper's clock. */
export const Schedule = exactly({
  from: Type.Optional(Time),
  /** Not included. */
  until: Type.Optional(Time),
  /** 0 is Sunday. */
  weekdays: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { maxItems: 7 })),
  /** Minutes after local midnight, `[from, until)`; may span midnight. */
  minutes: Type.Optional(
    Type.Tuple([Type.Integer({ minimum: 0, maximum: 1440 }), Type.Integer({ minimum: 0, maximum: 1440 })])
  )
})

/** How often one shopper may meet a campaign. */
export const Frequency = exactly({
  show: oneOf(['always', 'once', 'times', 'untilResponse']),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  cooldown: Type.Optional(Span),
  afterDismiss: Type.Optional(Span),
  afterConversion: Type.Optional(Span)
})

/** What a campaign gives. The API issues a code of its own to each visitor who is shown it, and checks it at the till. */
export const Offer = exactly({
  kind: oneOf(['percent', 'amount', 'freeShipping']),
  /** Percent from 1 to 100, or minor units; nothing for free shipping. */
  value: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
  /** The goods an order must hold, minor units. Default 0. */
  minimumValue: Type.Optional(Type.Integer({ minimum: 0 })),
  /** How long a code is good from the moment it is issued. */
  validFor: Span,
  /** Codes issued in all. Default 10,000. */
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
  /** What a code begins with: `WELCOME`. */
  prefix: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9]{1,12}$', description: 'at most 12 capital letters and digits' })
  )
})

/** What the merchant wants to say, to whom, where and when. */
export const Campaign = exactly({
  id: Id,
  name: Text(120),
  /** Why it exists, in the merchant's words; shown by `explain()`. */
  why: Type.Optional(Text(500)),
  placement: Id,
  status: Type.Optional(oneOf(['live', 'paused'])),
  audience: Rule,
  trigger: Type.Optional(Trigger),
  schedule: Type.Optional(Schedule),
  frequency: Type.Optional(Frequency),
  /** The higher wins; equal ones go by id. */
  priority: Type.Optional(Type.Number({ minimum: -1000, maximum: 1000 })),
  variants: Type.Array(Variant, { minItems: 1, maxItems: 10 }),
  /** Share of the audience that is never shown it, so that its effect can be known. Default 0. */
  holdout: Type.Optional(Share),
  goal: Type.Optional(oneOf(['click', 'add_to_cart', 'purchase'])),
  offer: Type.Optional(Offer)
})

/** A merchandising rule, which always beats the model. */
export const MerchandisingRule = exactly({
  id: Id,
  do: oneOf(['pin', 'boost', 'bury', 'exclude']),
  items: Type.Optional(Type.Array(Text(100), { maxItems: 500 })),
  category: Type.Optional(Text(100)),
  placements: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  /** For `pin`: the place from 0. */
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 47 })),
  schedule: Type.Optional(Schedule)
})

/** Most overlays one shopper meets, over all campaigns and tabs. */
export const OverlayLimits = exactly({
  perPage: Type.Integer({ minimum: 0, maximum: 10 }),
  perSession: Type.Integer({ minimum: 0, maximum: 100 }),
  perDay: Type.Integer({ minimum: 0, maximum: 100 })
})

/** How the people on a waiting list are told that something is back. */
export const RestockPolicy = exactly({
  /** Units that are left for those who just walk in. Default 0. */
  minStock: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  /** Messages for each available unit. Default 1. */
  perUnit: Type.Optional(Type.Number({ minimum: 0.1, maximum: 100 })),
  /** People told at once where the shop knows no quantity. Default 10. */
  batch: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  /** How long a unit is thought of as promised to who was told, before the next is told. Default `24h`. */
  holdFor: Type.Optional(Span),
  order: Type.Optional(oneOf(['oldest', 'newest'])),
  /** How long a wish is kept. Default `180d`. */
  keepFor: Type.Optional(Span)
})

/** Everything a shop decides, as one document that is the same for every visitor. Holds no secret and no person. */
export const ShopConfig = exactly({
  v: Type.Literal(1),
  shop: Id,
  name: Text(120),
  /** ISO 4217. */
  currency: Currency,
  /** BCP 47. */
  locale: Type.String({
    pattern: '^[a-z]{2}(-[A-Z]{2})?$',
    description: 'a language tag such as en or en-GB'
  }),
  placements: Type.Array(Placement, { maxItems: 200 }),
  campaigns: Type.Array(Campaign, { maxItems: 500 }),
  rules: Type.Optional(Type.Array(MerchandisingRule, { maxItems: 500 })),
  overlays: Type.Optional(OverlayLimits),
  restock: Type.Optional(RestockPolicy),
  /** Goods worth this much are delivered free, minor units; what `{gap}` counts up to. */
  freeShipping: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
  /** Category names that never become a taste: medicine, underwear, whatever the shop holds private. */
  sensitiveCategories: Type.Optional(Type.Array(Text(100), { maxItems: 200 })),
  /** The shop's own wording of our texts, by key. */
  texts: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-zA-Z.]{1,60}$' }), Words, { additionalProperties: false })
  )
})

export type Placement = Static<typeof Placement>
export type Content = Static<typeof Content>
export type Variant = Static<typeof Variant>
export type Moment = Static<typeof Moment>
export type Trigger = Static<typeof Trigger>
export type Schedule = Static<typeof Schedule>
export type Frequency = Static<typeof Frequency>
export type Campaign = Static<typeof Campaign>
export type MerchandisingRule = Static<typeof MerchandisingRule>
export type Offer = Static<typeof Offer>
export type RestockPolicy = Static<typeof RestockPolicy>
export type OverlayLimits = Static<typeof OverlayLimits>
export type ShopConfig = Static<typeof ShopConfig>
