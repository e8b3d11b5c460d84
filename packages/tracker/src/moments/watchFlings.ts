import type { EpochMs } from '@vitrine/protocol'
import type { TrackedWindow } from '../world.ts'
import type { Listen } from './listenTo.ts'

/** Shorter is a correction, or the address bar that comes and goes (about 60 px). */
const TRAVEL_PX = 100
/** Reading moves a page at a third of this; a flick is twice or three times as fast. */
const SPEED_PX_PER_MS = 1
/** The second stroke comes in this time, or it belongs to something else. */
const TOGETHER_MS = 3000

/** One finger from its landing to its lifting. What the page does by momentum afterwards is not in it. */
export interface Stroke {
  /** How far down the glass the finger went, px. */
  readonly travelPx: number
  /** How far up the page went meanwhile, px. */
  readonly climbedPx: number
  readonly ms: number
}

/** Says whether a stroke throws the page back up. */
export function isFlingUp({ travelPx, climbedPx, ms }: Stroke): boolean {
  return climbedPx > 0 && travelPx >= TRAVEL_PX && travelPx >= SPEED_PX_PER_MS * ms
}

/**
 * Tells of the second fast stroke upwards in a row, and of each after it. One alone only looks for the last sentence.
 *
 * @returns Whether the screen is what was used last.
 */
export function watchFlings(
  window: TrackedWindow,
  now: () => EpochMs,
  listen: Listen,
  onFlings: () => void
): () => boolean {
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
    const travelPx = finger.clientY - startY
    const isFling = isFlingUp({ travelPx, climbedPx: startPx - window.scrollY, ms: now() - startAt })
    const isSecond = isFling && now() - lastAt < TOGETHER_MS
    lastAt = isFling ? now() : 0
    if (isSecond) onFlings()
  }, 'touchend')
  return () => isTouch
}
