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
  /** Who gave the answers that stand: `config` when it gave one of the grants, else who spoke last. */
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

interface Word {
  readonly by: ConsentOrigin
  readonly at: EpochMs
  readonly answer: Answer
}

const SILENCE: Word = { by: 'config', at: 0, answer: 'pending' }

/**
 * Where consent stands after all that was said. For each purpose: of each speaker the latest word, of all speakers the
 * most restrictive. Two words give way: a browser's Global Privacy Control to the `shopper`'s own grant in our panel,
 * and a `config` that says `pending` (it means "ask") to anybody's answer.
 *
 * @param signals - In any order.
 */
export function settleConsent(signals: readonly ConsentSignal[]): Consent {
  const words = PURPOSES.map(purpose => settle(signals, purpose))
  const [personalise = SILENCE, measure = SILENCE, message = SILENCE] = words
  // One leave that rests on a setting makes the whole rest on it: it must not outlive a change of the setting.
  const setting = words.find(word => word.by === 'config' && word.answer === 'granted')
  const { by, at } = setting ?? words.sort(byTime).at(-1) ?? SILENCE
  return { personalise: personalise.answer, measure: measure.answer, message: message.answer, by, at }
}

/** The word that stands for one purpose. */
function settle(signals: readonly ConsentSignal[], purpose: Purpose): Word {
  const said = signals.flatMap(({ by, at, [purpose]: answer }) => (answer ? [{ by, at, answer }] : []))
  // Of one moment the stricter counts, so that the order of hearing does not matter.
  said.sort((one, other) => one.at - other.at || byStrictness(one, other))
  const latest = new Map(said.map(word => [word.by, word]))
  if (latest.get('shopper')?.answer === 'granted') latest.delete('gpc')
  if (latest.size > 1 && latest.get('config')?.answer === 'pending') latest.delete('config')
  const standing = [...latest.values()].sort((one, other) => byStrictness(one, other) || byTime(one, other))
  return standing.at(-1) ?? SILENCE
}

function byStrictness(one: Word, other: Word): number {
  return STRICTNESS.indexOf(one.answer) - STRICTNESS.indexOf(other.answer)
}

function byTime(one: Word, other: Word): number {
  return one.at - other.at || CONSENT_ORIGINS.indexOf(one.by) - CONSENT_ORIGINS.indexOf(other.by)
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
