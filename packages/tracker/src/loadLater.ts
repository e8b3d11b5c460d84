import type { Complain } from './complaint.ts'
import type { Later } from './later.ts'

/** Gives the file of what is needed later; nothing when it cannot be had now. */
export type LoadLater = () => Promise<Later | undefined>

/**
 * Loads the file once, whoever asks. What could not be loaded is asked for again when it is needed again.
 *
 * @param later - The file itself, or how to load it.
 */
export function loadOnce(later: Later | (() => Promise<Later>), complain: Complain): LoadLater {
  let loading: Promise<Later | undefined> | undefined
  return () => {
    loading ??= (async () => (typeof later === 'function' ? later() : later))().catch(error => {
      loading = undefined
      complain('VT-08', String(error))
      return undefined
    })
    return loading
  }
}
