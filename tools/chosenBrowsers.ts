import { BROWSER_NAMES, type BrowserName } from './browsers.ts'

/**
 * Divides the browsers a run needs into wanted and excluded, by `VITRINE_BROWSERS`:
 * unset means all that are needed, `none` excludes every one, a list (`chromium,firefox`) keeps those.
 *
 * @throws {RangeError} When the list names a browser we do not know: a slip there would measure nothing.
 */
export function chosenBrowsers(
  needed: readonly BrowserName[],
  choice: string | undefined
): { readonly wanted: readonly BrowserName[]; readonly excluded: readonly BrowserName[] } {
  if (!choice) return { wanted: needed, excluded: [] }
  const kept = choice === 'none' ? [] : choice.split(',').map(word => word.trim())
  const unknown = kept.filter(word => !BROWSER_NAMES.some(name => name === word))
  if (unknown.length > 0) {
    throw new RangeError(
      `VITRINE_BROWSERS names ${unknown.join(', ')}; known: none, ${BROWSER_NAMES.join(', ')}`
    )
  }
  return {
    wanted: needed.filter(name => kept.includes(name)),
    excluded: needed.filter(name => !kept.includes(name))
  }
}
