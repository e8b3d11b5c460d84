import type {
  Campaign,
  Card,
  ItemFile,
  ListFile,
  Manifest,
  RelationRow,
  ShopConfig,
  ShopEvent
} from '@vitrine/protocol'
import { type Context, foldProfile, type Model, openModel, type RecommendWorld } from '../src/index.ts'
import { NOON } from './anEvent.ts'

/** A card that can be bought, unless told otherwise. */
export function aCard(id: string, fields: Partial<Card> = {}): Card {
  return {
    id,
    title: `Thing ${id}`,
    link: `/p/${id}`,
    price: 1000,
    category: ['Giftware'],
    availability: 'in_stock',
    ...fields
  }
}

/** A row whose weights fall by one from 255. */
export function aRow(...ids: readonly string[]): RelationRow {
  return { ids: [...ids], weights: ids.map((_, place) => 255 - place), scale: 0.01 }
}

/** An item file; the cards of its neighbours come with it. */
export function anItem(card: Card, rows: ItemFile['rows'] = {}, cards: readonly Card[] = []): ItemFile {
  return { v: 1, card, rows, cards: [...cards] }
}

/** A list whose scores fall evenly from 1. */
export function aList(name: string, ...cards: readonly Card[]): ListFile {
  return { v: 1, name, cards: [...cards], scores: cards.map((_, place) => 1 - place / cards.length) }
}

/** A manifest of a shop that has everything. */
export function aManifest(fields: Partial<Manifest> = {}): Manifest {
  return {
    v: 1,
    shop: 'demo',
    version: 'v1',
    publishedAt: NOON,
    currency: 'GBP',
    items: 10,
    relations: ['viewed', 'bought', 'similar'],
    scoring: { viewed: { steps: 5, recency: 1 }, bought: { steps: 5, recency: 1 } },
    lists: ['best_sellers', 'best_sellers~Giftware', 'trending', 'new_arrivals'],
    ...fields
  }
}

/** The model of some files. */
export function aModel(
  items: readonly ItemFile[],
  lists: readonly ListFile[] = [],
  more: {
    readonly availability?: Readonly<Record<string, boolean>>
    readonly manifest?: Partial<Manifest>
  } = {}
): Model {
  return openModel({
    manifest: aManifest(more.manifest),
    items,
    lists,
    availability: { ...more.availability }
  })
}

/** A home page at noon on a Wednesday. */
export function aContext(fields: Partial<Context> = {}): Context {
  return {
    page: { type: 'home', url: 'https://shop.example/' },
    shownIds: [],
    local: { minutes: 720, weekday: 3 },
    ...fields
  }
}

/** A product's page. */
export function onPageOf(itemId: string, fields: Partial<Context> = {}): Context {
  return aContext({
    page: { type: 'product', url: `https://shop.example/p/${itemId}`, itemId, category: ['Giftware'] },
    ...fields
  })
}

/** What to recommend from: a shopper who did these things, on a page, with a model. */
export function aWorld(
  model: Model,
  events: readonly ShopEvent[] = [],
  fields: Partial<RecommendWorld> = {}
): RecommendWorld {
  const profile = foldProfile(events, { now: NOON, manifest: model.manifest })
  return { profile, context: aContext(), model, now: NOON, seed: 'visitor', ...fields }
}

/** A live banner for everyone in the placement `hero`. */
export function aCampaign(id: string, fields: Partial<Campaign> = {}): Campaign {
  return {
    id,
    name: id,
    placement: 'hero',
    audience: { all: [] },
    variants: [{ id: 'a', weight: 1, content: { widget: 'banner', title: 'Hello' } }],
    ...fields
  }
}

/** A shop with the placement `hero` and these campaigns. */
export function aConfig(campaigns: readonly Campaign[], fields: Partial<ShopConfig> = {}): ShopConfig {
  return {
    v: 1,
    shop: 'demo',
    name: 'Demo',
    currency: 'GBP',
    locale: 'en-GB',
    placements: [{ id: 'hero' }],
    campaigns: [...campaigns],
    ...fields
  }
}
