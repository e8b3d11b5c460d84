import type { Careful } from '../careful.ts'
import type { TrackedWindow } from '../world.ts'

/** How a view of a page began. */
export type ViewKind = 'load' | 'route' | 'restore'

/**
 * Says when a page comes into view: once it is really shown (a prerendered page is not), when a route changes the path,
 * when it returns from the back/forward cache. A changed query or hash is the same page: filters and anchors are no views.
 *
 * Listens by the Navigation API; where it is missing, `patchHistory.ts` tells.
 *
 * @returns Looks whether the path has changed.
 */
export function watchPageViews(
  window: TrackedWindow,
  careful: Careful,
  onView: (kind: ViewKind) => void
): () => void {
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
  careful.listen(window.navigation, 'currententrychange', look)
  careful.listen(window, 'popstate', look)
  if ((document as { prerendering?: boolean }).prerendering)
    careful.listen(document, 'prerenderingchange', () => view('load'))
  else view('load')
  return look
}
