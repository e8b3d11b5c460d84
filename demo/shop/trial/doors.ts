/** After half an hour of nothing a visit is over; so much later, the next page begins another. In ms. */
export const LATER_MS = 3_600_000

/** The doors one can come by, and their addresses. */
export const DOORS: readonly (readonly [name: string, address: string])[] = [
  ['From Instagram', '/?utm_source=instagram'],
  ['From the newsletter', '/?utm_source=newsletter'],
  ['From nowhere', '/']
]
