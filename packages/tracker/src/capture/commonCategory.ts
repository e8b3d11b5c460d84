import type { EventItem } from '@vitrine/protocol'

/** The category path that all products of a list share, department first. A list of one tells nothing of its page. */
export function commonCategory(items: readonly EventItem[]): readonly string[] {
  const [first, ...rest] = items.map(({ category = [] }) => category)
  if (!first || rest.length === 0) return []
  const end = first.findIndex((level, at) => rest.some(path => path[at] !== level))
  return end < 0 ? first : first.slice(0, end)
}
