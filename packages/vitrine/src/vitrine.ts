import type {
  Answer,
  Consent,
  Decision,
  EpochMs,
  Ga4Payload,
  Profile,
  Purpose,
  Recommendation,
  RecommendRequest,
  Result,
  ShopEvent,
  Verdict
} from '@vitrine/protocol'
import type { DebugReport } from './debug.ts'

/** What `on()` can listen to, and what the listener is given. */
export interface VitrineEvents {
  /** Something was heard. */
  event: ShopEvent
  /** A placement was decided. */
  decision: Decision
  /** Consent has changed. */
  consent: Consent
}

/** Why a placement shows what it shows: every campaign with its verdict, and a reason for each product. */
export interface Explanation {
  readonly placement: string
  readonly chosen?: string
  readonly verdicts: readonly Verdict[]
  readonly items: readonly { readonly id: string; readonly title: string; readonly reason: string }[]
}

/**
 * What a page holds after loading: a function that takes a method's name and its arguments, and the methods themselves.
 * `vitrine('track', …)` and `vitrine.track(…)` are the same call. None of them throws into the page.
 */
export interface Vitrine {
  (...call: readonly unknown[]): unknown
  readonly version: string
  /** Tells that something happened, in GA4's words: `track('add_to_cart', { currency, value, items })`. `at`: when, if not now. */
  track(name: string, payload?: Ga4Payload, at?: EpochMs): void
  /** Says who the shopper is, by a token the shop's server signed; their orders of other channels arrive. */
  identify(token: string): Promise<Result<number>>
  /** Passes on the shopper's answer to one or more purposes. */
  setConsent(answers: Partial<Record<Purpose, Exclude<Answer, 'pending'>>>): void
  /** Decides a placement as it would be decided now; shows and tells nothing. */
  decide(placement: string): Promise<Decision | undefined>
  /** Says why, for one placement or for all of this page. */
  explain(placement?: string): Promise<readonly Explanation[]>
  recommend(request: RecommendRequest): Promise<Recommendation | undefined>
  /** What this device knows of its shopper. */
  profile(): Promise<Profile>
  /** @returns The undo. */
  on<Name extends keyof VitrineEvents>(event: Name, listener: (told: VitrineEvents[Name]) => void): () => void
  /** Erases this device and asks the API to erase what it holds of it. */
  forget(): Promise<void>
  /** Takes everything of ours out of the page again. */
  stop(): void
  /** What was heard, decided and sent, as plain JSON. */
  debug(): DebugReport
}
