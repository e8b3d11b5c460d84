import type { Affinity } from '@vitrine/protocol'
import type { Deed } from './deedsOf.ts'

/** The strongest leaning to a category that stands first in some product's path; a sub-category can weigh as much. */
export function departmentOf(deeds: readonly Deed[], categories: readonly Affinity[]): string | undefined {
  const departments = new Set(deeds.map(({ item }) => item.category?.[0]))
  return categories.find(({ value }) => departments.has(value))?.value
}
