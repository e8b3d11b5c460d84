import type { DebugReport } from 'vitrine'
import { currentLines } from './currentLines.ts'

/** Titles by product id, for whoever shows a profile: asked of the shop, which knows its own goods. */
export async function titlesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const lines = await currentLines([...new Set(ids)].slice(0, 60)).catch(() => [])
  const titles = new Map(
    lines.flatMap(({ item }) => [
      [item.item_id, item.item_name],
      [String(item['item_group_id'] ?? ''), item.item_name]
    ])
  )
  return id => titles.get(id) ?? id
}

/** How the outbox stands, in words. */
export function outboxInWords({ outbox }: DebugReport): string {
  const dropped = Object.values(outbox.dropped).reduce((sum, count) => sum + count, 0)
  return `${outbox.sent} sent, ${outbox.waiting} waiting${dropped > 0 ? `, ${dropped} dropped` : ''}`
}
