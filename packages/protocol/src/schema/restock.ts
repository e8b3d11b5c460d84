import Type, { type Static } from 'typebox'
import { exactly, Id, PlainText } from './parts.ts'

/** The body of `POST /v1/restock`: somebody wants to be told when a variant can be bought again. */
export const RestockSignup = exactly({
  shop: Id,
  /** The public write key. */
  key: PlainText(200),
  /** The address. Read by the API's own rule; a schema's would be too strict or too lax. */
  email: PlainText(254),
  /** The variant, by the feed's id. */
  itemId: PlainText(100),
  /** What the shopper agreed to, as it stood beside the button. */
  consent: PlainText(1000),
  /** Whether they also asked for news: a box of its own that nobody ticked for them. Default false. */
  marketing: Type.Optional(Type.Boolean()),
  /** BCP 47 tag of the page. */
  locale: Type.Optional(PlainText(20)),
  /** Where it was asked for, without query. */
  page: Type.Optional(PlainText(1000))
})

/** The body of `DELETE /v1/restock`: the merchant removes whatever waits for an address. */
export const RestockErasure = exactly({ email: PlainText(254) })

export type RestockErasure = Static<typeof RestockErasure>
export type RestockSignup = Static<typeof RestockSignup>
