import type { ImportReport } from '@vitrine/protocol'
import type { Refusal } from './refusal.ts'

/** Refusals shown in full; of the rest only the counts by code. */
const MAX_EXAMPLES = 50
/** No code may push all others out of the examples. */
const MAX_EXAMPLES_OF_A_CODE = 5

/** Counts an import as it goes; `accepted + known + refused = lines` whenever no line is under way. */
export interface Tally {
  /** Takes the next line. @returns Its number, from 1. */
  line(): number
  keep(accepted: number, known: number): void
  refuse(line: number, refusal: Refusal): void
  report(): ImportReport
}

/** Opens a tally at nothing. */
export function openTally(): Tally {
  const counts = { lines: 0, accepted: 0, known: 0, refused: 0 }
  const reasons: Record<string, number> = {}
  const examples: ImportReport['examples'] = []
  return {
    line: () => ++counts.lines,
    keep(accepted, known) {
      counts.accepted += accepted
      counts.known += known
    },
    refuse(line, { code, field, problem }) {
      counts.refused++
      const seen = reasons[code] ?? 0
      reasons[code] = seen + 1
      if (seen < MAX_EXAMPLES_OF_A_CODE && examples.length < MAX_EXAMPLES)
        examples.push({ line, code, field, problem })
    },
    report: () => ({ ...counts, reasons: { ...reasons }, examples: [...examples] })
  }
}
