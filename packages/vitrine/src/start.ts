import { type Later, openTracker, type Tracker } from '@vitrine/tracker'
import { type Complain, openComplaints } from './complaints.ts'
import { debugReport } from './debug.ts'
import { openListeners } from './listeners.ts'
import type { LoadWidget } from './openShowcase.ts'
import { parseOptions, type ReadOptions, type StartOptions } from './options.ts'
import { openPipeline, type Pipeline } from './pipeline.ts'
import { openPublicFiles } from './publicFiles.ts'
import type { Show } from './think.ts'
import { VERSION } from './version.ts'
import type { Vitrine } from './vitrine.ts'
import { browserWorld, type World } from './world.ts'

/** How the SDK reaches outside; a test hands in its own. */
export interface Edge {
  readonly world?: World
  /** What shows and ranks: fetched by the first page that has a place for something. */
  readonly loadShow: () => Promise<Show>
  /** What the tracker needs after a page's first moment: sending, reading structured data, tidying. */
  readonly loadLater: () => Promise<Later>
  readonly loadWidget: LoadWidget
}

/**
 * Starts Vitrine on this page.
 *
 * @returns The page's `vitrine`; `undefined` when the options are not good, which is said on the console.
 */
export function startWith(
  options: StartOptions,
  { world = browserWorld(), ...edge }: Edge
): Vitrine | undefined {
  const complain = openComplaints(line => world.warn(line))
  const parsed = parseOptions({ ...options })
  if (parsed.ok) return open(parsed.value, { ...edge, world, complain })
  complain('VT-01', `${parsed.field} ${parsed.problem}`)
  return undefined
}

type Outside = Required<Edge> & { readonly complain: Complain }

function open(options: ReadOptions, { world, complain, loadShow, loadLater, loadWidget }: Outside): Vitrine {
  const { models, api, ...rest } = options
  const tracker = openTracker({ ...rest, world, apiUrl: api, later: loadLater, complain })
  const files = openPublicFiles({ shop: rest.shop, base: models, fetch: world.fetch, complain })
  const { on, emit } = openListeners(complain)
  const pipeline = openPipeline({
    ...{ world, tracker, files, loadWidget, emit, complain },
    loadShow: () => loadShow().catch(error => void complain('VT-06', String(error)))
  })
  return callable(methods(tracker, pipeline, on), complain)
}

type Methods = { readonly [Name in keyof Vitrine]: Vitrine[Name] }

function methods(tracker: Tracker, pipeline: Pipeline, on: Vitrine['on']): Methods {
  return {
    version: VERSION,
    track: (name, payload, at) => tracker.track(name, payload, at),
    identify: token => tracker.identify(token),
    setConsent: answers => tracker.setConsent(answers),
    forget: () => tracker.forget(),
    decide: pipeline.decide,
    explain: pipeline.explain,
    recommend: pipeline.recommend,
    profile: pipeline.profile,
    on,
    stop() {
      pipeline.stop()
      tracker.stop()
    },
    debug: () => debugReport(VERSION, tracker, pipeline.slots())
  }
}

/** Makes `vitrine('track', …)` and `vitrine.track(…)` the same call. A name that is none is reported, never thrown. */
function callable(methods: Methods, complain: Complain): Vitrine {
  const call = (name: unknown, ...args: unknown[]): unknown => {
    const method = typeof name === 'string' && Object.hasOwn(methods, name) && methods[name as keyof Methods]
    if (typeof method === 'function') return (method as (...args: unknown[]) => unknown)(...args)
    complain('VT-02', `no method ${name}`)
    return undefined
  }
  return Object.assign(call, methods) as Vitrine
}
