/**
 * The controls of a page that are not in `window.met_`, as markup. Runs in the page: nothing of this file is there.
 * A hidden, disabled or inert one need not be met, and of a group of radios the arrows reach the rest.
 */
export function missedControls(): string[] {
  const met: Set<Element> = Reflect.get(window, 'met_')
  const controls: Element[] = []
  const collect = (root: Document | ShadowRoot) => {
    controls.push(...root.querySelectorAll('a[href], button, input, select, textarea, summary'))
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot)
  }
  collect(document)
  const isReachable = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true }) &&
    !one.matches(':disabled, [type="hidden"], [tabindex="-1"], [type="radio"]') &&
    !one.closest('[inert]')
  if (met.size === 0) return ['nothing was met at all']
  return controls.filter(one => isReachable(one) && !met.has(one)).map(one => one.outerHTML.slice(0, 120))
}
