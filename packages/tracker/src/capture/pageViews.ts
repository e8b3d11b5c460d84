import type { Careful } from '../careful.ts'
import type { TrackedWindow } from '../world.ts'

/** How a view of a page began. */
export type ViewKind = 'load' | 'route' | 'restore'

/**
 * Says when a page comes into view: once it is really shown (a prerendered page is not), when a route changes the path,
 * when it returns from the back/forward cache. A changed query or hash is the same page: filters and anchors are no views.
 *
 * Listens by the Navigation API; where it is missing, `history` is patched, and put back by undo.
 */
export function watchPageViews(
  window: TrackedWindow,
  careful: Careful,
  onView: (kind: ViewKind) => void
): void {
  const { document } = window
  let path: string | undefined

  const view = (kind: ViewKind) => {
    path = window.location.pathname
    onView(kind)
  }
  const look = () => {
    if (path !== undefined && window.location.pathname !== path) view('route')
  }

  careful.listen(window, 'pageshow', event => {
    if ((event as PageTransitionEvent).persisted) view('restore')
  })
  // Firefox and Safari up to 2025 have no Navigation API.
  const navigation: EventTarget | undefined = window.navigation
  if (navigation) careful.listen(navigation, 'currententrychange', look)
  else {
    careful.listen(window, 'popstate', look)
    patchHistory(window.history, careful, look)
  }
  if ((document as { prerendering?: boolean }).prerendering)
    careful.listen(document, 'prerenderingchange', () => view('load'))
  else view('load')
}

function patchHistory(history: History, careful: Careful, look: () => void) {
  const lookCarefully = careful.guard(look)
  for (const name of ['pushState', 'replaceState'] as const) {
    const theirs = history[name]
    const isOwn = Object.hasOwn(history, name)
    let isOn = true
    const ours: History['pushState'] = function (this: History, ...call) {
      theirs.apply(this, call)
      if (isOn) lookCarefully()
    }
    history[name] = ours
    careful.onUndo(() => {
      isOn = false
      // Somebody patched over us: taking ours out would take theirs out too, so it stays and does nothing.
      if (history[name] !== ours) return
      if (isOwn) history[name] = theirs
      else Reflect.deleteProperty(history, name)
    })
  }
}
