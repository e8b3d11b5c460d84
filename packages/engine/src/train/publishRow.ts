import type { RelationRow } from '@vitrine/protocol'

/** The strongest weight in a byte. */
const FULL = 255

/**
 * Puts a row into the published form: weights in 8 bits, with a scale per row.
 *
 * @param ids - Strongest first.
 * @param weights - Positive, falling; one for each id.
 * @returns A row whose `weight × scale` is within half a scale of what was given; nothing that is listed weighs 0.
 */
export function publishRow(ids: readonly string[], weights: readonly number[]): RelationRow {
  const scale = Number(((weights[0] ?? 0) / FULL).toPrecision(6))
  return { ids: [...ids], weights: weights.map(weight => inByte(weight / scale)), scale }
}

function inByte(value: number): number {
  return Math.max(1, Math.min(FULL, Math.round(value)))
}
