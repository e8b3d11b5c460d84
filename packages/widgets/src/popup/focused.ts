/** What has the focus, however deep in shadow roots; undefined when only the page as a whole has it. */
export function focused(): HTMLElement | undefined {
  let { activeElement: found } = document
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
  return found instanceof HTMLElement && found !== document.body ? found : undefined
}
