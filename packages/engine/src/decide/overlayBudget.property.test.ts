import { type Campaign, type EventType, eventId, type OverlayLimits, type ShopEvent } from '@vitrine/protocol'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE, NOON } from '../../testing/anEvent.ts'
import { anyMoments } from '../../testing/arbitraryShops.ts'
import { aCampaign, aConfig, aContext } from '../../testing/aShop.ts'
import type { Moments } from '../audience/context.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { decide } from './decide.ts'
import { overlaysShown } from './overlaysShown.ts'

// A hundred browsers with three tabs each: seconds, where a machine is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

/** What a shopper does in one tab. */
type Deed =
  | { readonly do: 'turn' | 'close' | 'click' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'try'; readonly moments: Moments }

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('turn' as const, 'close', 'click') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 1, MINUTE, 29 * MINUTE, 31 * MINUTE, 13 * HOUR, DAY - 1, DAY)
    })
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('try' as const), moments: anyMoments }) }
)

const anyLimits: fc.Arbitrary<OverlayLimits> = fc.record({
  perPage: fc.integer({ min: 0, max: 2 }),
  perSession: fc.integer({ min: 0, max: 3 }),
  perDay: fc.integer({ min: 0, max: 3 })
})

const popup: Campaign['variants'] = [{ id: 'a', weight: 1, content: { widget: 'popup' } }]
const campaigns: readonly Campaign[] = [
  aCampaign('leave', { variants: popup, priority: 2, trigger: { any: [{ when: 'exitIntent' }] } }),
  aCampaign('stay', { variants: popup, priority: 1, trigger: { all: [{ when: 'delay', atLeast: 5000 }] } }),
  aCampaign('any', { variants: popup, frequency: { show: 'always', cooldown: '1m' } }),
  aCampaign('held', { variants: popup, priority: 3, holdout: 0.5, trigger: { any: [{ when: 'tabReturn' }] } })
]

/** What one browser shares between its tabs: a clock that only goes on, a store, a lock, and what stands open. */
function openBrowser(limits: OverlayLimits, pause: () => Promise<void>) {
  const config = aConfig(campaigns, { overlays: limits })
  const store: ShopEvent[] = []
  const open = new Set<string>()
  const shown: { readonly event: ShopEvent; readonly page: string }[] = []
  let now = NOON
  let lock = Promise.resolve()

  /** Runs one tab after the other, as the browser's own lock does. */
  function locked(work: () => Promise<void>): Promise<void> {
    lock = lock.then(work)
    return lock
  }

  function openTab(tab: string) {
    let pageSince = now
    let [page, seq] = [0, 0]
    const record = (type: EventType, ref?: ShopEvent['ref']) => {
      const id = eventId({ at: now, tab, seq: seq++ })
      const event: ShopEvent = { id, at: now, type, source: 'web', ...(ref && { ref }) }
      store.push(event)
      return event
    }
    /** As the pipeline does it: what the other tabs have told is read, the decision made and told, and only then another may. */
    async function attempt(moments: Moments): Promise<void> {
      const events = [...store]
      await pause()
      const context = aContext({
        mayOverlay: true,
        moments,
        shownOverlays: { ...overlaysShown(events, { now, tab, pageSince }), isOpen: open.size > 0 }
      })
      const profile = foldProfile(events, { now })
      const decision = decide({ placement: 'hero', profile, context, events, config, seed: 'v', now })
      await pause()
      const { campaign, content, resultId, holdout } = decision
      if (!campaign) return
      const event = record('view_promotion', { campaign, resultId, overlay: true, holdout })
      if (!content) return
      open.add(tab)
      shown.push({ event, page: `${tab} ${page}` })
      expect([...open]).toEqual([tab])
    }
    const close = () => {
      // Nobody closes and nobody turns in no time.
      now++
      if (open.delete(tab)) record('dismiss_promotion', { overlay: true })
    }
    const turn = () => {
      close()
      page++
      pageSince = now
      record('page_view')
    }
    return async (deed: Deed) => {
      if (deed.do === 'try') await locked(() => attempt(deed.moments))
      else if (deed.do === 'wait') now += deed.ms
      else if (deed.do === 'click') record('select_item')
      else ({ close, turn })[deed.do]()
    }
  }
  return { openTab, store, shown }
}

test('DC-24 under no interleaving of tabs, triggers and clocks is the budget exceeded or do two overlays stand open', async () => {
  const anyTabs = fc.array(fc.array(anyDeed, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(anyLimits, anyTabs, fc.scheduler(), async (limits, tabs, scheduler) => {
      const browser = openBrowser(limits, () => scheduler.schedule(Promise.resolve()))
      const walks = tabs.map(async (deeds, n) => {
        const act = browser.openTab(String(n).repeat(12))
        for (const deed of deeds) {
          await scheduler.schedule(Promise.resolve())
          await act(deed)
        }
      })
      await scheduler.waitFor(Promise.all(walks))
      expectWithin(limits, browser)
    }),
    { numRuns: 300 }
  )
})

/** Counts by the words of the budget, not by the code under test. */
function expectWithin(
  { perPage, perSession, perDay }: OverlayLimits,
  { shown, store }: Pick<ReturnType<typeof openBrowser>, 'shown' | 'store'>
): void {
  const times = shown.map(({ event }) => event.at)
  for (const { page } of shown)
    expect(shown.filter(one => one.page === page).length).toBeLessThanOrEqual(perPage)
  for (const end of times)
    expect(times.filter(at => at > end - DAY && at <= end).length).toBeLessThanOrEqual(perDay)
  const all = store.map(({ at }) => at).sort((a, b) => a - b)
  const breaks = all.filter((at, n) => n > 0 && at - (all[n - 1] ?? 0) >= 30 * MINUTE)
  const bounds = [0, ...breaks, Number.POSITIVE_INFINITY]
  for (const [n, from] of bounds.entries()) {
    const to = bounds[n + 1] ?? from
    expect(times.filter(at => at >= from && at < to).length).toBeLessThanOrEqual(perSession)
  }
}
