import Type, { type Static } from 'typebox'
import { exactly, Id, Text } from './parts.ts'

/** The body of `POST /v1/restock`: somebody wants to be told when a variant can be bought again. */
export const RestockSignup = exactly({
  shop: Id,
  /** The public write key. */
  key: Text(200),
  /** The address. Read by the API's own rule; a schema's would be too strict or too lax. */
  email: Text(254),
  /** The variant, by the feed's id. */
  itemId: Text(100),
  /** What the shopper agreed to, as it stood beside the button. */
  consent: Text(1000),
  /** Whether they also asked for news: a box of its own that nobody ticked for them. Default false. */
  marketing: Type.Optional(Type.Boolean()),
  /** BCP 47 tag of the page. */
  locale: Type.Optional(Text(20)),
  /** Where it was asked for, without query. */
  page: Type.Optional(Text(1000))
})

export type RestockSignup = Static<typeof RestockSignup>
