import type { Campaign, Frequency, ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, DAY, HOUR, MINUTE, NOON } from '../../testing/anEvent.ts'
import { aCampaign, aConfig, aContext } from '../../testing/aShop.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { checkText } from './checkText.ts'
import { decide } from './decide.ts'
import { overlaysShown } from './overlaysShown.ts'

const ref = { campaign: 'c', resultId: 'r', overlay: true }
const shown = anEvent('view_promotion', NOON, { ref })
const closed = anEvent('dismiss_promotion', NOON + MINUTE, { ref })
const clicked = anEvent('select_promotion', NOON + MINUTE, { ref })
const joined = anEvent('join_waitlist', NOON + MINUTE, { ref })
const bought = anEvent('purchase', NOON + HOUR, { transactionId: 'T-1' })

/** What becomes of a popup after these events, a week of them at a time. */
function popupAfter(
  events: readonly ShopEvent[],
  frequency: Frequency | undefined,
  { after, ...fields }: Partial<Campaign> & { readonly after: number }
): string {
  const now = NOON + after
  const variants: Campaign['variants'] = [{ id: 'a', weight: 1, content: { widget: 'popup' } }]
  const campaign = aCampaign('c', { variants, ...(frequency && { frequency }), ...fields })
  const count = { now, tab: '000000000000', pageSince: now }
  const { content, holdout, verdicts } = decide({
    placement: 'hero',
    profile: foldProfile(events, { now }),
    context: aContext({ mayOverlay: true, shownOverlays: overlaysShown(events, count) }),
    ...{ events, config: aConfig([campaign]), seed: 'v', now }
  })
  const check = verdicts[0]?.checks.find(({ passed }) => !passed)
  return holdout ? 'held out' : content ? 'shown' : `${check?.gate}: ${check && checkText(check)}`
}

test('DC-28 a popup shown once never comes again, whatever became of it', () => {
  const once = { show: 'once' } as const
  expect(popupAfter([], once, { after: 0 })).toBe('shown')
  for (const events of [[shown], [shown, closed], [shown, clicked, bought]])
    for (const after of [2 * HOUR, 400 * DAY])
      expect(popupAfter(events, once, { after })).toBe('frequency: shown 1×, at most 1×')
})

test('DC-28 a popup that was closed rests for as long as it says', () => {
  const frequency = { show: 'always', afterDismiss: '7d' } as const
  const events = [shown, closed]
  expect(popupAfter(events, frequency, { after: 6 * DAY })).toBe('frequency: dismissed less than 7d ago')
  expect(popupAfter(events, frequency, { after: 7 * DAY })).toBe('frequency: dismissed less than 7d ago')
  expect(popupAfter(events, frequency, { after: 7 * DAY + MINUTE })).toBe('shown')
  expect(popupAfter([shown], frequency, { after: 2 * DAY })).toBe('shown')
})

test.each([
  ['closed', [shown, closed]],
  ['clicked', [shown, clicked]],
  ['answered with a place on the waiting list', [shown, joined]]
])('DC-28 a popup until a response is done once it was %s', (_, events) => {
  const untilResponse = { show: 'untilResponse' } as const
  expect(popupAfter(events, untilResponse, { after: 99 * DAY })).toBe('frequency: answered already')
  expect(popupAfter([shown], untilResponse, { after: 99 * DAY })).toBe('shown')
})

test('DC-28 after a purchase that its click brought, or an answer, a popup rests for as long as it says', () => {
  const frequency = { show: 'always', afterConversion: '4w' } as const
  const rests = 'frequency: converted less than 4w ago'
  expect(popupAfter([shown, clicked, bought], frequency, { after: 20 * DAY })).toBe(rests)
  expect(popupAfter([shown, joined], frequency, { after: 20 * DAY })).toBe(rests)
  expect(popupAfter([shown, clicked, bought], frequency, { after: 30 * DAY })).toBe('shown')
  expect(popupAfter([shown, bought], frequency, { after: 20 * DAY })).toBe('shown')
})

test('DC-28 what a holdout was not shown neither counts as shown nor fills the budget', () => {
  const told = anEvent('view_promotion', NOON, { ref: { ...ref, holdout: true } })
  const once = { show: 'once' } as const
  expect(popupAfter([told], once, { after: MINUTE, holdout: 1 })).toBe('held out')
  expect(popupAfter([told], once, { after: MINUTE })).toBe('shown')
})

test('DC-28 an unlimited popup is still within the budget of the visit', () => {
  const again = (n: number) =>
    anEvent('view_promotion', NOON + n * MINUTE, { ref: { ...ref, resultId: `r${n}` } })
  expect(popupAfter([again(0)], undefined, { after: HOUR / 4 })).toBe('shown')
  expect(popupAfter([again(0), again(1)], undefined, { after: HOUR / 4 })).toBe(
    'overlay: 2 this session, at most 2'
  )
})
