import { type Answer, type ConsentSignal, type EpochMs, known } from '@vitrine/protocol'

/**
 * Reads a Google Consent Mode v2 command as the page's consent platform pushes it
 * (`gtag('consent', 'default' | 'update', {…})`). `personalization_storage` is ours by its very definition,
 * `analytics_storage` is measuring.
 *
 * A default for some regions only is taken where it refuses, for we do not know the region; where it grants it is
 * not. A default that says "wait for an update" grants nothing either: the update will.
 *
 * @param command - The pushed entry as an array.
 */
export function readConsentMode(command: readonly unknown[], at: EpochMs): ConsentSignal | undefined {
  const [word, action, given] = command
  if (word !== 'consent' || (action !== 'default' && action !== 'update')) return undefined
  if (typeof given !== 'object' || given === null) return undefined
  const fields = given as Readonly<Record<string, unknown>>
  const isTentative =
    action === 'default' && (fields['region'] !== undefined || fields['wait_for_update'] !== undefined)
  const answer = (name: string): Answer | undefined => {
    if (fields[name] === 'denied') return 'denied'
    return fields[name] === 'granted' && !isTentative ? 'granted' : undefined
  }
  const personalise = answer('personalization_storage')
  const measure = answer('analytics_storage')
  if (!personalise && !measure) return undefined
  return known({ by: 'consent_mode' as const, at, personalise, measure })
}
