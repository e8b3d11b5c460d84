import { hashName } from '@vitrine/protocol'

/** Names an answer for attribution: the same for the same question at the same moment. */
export function resultId(parts: readonly unknown[]): string {
  return hashName(JSON.stringify(parts))
}
