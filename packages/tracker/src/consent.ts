import {
  type Consent,
  type ConsentSignal,
  type EpochMs,
  PENDING,
  PURPOSES,
  settleConsent
} from '@vitrine/protocol'

/** How consent begins: nobody asked yet, settled by the shop's own setting, or read from the page's consent platform. */
export type ConsentStart = 'ask' | 'granted' | 'denied' | 'cmp'

/** Called after consent has become `next`. */
export type ConsentListener = (next: Consent, before: Consent) => void

/** Where consent stands on this page. */
export interface ConsentDesk {
  state(): Consent
  /** Someone speaks. */
  say(signal: ConsentSignal): void
  /** Another tab has erased everything: nothing is kept or sent until someone answers in this one. */
  suspend(): void
  listen(listener: ConsentListener): () => void
}

/** Opens the desk with what the shop's setting and the browser say. */
export function openConsent(start: ConsentStart, navigator: Navigator, now: EpochMs): ConsentDesk {
  let signals: ConsentSignal[] = []
  let isSuspended = false
  const listeners = new Set<ConsentListener>()
  if (start === 'granted' || start === 'denied') signals.push({ by: 'config', at: now, ...all(start) })
  // Global Privacy Control (https://w3c.github.io/gpc).
  if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true)
    signals.push({ by: 'gpc', at: now, ...all('denied') })
  let state = settled()

  function settled(): Consent {
    return isSuspended || signals.length === 0 ? PENDING : settleConsent(signals)
  }

  function settle() {
    const before = state
    state = settled()
    if (PURPOSES.some(purpose => state[purpose] !== before[purpose])) {
      for (const listener of listeners) listener(state, before)
    }
  }

  return {
    state: () => state,
    say(signal) {
      isSuspended = false
      // A default and its update come in the same millisecond, and the later word counts.
      const at = Math.max(signal.at, ...signals.map(before => before.at + 1))
      signals = [...signals, { ...signal, at }]
      settle()
    },
    suspend() {
      isSuspended = true
      settle()
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}

function all(answer: 'granted' | 'denied') {
  return { personalise: answer, measure: answer, message: answer } as const
}
