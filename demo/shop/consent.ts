import { callVitrine } from './callVitrine.ts'
import type { ConsentBanner } from './consentBanner.ts'
import { type Answers, consentCookie, parseConsentCookie } from './consentCookie.ts'

/** The shop's part in consent: it asks, remembers the answer in its own cookie, and repeats it on every page. */
export interface ShopConsent {
  answer(): Answers | undefined
  /** Remembers and passes on an answer. */
  set(answers: Answers): void
  openChoices(): Promise<void>
}

/** @param changed - Told each new answer. */
export function openConsent(changed: (answers: Answers) => void): ShopConsent {
  let banner: Promise<ConsentBanner> | undefined
  const answer = () => parseConsentCookie(document.cookie)

  function set(answers: Answers): void {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = consentCookie(answers)
    callVitrine('setConsent', answers)
    banner?.then(({ hide }) => hide())
    changed(answers)
  }

  async function open(): Promise<ConsentBanner> {
    const { openConsentBanner } = await import('./consentBanner.ts')
    return openConsentBanner(answer(), set)
  }

  const said = answer()
  if (said) callVitrine('setConsent', said)
  else {
    banner = open()
    banner.then(({ ask }) => ask())
  }

  return {
    answer,
    set,
    async openChoices() {
      banner ??= open()
      const { openChoices } = await banner
      openChoices()
    }
  }
}
