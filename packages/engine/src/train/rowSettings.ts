/** How the list model weighs its counters; everything but `support` is found by `tuneRows`. */
export interface RowSettings {
  /** 0 is "what came next" alone, 1 is "what came together" alone. */
  readonly alpha: number
  /** A session of n distinct products gives each of its pairs `n^−lengthPower`. */
  readonly lengthPower: number
  /** A session that is one span of the data old counts `e^(−1 / freshness)`; 0 means age does not matter. */
  readonly freshness: number
  /** Popular neighbours are divided by `(their support + 10)^gamma`. */
  readonly gamma: number
  /** How much a product's own frequency divides its row; 1 makes it shares. */
  readonly outPower: number
  /** Weight of a product in its own row: how willingly shoppers come back to it. 0 leaves it out. */
  readonly self: number
  /** Sessions longer than this count by their newest items only. */
  readonly maxSessionItems: number
  /** Pairs seen with fewer people (sessions, where people are not known) are not listed at all. */
  readonly minSupport: number
  /** Neighbours in a row. */
  readonly rowItems: number
}

/** Where the search begins, and what a shop with too little data to tune by gets. */
export const SESSION_SETTINGS: RowSettings = {
  alpha: 0.5,
  lengthPower: 1,
  freshness: 0,
  gamma: 0.1,
  outPower: 1,
  self: 1,
  maxSessionItems: 50,
  minSupport: 1,
  rowItems: 50
}

/** An order has no sequence, long ones say little of each pair, and everybody buys the bags: measured on giftware. */
export const BASKET_SETTINGS: RowSettings = {
  ...SESSION_SETTINGS,
  alpha: 1,
  lengthPower: 0.75,
  gamma: 0.4,
  self: 0,
  maxSessionItems: 1000
}
