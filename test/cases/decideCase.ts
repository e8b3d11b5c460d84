import { type Context, checkText, decide, foldProfile, type Model, openModel } from '@vitrine/engine'
import {
  type Card,
  type Decision,
  type EventItem,
  type EventType,
  eventId,
  type ItemFile,
  type ListFile,
  type Manifest,
  type ShopConfig,
  type ShopEvent,
  type Source
} from '@vitrine/protocol'

// Reads no file and touches nothing of a browser or of Node: whoever runs the cases brings them along.

/** The small shop that all cases happen in (`shop.json`). */
export interface CaseShop {
  readonly manifest: Manifest
  readonly cards: readonly Card[]
  readonly rows: Readonly<Record<string, ItemFile['rows']>>
  /** Product ids by list name, the best first. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly placements: ShopConfig['placements']
}

/** A line of an event: a product's id says all that its card says. */
type CaseLine = string | EventItem

interface CaseEvent extends Partial<Omit<ShopEvent, 'items'>> {
  readonly type: EventType
  /** Minutes before `now`. */
  readonly minutesAgo: number
  readonly source?: Source
  readonly items?: readonly CaseLine[]
}

/** A decision as data (`decide/*.json`). */
export interface DecideCase {
  /** What happens, for a person. */
  readonly name: string
  readonly now: string
  readonly placement: string
  readonly seed: string
  readonly context: Partial<Context>
  readonly events: readonly CaseEvent[]
  readonly availability?: Readonly<Record<string, boolean>>
  readonly config: Pick<ShopConfig, 'campaigns' | 'rules' | 'sensitiveCategories' | 'freeShipping'>
  readonly expected: CaseOutcome
}

/** What a case settles of a decision. */
export interface CaseOutcome {
  readonly campaign: string | null
  readonly variant: string | null
  readonly holdout: boolean
  /** `id: code`, and what led there in brackets. */
  readonly items: readonly string[]
  /** By campaign the gate that kept it out, and why. */
  readonly kept: Readonly<Record<string, string>>
}

/** Plays a case through the engine, from its events to the decision. */
export function playDecideCase(shop: CaseShop, played: DecideCase): CaseOutcome {
  const now = Date.parse(played.now)
  const cards = new Map(shop.cards.map(card => [card.id, card]))
  const model = modelOf(shop, cards, played)
  const events = played.events.map((event, seq) => eventOf(event, now, seq, cards))
  const config: ShopConfig = {
    ...{ v: 1, shop: 'case', name: 'Case', currency: 'GBP', locale: 'en-GB' },
    placements: shop.placements,
    ...played.config
  }
  const profile = foldProfile(events, {
    now,
    manifest: shop.manifest,
    sensitiveCategories: config.sensitiveCategories
  })
  const context: Context = {
    page: { type: 'home', url: 'https://shop.example/' },
    shownIds: [],
    local: { minutes: 720, weekday: 3 },
    ...played.context
  }
  return outcomeOf(decide({ ...played, now, profile, context, events, config, model }))
}

function modelOf(shop: CaseShop, cards: ReadonlyMap<string, Card>, { availability }: DecideCase): Model {
  const known = (ids: readonly string[]) => ids.flatMap(id => cards.get(id) ?? [])
  return openModel({
    manifest: shop.manifest,
    items: shop.cards.map((card): ItemFile => ({ v: 1, card, rows: shop.rows[card.id] ?? {}, cards: [] })),
    lists: Object.entries(shop.lists).map(
      ([name, ids]): ListFile => ({
        v: 1,
        name,
        cards: known(ids),
        scores: ids.map((_, place) => 1 - place / ids.length)
      })
    ),
    availability
  })
}

function eventOf(
  { minutesAgo, items, ...rest }: CaseEvent,
  now: number,
  seq: number,
  cards: ReadonlyMap<string, Card>
): ShopEvent {
  const at = now - minutesAgo * 60_000
  const id = eventId({ at, tab: '0000000000ca', seq })
  return { source: 'web', ...rest, id, at, ...(items && { items: items.map(line => lineOf(line, cards)) }) }
}

function lineOf(line: CaseLine, cards: ReadonlyMap<string, Card>): EventItem {
  if (typeof line !== 'string') return line
  const card = cards.get(line)
  if (!card) throw new Error(`the shop has no product ${line}`)
  const { id: itemId, category, price, color } = card
  return { itemId, category, price, ...(color !== undefined && { color }) }
}

function outcomeOf({ campaign, variant, holdout, items, verdicts }: Decision): CaseOutcome {
  const kept = verdicts.flatMap(verdict => {
    const check = verdict.checks.find(({ passed }) => !passed)
    return check ? [[verdict.campaign, `${check.gate}: ${checkText(check)}`]] : []
  })
  return {
    campaign: campaign ?? null,
    variant: variant ?? null,
    holdout,
    items: items.map(({ card, reason: { code, item, value } }) => {
      const led = item ?? value
      return `${card.id}: ${code}${led === undefined ? '' : ` (${led})`}`
    }),
    kept: Object.fromEntries(kept)
  }
}
