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
  const { tracker, config, loadWidget } = parts
  let shown: (ShownPopup & { readonly standing: Standing }) | undefined
  let isTrying = false
  let isStopped = false

  async function consider(): Promise<void> {
    if (isTrying || isStopped || !mayPersonalise(tracker.consent())) return
    isTrying = true
    try {
      for (const placement of popupPlacements(config, tracker.page().type)) await tryOne(placement)
    } finally {
      isTrying = false
    }
  }

  /** Decides without the lock first: most moments are no moment for a popup. */
  async function tryOne(placement: string): Promise<void> {
    const { decision } = (await decideOverlay(parts, placement)) ?? {}
    // It may be needed in a moment, and the moment will be short.
    if (decision?.verdicts.some(({ checks }) => checks.at(-1)?.gate === 'trigger')) void loadWidget('popup')
    if (decision?.campaign === undefined) return
    await alone(async () => {
      const ready = await readyPopup(parts, placement)
      if (ready && !isStopped) await show(ready)
    })
  }

  /** Without locks (a page without TLS has none) a tab has only itself to ask. */
  async function alone(work: () => Promise<void>): Promise<void> {
    const locks = parts.world.window.navigator.locks as LockManager | undefined
    if (!locks) return work()
    await locks.request(`vitrine-overlay-${config.shop}`, { ifAvailable: true }, lock => lock && work())
  }

  async function show({ decision, mind, issued }: ReadyPopup): Promise<void> {
    const { placement } = decision
    const standing = { placement, decision }
    const ref = { ...parts.refOf(standing), overlay: true }
    tracker.record({ type: 'view_promotion', ref })
    await tracker.saved()
    parts.decided(decision)
    const content = parts.wordsFor(decision, mind)
    const offer = issued && { code: issued.code, expires: untilText(issued, config) }
    const fields = { ...parts.common, placement, content, offer, reason: content.reason }
    const popup = openPopup(parts.world.window.document, {
      ...{ placement, fields },
      tell: type => tracker.record({ type, ref })
    })
    shown = { ...popup, standing }
    await popup.closed
    shown = undefined
  }

  const close = () => shown?.close()
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

function untilText({ expiresAt }: IssuedOffer, config: ShopConfig): string {
  const format = new Intl.DateTimeFormat(config.locale, { dateStyle: 'medium', timeStyle: 'short' })
  return wordsOf(config)('popup.expires', 'Valid until {date}').replace('{date}', format.format(expiresAt))
}
