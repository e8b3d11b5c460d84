import type { EventBody } from '@vitrine/protocol'
import { refOf } from './intents.ts'
import { openWaiting } from './openWaiting.ts'
import type { Slot } from './slots.ts'
import { whenVisible } from './whenVisible.ts'

/**
 * Tells when a shopper of a holdout comes to the place where the campaign would have stood, so that the shown and
 * the not shown are counted by the same measure.
 */
export function openHoldouts(record: (body: EventBody) => void) {
  const waiting = openWaiting()
  return {
    watch(slot: Slot): void {
      waiting.end(slot.element)
      if (!slot.decision?.holdout || slot.seen) return
      const tell = () => {
        slot.seen = true
        record({ type: 'view_promotion', ref: { ...refOf(slot), holdout: true } })
      }
      waiting.set(slot.element, whenVisible(slot.element, 0, tell))
    },
    stop: waiting.stop
  }
}
