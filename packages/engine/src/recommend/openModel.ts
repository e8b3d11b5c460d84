import type { AvailabilityFile, Card, ItemFile, ListFile, Manifest } from '@vitrine/protocol'
import { withStock } from './withStock.ts'

/** What of the shop's public model is on the device now. */
export interface Model {
  readonly manifest: Manifest
  /** By product id. */
  readonly items: ReadonlyMap<string, ItemFile>
  /** By name. */
  readonly lists: ReadonlyMap<string, ListFile>
  /** Every product that can be shown, by id, with what of it can be ordered now. */
  readonly cards: ReadonlyMap<string, Card>
}

/** The files a model is opened from. */
export interface ModelParts {
  readonly manifest: Manifest
  readonly items: Iterable<ItemFile>
  readonly lists: Iterable<ListFile>
  /** By variant or product id: can it be ordered now? Outranks what the other files' cards say. */
  readonly availability?: AvailabilityFile['items'] | undefined
}

/** Puts the files on the device together. A product's own file has the last word about its card. */
export function openModel({ manifest, items, lists, availability = {} }: ModelParts): Model {
  const byId = new Map([...items].map(file => [file.card.id, file]))
  const byName = new Map([...lists].map(file => [file.name, file]))
  const all = [...byName.values(), ...byId.values()].flatMap(file => file.cards)
  for (const { card } of byId.values()) all.push(card)
  const told = new Map(Object.entries(availability))
  return {
    manifest,
    items: byId,
    lists: byName,
    cards: new Map(all.map(card => [card.id, withStock(card, told)]))
  }
}
