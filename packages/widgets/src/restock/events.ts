/** What the restock form's own intent says; impressions, and what is done with the substitute, are the carousel's. */
export interface RestockIntents {
  /** Somebody wants to be told. Whoever takes it sets `status`: to `pending`, or to `failed` with a `problem`. */
  'vitrine:restock': {
    readonly placement: string
    /** The variant, by the feed's id. */
    readonly itemId: string
    readonly email: string
    /** Whether they ticked the box for news. */
    readonly marketing: boolean
    /** What they agreed to, as it stood there: a line for the purpose, and one for news if they ticked that. */
    readonly consent: string
  }
}

/** The same as the events that a page hears. They bubble, and come out of shadow roots. */
export type RestockEventMap = { [Name in keyof RestockIntents]: CustomEvent<RestockIntents[Name]> }
