import { type Later, openPart, openTracker, type Structured, type Tracker } from '@vitrine/tracker'
import { type Complain, openComplaints } from './complaints.ts'
import type { DebugReport } from './debug.ts'
import { dropMirror } from './dropMirror.ts'
import { openListeners } from './listeners.ts'
import type { LoadWidget } from './openShowcase.ts'
import { parseOptions, type ReadOptions, type StartOptions } from './options.ts'
import { openPipeline } from './pipeline.ts'
import { openPublicFiles } from './publicFiles.ts'
import type { Seldom } from './seldom.ts'
import type { Show } from './show.ts'
import { VERSION } from './version.ts'
import type { Vitrine } from './vitrine.ts'
import type { WindowParts } from './windowParts.ts'
import { browserWorld, type World } from './world.ts'

/** How the SDK reaches outside; a test hands in its own. */
export interface Edge {
  readonly world?: World
  /** What shows and ranks: fetched by the first page that has a place for something. */
  readonly loadShow: () => Promise<Show>
  /** What no page needs in its first moment. */
  readonly loadLater: () => Promise<Later>
  /** What reads a page's structured data. */
  readonly loadStructured: () => Promise<Structured>
  /** What few pages need. */
  readonly loadSeldom: () => Promise<Seldom>
  /** What senses moments and opens popups: fetched by the first page where a campaign waits for a moment. */
  readonly loadOverlays: WindowParts['loadOverlays']
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

function open(options: ReadOptions, { world, complain, loadWidget, ...load }: Outside): Vitrine {
  const { models, api, ...rest } = options
  const failed = (error: unknown) => void complain('VT-06', String(error))
  const seldom = openPart(load.loadSeldom, failed)
  const tracker = openTracker({
    ...{ ...rest, world, apiUrl: api, complain, seldom },
    later: load.loadLater,
    structured: load.loadStructured
  })
  const files = openPublicFiles({ shop: rest.shop, base: models, fetch: world.fetch, complain })
  const { on, emit } = openListeners(complain)
  const pipeline = openPipeline({
    ...{ world, tracker, files, loadWidget, emit, complain, shop: options },
    loadShow: () => load.loadShow().catch(failed),
    loadOverlays: () => load.loadOverlays().catch(failed),
    loadSeldom: seldom.load
  })
  const debug = () => {
    if (seldom.here) return seldom.here.debugReport(VERSION, tracker, pipeline.standing())
    void seldom.load()
    return notYet(tracker)
  }
  const methods: Methods = {
    ...pipeline.methods,
    track: (name, payload, at) => tracker.track(name, payload, at),
    identify: token => tracker.identify(token),
    setConsent: answers => tracker.setConsent(answers),
    forget() {
      dropMirror(world.window, rest.shop)
      return tracker.forget()
    },
    on,
    debug,
    stop() {
      pipeline.stop()
      tracker.stop()
    }
  }
  return callable(methods, complain)
}

/** The report before the file that writes it has come: it is fetched by the first who asks. */
function notYet(tracker: Tracker): DebugReport {
  return {
    version: VERSION,
    page: tracker.page(),
    product: null,
    events: [],
    outbox: tracker.outboxState(),
    consent: tracker.consent(),
    storage: tracker.storage(),
    decisions: [],
    notHeard: [{ field: '*', why: 'loading' }]
  }
}

type Methods = Omit<{ readonly [Name in keyof Vitrine]: Vitrine[Name] }, 'version'>

/**
 * Makes `vitrine('track', …)` and `vitrine.track(…)` the same call. Whatever goes wrong is reported and answered by
 * nothing; it is never thrown, nor left as a rejection, since the page has done nothing wrong.
 */
function callable(methods: Methods, complain: Complain): Vitrine {
  const failed = (error: unknown) => complain('VT-08', String(error))
  const call = (name: keyof Methods, ...args: readonly unknown[]): unknown => {
    if (!Object.hasOwn(methods, name)) return complain('VT-02', name)
    try {
      const answer = (methods[name] as (...args: readonly unknown[]) => unknown)(...args)
      return answer instanceof Promise ? answer.catch(failed) : answer
    } catch (error) {
      return failed(error)
    }
  }
  const bound = Object.keys(methods).map(name => [name, call.bind(undefined, name as keyof Methods)])
  return Object.assign(call, { version: VERSION }, Object.fromEntries(bound)) as Vitrine
}
