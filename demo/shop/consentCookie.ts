/** What the shopper has answered, for each thing asked. */
export interface Answers {
  readonly personalise: 'granted' | 'denied'
  readonly measure: 'granted' | 'denied'
}

const NAME = 'shop_consent'
/** Half a year, then the question may be put again. */
const MAX_AGE_S = 182 * 86_400

/** The cookie in which the shop remembers an answer: two words and nothing that tells one visitor from another. */
export function consentCookie({ personalise, measure }: Answers): string {
  return `${NAME}=${personalise}.${measure}; path=/; max-age=${MAX_AGE_S}; samesite=lax`
}

/** Takes the answer back. */
export const NO_CONSENT_COOKIE = `${NAME}=; path=/; max-age=0; samesite=lax`

/** @returns `undefined` when there was no answer yet. */
export function parseConsentCookie(cookies: string): Answers | undefined {
  const [, personalise, measure] =
    /(?:^|; )shop_consent=(granted|denied)\.(granted|denied)(?:;|$)/.exec(cookies) ?? []
  if (!personalise || !measure) return undefined
  return { personalise: personalise as Answers['personalise'], measure: measure as Answers['measure'] }
}
