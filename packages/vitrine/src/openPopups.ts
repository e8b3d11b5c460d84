import { type IssuedOffer, mayPersonalise, type ShopConfig } from '@vitrine/protocol'
import { openPopup, type ShownPopup } from './openPopup.ts'
import type { OverlayParts } from './overlayParts.ts'
import { popupPlacements } from './popupPlacements.ts'
import { decideOverlay, type ReadyPopup, readyPopup } from './readyPopup.ts'
import type { Standing } from './slots.ts'
import { wordsOf } from './textOf.ts'

/**
 * Opens popups: one at a time over all tabs (a lock of the browser's is held while one is open), inside the budget
 * (counted anew from the shelf under that lock, and written to it before anything is seen), and never without leave.
 */
export function openPopups(parts: OverlayParts) {
  const { tracker, config, loadWidget, complain } = parts
  let shown: (ShownPopup & { readonly standing: Standing }) | undefined
  // A moment may come while another is tried.
  let [isAsked, isTrying, isStopped] = [false, false, false]
  // Whatever was on its way when the page ended or leave was withdrawn is not shown any more.
  let turn = 0

  async function consider(): Promise<void> {
    isAsked = true
    if (isTrying) return
    isTrying = true
    try {
      while (isAsked && !isStopped && mayPersonalise(tracker.consent())) {
        isAsked = false
        for (const one of popupPlacements(config, tracker.page().type)) await tryOne(one)
      }
    } finally {
      isTrying = false
    }
  }

  /** Decides without the lock first: most moments are no moment for a popup. */
  async function tryOne(placement: string): Promise<void> {
    const { decision } = (await decideOverlay(parts, placement)) ?? {}
    // It may be needed in a moment, and the moment will be short.
    if (decision?.verdicts.some(({ checks }) => checks.at(-1)?.gate === 'trigger')) void readyWidget()
    if (decision?.campaign === undefined) return
    const mine = turn
    await alone(parts, async () => {
      const ready = await readyPopup(parts, placement)
      if (ready && mine === turn) await show(ready, mine)
    })
  }

  const readyWidget = () => loadWidget('popup').catch(error => complain('VT-06', `popup: ${error}`))

  async function show({ decision, mind, issued }: ReadyPopup, mine: number): Promise<void> {
    const { placement } = decision
    const standing = { placement, decision }
    const ref = { ...parts.refOf(standing), overlay: true }
    tracker.record({ type: 'view_promotion', ref })
    await tracker.saved()
    parts.decided(decision)
    if (mine !== turn || !mayPersonalise(tracker.consent())) return
    const content = parts.wordsFor(decision, mind)
    const offer = offerText(issued, config)
    const fields = { ...parts.common, placement, content, offer, reason: content.reason }
    const popup = openPopup(parts.world.window.document, {
      ...{ placement, fields },
      tell: type => tracker.record({ type, ref })
    })
    shown = { ...popup, standing }
    await popup.closed
    shown = undefined
  }

  function close(): void {
    turn++
    shown?.close()
  }

  return {
    consider,
    close,
    open: (): readonly Standing[] => (shown ? [shown.standing] : []),
    stop() {
      isStopped = true
      close()
    }
  }
}

/** Without locks (a page without TLS has none) a tab has only itself to ask. */
async function alone({ world, config }: OverlayParts, work: () => Promise<void>): Promise<void> {
  const locks = world.window.navigator.locks as LockManager | undefined
  if (!locks) return work()
  await locks.request(`vitrine-overlay-${config.shop}`, { ifAvailable: true }, lock => lock && work())
}

function offerText(issued: IssuedOffer | undefined, config: ShopConfig) {
  const format = new Intl.DateTimeFormat(config.locale, { dateStyle: 'medium', timeStyle: 'short' })
  const until = wordsOf(config)('popup.expires', 'Valid until {date}')
  return issued && { code: issued.code, expires: until.replace('{date}', format.format(issued.expiresAt)) }
}
