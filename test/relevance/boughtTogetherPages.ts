import { type TrainedModel, trainModel } from '@vitrine/engine/train'
import { hash32, type ItemFile, type RelationRow } from '@vitrine/protocol'
import { readGiftShop } from './giftShop.ts'

/** The day the verdicts were given on; it decides only how far the orders are moved. */
const JUDGED_AT = Date.UTC(2026, 10, 21)
const PAGES = 20
const SHOWN = 8

/** Twenty product pages of the giftware department, chosen by a hash of their ids: seeded, and not by us. */
function chosenPages(items: Iterable<ItemFile>): readonly ItemFile[] {
  return [...items]
    .filter(({ card, rows }) => card.category[0] === 'Giftware' && rows.bought)
    .sort((a, b) => hash32(a.card.id, 20) - hash32(b.card.id, 20))
    .slice(0, PAGES)
}

function pageText({ card, rows, cards }: ItemFile, orders: number): string {
  const titles = new Map(cards.map(({ id, title }) => [id, title]))
  const row: RelationRow = rows.bought ?? { ids: [], weights: [], scale: 0 }
  const shown = row.ids.flatMap(id => titles.get(id) ?? []).slice(0, SHOWN)
  return `- **${card.title}** (${orders} orders${row.borrowed ? ', borrowed' : ''}): ${shown.join(' · ')}`
}

if (import.meta.main) {
  const shop = await readGiftShop(JUDGED_AT)
  const orders = new Map<string, number>()
  for (const { items } of shop.baskets) for (const id of items) orders.set(id, (orders.get(id) ?? 0) + 1)
  const model: TrainedModel = trainModel({
    shop: 'demo',
    currency: 'GBP',
    sessions: [],
    now: JUDGED_AT,
    ...shop
  })
  for (const page of chosenPages(model.items)) console.log(pageText(page, orders.get(page.card.id) ?? 0))
}
