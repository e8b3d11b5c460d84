/** A popup that is shown. */
export interface ShownPopup {
  /** Closes it: the page has ended, or leave was withdrawn. */
  close(): void
  readonly closed: Promise<void>
}

type PopupElement = HTMLElement & { readonly open: boolean; show(): void; close(reason: 'page'): void }

interface PopupParts {
  readonly placement: string
  /** The element's properties. */
  readonly fields: object
  readonly tell: (type: 'select_promotion' | 'dismiss_promotion') => void
}

/** Shows a popup in the element that the shop wrote for it, else in one of ours that goes with it. */
export function openPopup(document: Document, { placement, fields, tell }: PopupParts): ShownPopup {
  const own = document.querySelector<PopupElement>(`vitrine-popup[placement="${placement}"]`)
  const element = own ?? (document.createElement('vitrine-popup') as PopupElement)
  if (!own) document.body.append(element)
  Object.assign(element, fields)
  const closed = new Promise<void>(resolve => {
    const listeners = {
      'vitrine:select': () => tell('select_promotion'),
      'vitrine:dismiss': () => tell('dismiss_promotion'),
      'vitrine:close'() {
        for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener)
        if (!own) element.remove()
        resolve()
      }
    }
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener)
  })
  element.show()
  // Without words it has nothing to show, and nothing to close.
  if (!element.open) element.dispatchEvent(new Event('vitrine:close'))
  return { close: () => element.close('page'), closed }
}
