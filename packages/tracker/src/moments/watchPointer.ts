import type { Senses } from './openSenses.ts'

/** Fast pointers are last seen a little inside. */
const EDGE_PX = 20
/** A pointer that rests in the header and slips out was not on its way. */
const RISE_PX = 40
/** Longer than to slip over the edge and back, shorter than to close a tab. */
const CONFIRM_MS = 150

/**
 * Says whether a pointer that leaves the page goes to the tabs or the address: through the top, on its way up, with no
 * button down.
 *
 * @param riseFrom - Where it began to rise, px from the top; absent when it was never seen to move.
 */
function isThroughTop({ buttons, clientY }: MouseEvent, riseFrom: number | undefined): boolean {
  return !buttons && clientY <= EDGE_PX && riseFrom !== undefined && riseFrom - clientY >= RISE_PX
}

/** Tells when a mouse leaves through the top and stays outside, with nothing in the way. */
export function watchPointer({ newTimer, listen }: Senses, isFree: () => boolean, onLeave: () => void): void {
  let lastY: number | undefined
  let riseFrom: number | undefined
  const confirm = newTimer()
  /** Wherever it is seen next, it has to rise anew. */
  const restart = () => {
    confirm()
    lastY = riseFrom = undefined
  }

  listen(({ pointerType, clientY }) => {
    confirm()
    if (pointerType === 'touch') return
    if (lastY === undefined || clientY > lastY) riseFrom = clientY
    lastY = clientY
  }, 'pointermove')
  // A panel of the browser that opens or closes moves the page from under the pointer.
  listen(restart, 'resize')
  listen(event => {
    // From one element to another, or into a frame.
    if (event.relatedTarget) return
    const isLeaving = isThroughTop(event, riseFrom)
    restart()
    if (isLeaving) confirm(() => isFree() && onLeave(), CONFIRM_MS)
  }, 'mouseout')
}
