import { listenTo } from './listenTo.ts'
import type { MomentParts, MomentSensor, SensedMoments } from './openMoments.ts'
import { watchAttention } from './watchAttention.ts'
import { watchBusy } from './watchBusy.ts'
import { watchElement } from './watchElement.ts'
import { watchPointer } from './watchPointer.ts'
import { watchScroll } from './watchScroll.ts'
import { watchThresholds } from './watchThresholds.ts'
import { watchTouch } from './watchTouch.ts'

/** An exit counts until the shopper does something again; an answer to it may take this long. */
const ANSWER_MS = 2000

/** Senses one view of a page, from now on. */
export function openView(parts: MomentParts): Omit<MomentSensor, 'turnPage'> {
  const { window, now, setTimer, moments, onMoment } = parts
  const { listen, undo } = listenTo(window)
  const undos = [undo]
  const shownAt = now()
  const visible = new Set<string>()
  let clicks = 0
  let exitAt = 0
  let tabReturn = false

  const read = (): SensedMoments => ({
    dwellMs: now() - shownAt,
    activeMs: attention.activeMs(),
    idleMs: attention.idleMs(),
    scrollDepth: scroll.depth(),
    clicks,
    exitIntent: now() - exitAt < Math.max(attention.idleMs(), ANSWER_MS),
    tabReturn,
    visible: [...visible]
  })
  const check = watchThresholds(parts, read, undos)
  const leave = () => {
    exitAt = now()
    onMoment()
  }

  let cameBack = () => {}
  const attention = watchAttention(window, now, listen, {
    changed: check,
    returned() {
      tabReturn = true
      cameBack()
    }
  })
  const scroll = watchScroll(window, listen, check)
  const busy = watchBusy(parts, listen, undos, () => {
    clicks++
    check()
  })
  const isFree = () => !busy()
  for (const { when, selector = '' } of moments) {
    if (when === 'elementVisible')
      undos.push(
        watchElement(parts, selector, () => {
          visible.add(selector)
          check()
        })
      )
  }
  if (moments.some(({ when }) => when === 'exitIntent')) {
    watchPointer(setTimer, listen, isFree, leave)
    cameBack = watchTouch(parts, listen, undos, {
      ...attention,
      hasRead: scroll.hasRead,
      isFree,
      onLeave: leave
    })
  }
  check()

  return {
    read,
    busy(pageType) {
      if (pageType === 'checkout' || pageType === 'order_confirmation') return 'checkout'
      return busy(true)
    },
    stop() {
      for (const undo of undos) undo()
    }
  }
}
