import { foldProfile, reasonText } from '@vitrine/engine'
import { bad, type Decision, PENDING, type ShopConfig } from '@vitrine/protocol'
import { openTracker, type Tracker } from '@vitrine/tracker'
import { type Complain, openComplaints } from './complaints.ts'
import { debugReport } from './debug.ts'
import { openListeners } from './listeners.ts'
import { type ModelFiles, openModelFiles } from './modelFiles.ts'
import { parseOptions, type StartOptions } from './options.ts'
import { openPipeline, type Pipeline } from './pipeline.ts'
import { type LoadWidget, openShow } from './showSlot.ts'
import { wordsOf } from './textOf.ts'
import { VERSION } from './version.ts'
import type { Explanation, Vitrine } from './vitrine.ts'
import { browserWorld, type World } from './world.ts'

/** How the SDK reaches outside; a test hands in its own. */
export interface Edge {
  readonly world?: World
  readonly load: LoadWidget
}

/**
 * Starts Vitrine on this page.
 *
 * @returns The page's `vitrine`. Without a window (on a server), or when the options are not good, it is one that does nothing.
 */
export function startWith(options: StartOptions, { world, load }: Edge): Vitrine {
  if (!world && typeof window === 'undefined') return idle()
  const outside = world ?? browserWorld()
  const complain = openComplaints(line => outside.warn(line))
  const parsed = parseOptions({ ...options })
  if (!parsed.ok) {
    complain('VT-01', `${parsed.field} ${parsed.problem}`)
    return idle()
  }
  return open(parsed.value, outside, load, complain)
}

function open(
  { shop, key, api, models, consent, currency }: StartOptions & { readonly models: string },
  world: World,
  load: LoadWidget,
  complain: Complain
): Vitrine {
  const tracker = openTracker({
    world,
    shop,
    key,
    apiUrl: api,
    consent: consent ?? 'ask',
    ...(currency === undefined ? {} : { currency }),
    complain
  })
  const files = openModelFiles({ shop, base: models, fetch: world.fetch, complain })
  const listeners = openListeners(complain)
  const { show, stop: stopShowing } = openShow(load, complain)
  const pipeline = openPipeline({ world, tracker, files, show, emit: listeners.emit, complain })
  const stop = () => {
    stopShowing()
    pipeline.stop()
    tracker.stop()
  }
  return callable(methods({ tracker, files, pipeline, on: listeners.on, stop }), complain)
}

interface Rooms {
  readonly tracker: Tracker
  readonly files: ModelFiles
  readonly pipeline: Pipeline
  readonly on: Vitrine['on']
  readonly stop: () => void
}

type Methods = { readonly [Name in keyof Vitrine]: Vitrine[Name] }

function methods({ tracker, files, pipeline, on, stop }: Rooms): Methods {
  return {
    version: VERSION,
    track: (name, payload) => tracker.track(name, payload),
    identify: token => tracker.identify(token),
    setConsent: answers => tracker.setConsent(answers),
    forget: () => tracker.forget(),
    decide: placement => pipeline.decide(placement),
    recommend: request => pipeline.recommend(request),
    profile: () => pipeline.profile(),
    on,
    stop,
    debug: () => debugReport(VERSION, tracker, pipeline.slots()),
    async explain(placement) {
      const config = await files.config()
      const onPage = pipeline.slots().flatMap(({ decision }) => decision ?? [])
      const asked = placement === undefined ? onPage : onPage.filter(one => one.placement === placement)
      const fresh =
        asked.length === 0 && placement !== undefined ? await pipeline.decide(placement) : undefined
      return [...asked, ...(fresh ? [fresh] : [])].map(decision => explanation(decision, config))
    }
  }
}

function explanation({ placement, campaign, verdicts, items }: Decision, config?: ShopConfig): Explanation {
  const words = config ? wordsOf(config) : (_key: string, fallback: string) => fallback
  return {
    placement,
    ...(campaign === undefined ? {} : { chosen: campaign }),
    verdicts,
    items: items.map(({ card, reason }) => ({
      id: card.id,
      title: card.title,
      reason: reasonText(reason, words)
    }))
  }
}

/** Makes `vitrine('track', …)` and `vitrine.track(…)` the same call. A name that is none is reported, never thrown. */
function callable(methods: Methods, complain: Complain): Vitrine {
  const call = (name: unknown, ...args: unknown[]): unknown => {
    const method =
      typeof name === 'string' && Object.hasOwn(methods, name) ? methods[name as keyof Methods] : undefined
    if (typeof method !== 'function') return complain('VT-02', `there is no method ${String(name)}`)
    return (method as (...args: unknown[]) => unknown)(...args)
  }
  return Object.assign(call, methods) as Vitrine
}

/** A `vitrine` that does nothing, for servers and for pages whose options are wrong: the page works as without us. */
function idle(): Vitrine {
  const nothing = async () => undefined
  const methods = {
    version: VERSION,
    track() {},
    setConsent() {},
    stop() {},
    identify: async () => bad('start', 'has not succeeded'),
    decide: nothing,
    explain: async () => [],
    recommend: nothing,
    profile: async () => foldProfile([], { now: 0 }),
    on: () => () => {},
    forget: nothing,
    debug: () => ({
      version: VERSION,
      page: { type: 'other', url: '' },
      product: null,
      events: [],
      outbox: { waiting: 0, sent: 0, dropped: {} },
      consent: PENDING,
      storage: 'memory' as const,
      decisions: [],
      notHeard: []
    })
  } satisfies Methods
  return callable(methods, () => {})
}
