import type { Senses } from './openSenses.ts'

/** Shorter is a correction, or the address bar that comes and goes (about 60 px). */
const TRAVEL_PX = 100
/** Reading moves a page at a third of this; a flick is twice or three times as fast. */
const SPEED_PX_PER_MS = 1
/** The second stroke comes in this time, or it belongs to something else. */
const TOGETHER_MS = 3000

/**
 * Says whether a stroke, from a finger's landing to its lifting, throws the page back up. What the page does by momentum
 * afterwards is not in it.
 *
 * @param travelPx - How far down the glass the finger went.
 * @param climbedPx - How far up the page went meanwhile.
 */
export function isFlingUp(travelPx: number, climbedPx: number, ms: number): boolean {
  return climbedPx > 0 && travelPx >= TRAVEL_PX && travelPx >= SPEED_PX_PER_MS * ms
}

/**
 * Tells of the second fast stroke upwards in a row, and of each after it. One alone only looks for the last sentence.
 *
 * @returns Whether the screen is what was used last.
 */
export function watchFlings({ window, now, listen }: Senses, onFlings: () => void): () => boolean {
  let isTouch = false
  let startY: number | undefined
  let startPx = 0
  let startAt = 0
  let lastAt = 0

  listen(({ pointerType }) => {
    isTouch = pointerType === 'touch'
  }, 'pointermove')
  listen(({ touches: [finger, second] }) => {
    isTouch = true
    startY = second ? undefined : finger?.clientY // Two fingers zoom.
    startPx = window.scrollY
    startAt = now()
  }, 'touchstart')
  listen(({ changedTouches: [finger] }) => {
    if (!finger || startY === undefined) return
    const isFling = isFlingUp(finger.clientY - startY, startPx - window.scrollY, now() - startAt)
    const isSecond = isFling && now() - lastAt < TOGETHER_MS
    lastAt = isFling ? now() : 0
    if (isSecond) onFlings()
  }, 'touchend')
  return () => isTouch
}
