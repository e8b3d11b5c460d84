import type { EventBody } from '@vitrine/protocol'
import { watchImpressions } from '@vitrine/widgets/seen'
import { refOf } from './intents.ts'
import { openWaiting } from './openWaiting.ts'
import type { Slot } from './slots.ts'

/**
 * Tells when a shopper of a holdout comes to the place where the campaign would have stood, so that the shown and
 * the not shown are counted by the same measure: half of it in view for a second.
 */
export function openHoldouts(record: (body: EventBody) => void) {
  const waiting = openWaiting()
  return {
    watch(slot: Slot): void {
      waiting.end(slot.element)
      if (!slot.decision?.holdout || slot.seen) return
      const tell = () => {
        waiting.end(slot.element)
        slot.seen = true
        record({ type: 'view_promotion', ref: { ...refOf(slot), holdout: true } })
      }
      waiting.set(slot.element, watchImpressions([slot.element], tell))
    },
    stop: waiting.stop
  }
}
