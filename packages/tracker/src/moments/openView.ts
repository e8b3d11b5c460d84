import type { MomentParts, MomentSensor, SensedMoments } from './openMoments.ts'
import { openSenses } from './openSenses.ts'
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
  const senses = openSenses(parts)
  const { now, moments, onMoment, stop } = senses
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
  const check = watchThresholds(senses, read)
  const leave = () => {
    exitAt = now()
    onMoment()
  }

  let cameBack = () => {}
  const attention = watchAttention(senses, {
    changed: check,
    returned() {
      tabReturn = true
      cameBack()
    }
  })
  const scroll = watchScroll(senses, check)
  const busy = watchBusy(senses, () => {
    clicks++
    check()
  })
  const isFree = () => !busy()
  for (const { when, selector = '' } of moments) {
    if (when === 'elementVisible')
      watchElement(senses, selector, () => {
        visible.add(selector)
        check()
      })
  }
  if (moments.some(({ when }) => when === 'exitIntent')) {
    watchPointer(senses, isFree, leave)
    cameBack = watchTouch(senses, {
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
    stop
  }
}
