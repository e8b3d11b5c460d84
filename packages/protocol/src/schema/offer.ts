import Type, { type Static } from 'typebox'
import { exactly, Id, Text } from './parts.ts'

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

export type OfferRequest = Static<typeof OfferRequest>
export type IssuedOffer = Static<typeof IssuedOffer>
