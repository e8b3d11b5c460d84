import type { EpochMs } from './words.ts'

/** What a taste can be about. */
export const AFFINITY_KINDS = ['category', 'brand', 'color', 'size', 'material', 'priceBand'] as const

/** One of {@link AFFINITY_KINDS}. */
export type AffinityKind = (typeof AFFINITY_KINDS)[number]

/** How far a shopper leans to one value: `share` is its part of all leanings of its kind, 0 … 1. */
export interface Affinity {
  readonly value: string
  readonly score: number
  readonly share: number
}

/** A product the shopper looked at. */
export interface Viewed {
  readonly id: string
  readonly at: EpochMs
  readonly times: number
}

/** A line of the cart as the shop's events have it. */
export interface CartLine {
  readonly id: string
  readonly itemId: string
  readonly quantity: number
  readonly at: EpochMs
  /** Unit price in minor units, where known. */
  readonly price?: number | undefined
}

/** An order, whatever the channel. */
export interface Order {
  readonly id: string
  readonly at: EpochMs
  /** What was paid for goods less what was given back, minor units of the shop's currency. */
  readonly value: number
  /** Product ids. */
  readonly items: readonly string[]
}

/** A product the shopper owns or uses up. */
export interface Bought {
  readonly id: string
  /** In how many orders. */
  readonly times: number
  /** Units kept: bought less returned. */
  readonly quantity: number
  readonly lastAt: EpochMs
  /** Median days between its orders, from the second on. */
  readonly everyDays?: number | undefined
}

/** How a campaign and this shopper have met. */
export interface CampaignHistory {
  readonly shown: number
  readonly lastShownAt?: EpochMs
  readonly clicked: number
  readonly lastDismissedAt?: EpochMs
  readonly lastConvertedAt?: EpochMs
}

/** Recency, frequency and money of the orders, and their quintile cells (1 … 5, 5 best) where the shop has published borders. */
export interface Rfm {
  readonly recencyDays?: number | undefined
  readonly orders: number
  /** Minor units, returns taken off. */
  readonly monetary: number
  readonly cells?: readonly [recency: number, frequency: number, monetary: number] | undefined
}

/** Where a shopper stands with the shop, by orders and by the shop's usual gap between them. */
export const LIFECYCLES = [
  'new_visitor',
  'returning_visitor',
  'first_time_customer',
  'repeat_customer',
  'loyal_customer',
  'at_risk',
  'lapsed'
] as const

/** One of {@link LIFECYCLES}. */
export type Lifecycle = (typeof LIFECYCLES)[number]

/** What the device knows of one shopper: a fold over events, in any order, of any source. */
export interface Profile {
  readonly v: 1
  readonly firstAt?: EpochMs | undefined
  readonly lastAt?: EpochMs | undefined
  /** Newest first, each product once. */
  readonly recentlyViewed: readonly Viewed[]
  /** Products of the present session in the order they were looked at, newest last, repeats kept. */
  readonly sessionItems: readonly string[]
  readonly sessions: number
  readonly cart: readonly CartLine[]
  /** Newest first. */
  readonly orders: readonly Order[]
  /** Newest first. */
  readonly bought: readonly Bought[]
  /** Strongest first. */
  readonly affinities: Readonly<Record<AffinityKind, readonly Affinity[]>>
  /** The category the shopper leans to most, among those that stand first in a product's path. */
  readonly department?: string | undefined
  readonly rfm: Rfm
  readonly lifecycle: Lifecycle
  /** Products never to be shown again. */
  readonly disliked: readonly string[]
  readonly campaigns: Readonly<Record<string, CampaignHistory>>
  /** How the present visit came: `utm_source`, else the referrer's host. */
  readonly landing?: string | undefined
}
