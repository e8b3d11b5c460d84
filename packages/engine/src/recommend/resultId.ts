import { hash32 } from '@vitrine/protocol'

/** Names an answer for attribution: sixteen hex digits, the same for the same question at the same moment. */
export function resultId(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts)
  return [1, 2].map(seed => hash32(text, seed).toString(16).padStart(8, '0')).join('')
}
