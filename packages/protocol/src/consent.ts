import type { EpochMs } from './words.ts'

/** What a shopper is asked for, each by itself. */
export const PURPOSES = ['personalise', 'measure', 'message'] as const

/** `personalise`: remember on this device and decide from it. `measure`: tell the shop's API. `message`: write to the shopper. */
export type Purpose = (typeof PURPOSES)[number]

/** An answer to one purpose; `pending` is none yet. */
export type Answer = 'pending' | 'granted' | 'denied'

/** Who said so. The reason is kept with a grant, so that a changed setting does not inherit yesterday's leave. */
export const CONSENT_ORIGINS = ['shopper', 'shop', 'shopify', 'consent_mode', 'tcf', 'gpc', 'config'] as const

/** One of {@link CONSENT_ORIGINS}. */
export type ConsentOrigin = (typeof CONSENT_ORIGINS)[number]

/** Where consent stands: an answer for each purpose, and why. */
export interface Consent {
  readonly personalise: Answer
  readonly measure: Answer
  readonly message: Answer
  /** Who gave the answer that stands. */
  readonly by: ConsentOrigin
  readonly at: EpochMs
}

/** Something that speaks about consent. What it does not mention it leaves alone. */
export interface ConsentSignal {
  readonly by: ConsentOrigin
  readonly at: EpochMs
  readonly personalise?: Answer
  readonly measure?: Answer
  readonly message?: Answer
}

/** Before anyone has answered. */
export const PENDING: Consent = {
  personalise: 'pending',
  measure: 'pending',
  message: 'pending',
  by: 'config',
  at: 0
}

/** From freest to most restrictive. */
const STRICTNESS: readonly Answer[] = ['granted', 'pending', 'denied']

/**
 * Where consent stands after all that was said: of each speaker the latest word, of all speakers the most restrictive.
 * An explicit `shopper` answer in our own panel outranks a browser's Global Privacy Control, and nothing else.
 *
 * @param signals - In any order.
 */
export function settleConsent(signals: readonly ConsentSignal[]): Consent {
  const latest = new Map<ConsentOrigin, ConsentSignal>()
  for (const signal of [...signals].sort((a, b) => a.at - b.at)) {
    latest.set(signal.by, { ...latest.get(signal.by), ...signal })
  }
  const spoken = [...latest.values()]
  const shopper = latest.get('shopper')
  const answers = PURPOSES.map(purpose => {
    const heard = spoken.filter(({ by }) => by !== 'gpc' || shopper?.[purpose] === undefined)
    const said = heard.flatMap(signal => signal[purpose] ?? [])
    return said.sort((a, b) => STRICTNESS.indexOf(b) - STRICTNESS.indexOf(a))[0] ?? 'pending'
  })
  const [personalise = 'pending', measure = 'pending', message = 'pending'] = answers
  const last = spoken.sort((a, b) => b.at - a.at)[0] ?? PENDING
  return { personalise, measure, message, by: last.by, at: last.at }
}

/** Whether anything may be kept on the device: for remembering, or to deliver what may be told. */
export function mayStore(consent: Consent): boolean {
  return consent.personalise === 'granted' || consent.measure === 'granted'
}

/** Whether the profile may be read to decide, and requests may be chosen from it. */
export function mayPersonalise(consent: Consent): boolean {
  return consent.personalise === 'granted'
}

/** Whether events may be posted. */
export function mayMeasure(consent: Consent): boolean {
  return consent.measure === 'granted'
}

/** Whether an overlay may be shown: never before an answer, never after a refusal. */
export function mayOverlay(consent: Consent): boolean {
  return consent.personalise === 'granted'
}
