import Type, { type Static } from 'typebox'
import { exactly, Id, oneOf, Text } from './parts.ts'

/** The body of `POST /v1/offers`: a campaign that was shown to this visitor gives them a code. */
export const OfferRequest = exactly({
  shop: Id,
  /** The public write key. */
  key: Text(200),
  campaign: Id,
  /** The unguessable visitor id: the same visitor gets the same code until it has expired. */
  visitor: Text(64)
})

/** What `POST /v1/offers` answers. */
export const IssuedOffer = Type.Object({
  code: Type.String({ pattern: '^[A-Z0-9-]{6,40}$', description: 'a code of capital letters, digits and -' }),
  /** Epoch ms; from then on the till refuses it. */
  expiresAt: Type.Integer({ minimum: 0 })
})

/** The body of `POST /v1/offers/check`: the till asks what a code is worth. */
export const OfferCheck = exactly({
  /** As it was typed: case, spaces, hyphens, and O for 0 or I and L for 1 make no difference. */
  code: Text(64),
  /** Goods of the order, minor units, before the discount. Without it the minimum is not checked. */
  value: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  /** Whoever typed it, by any word that tells one shopper from another: wrong codes are counted for each. */
  who: Type.Optional(Text(200))
})

/** The body of `POST /v1/offers/redeem`: the till has made an order with it. */
export const OfferRedemption = exactly({
  ...OfferCheck.properties,
  /** The same code for the same order is spent once, however often it is told. */
  orderId: Text(64)
})

/** Why a code is not taken. */
export const REFUSED_CODES = ['unknown', 'expired', 'used', 'below_minimum'] as const

/** What `check` and `redeem` answer: what the code is worth, or why it is not taken. */
export const OfferVerdict = Type.Union([
  Type.Object({
    valid: Type.Literal(true),
    campaign: Id,
    kind: oneOf(['percent', 'amount', 'freeShipping']),
    value: Type.Optional(Type.Integer()),
    minimumValue: Type.Optional(Type.Integer()),
    expiresAt: Type.Integer()
  }),
  Type.Object({
    valid: Type.Literal(false),
    reason: oneOf(REFUSED_CODES),
    /** Of a code that has expired. */
    expiresAt: Type.Optional(Type.Integer()),
    /** Of one whose order is too small. */
    minimumValue: Type.Optional(Type.Integer())
  })
])

export type OfferRequest = Static<typeof OfferRequest>
export type IssuedOffer = Static<typeof IssuedOffer>
export type OfferCheck = Static<typeof OfferCheck>
export type OfferRedemption = Static<typeof OfferRedemption>
export type OfferVerdict = Static<typeof OfferVerdict>
