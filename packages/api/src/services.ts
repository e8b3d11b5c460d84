import type { EpochMs } from '@vitrine/protocol'
import type { Context } from 'hono'
import type { Metrics } from './http/openMetrics.ts'
import type { RateLimit } from './http/openRateLimit.ts'
import type { Ingest } from './ingest/openIngest.ts'
import type { Log } from './log.ts'
import type { InTurn } from './openTurns.ts'
import type { Recent } from './people/openRecent.ts'
import type { Publisher } from './publish/publisher.ts'
import type { Shops } from './shops/openShops.ts'
import type { Store } from './store/store.ts'

/** What the routes work with. */
export interface Services {
  readonly store: Store
  readonly shops: Shops
  readonly ingest: Ingest
  readonly publish: Publisher
  /** What must not overtake its like: publishing a file, uploading a catalogue. */
  readonly inTurn: InTurn
  readonly metrics: Metrics
  readonly log: Log
  readonly now: () => EpochMs
  readonly perKey: RateLimit
  readonly perAddress: RateLimit
  /** Signups for restock alerts: of one address, of its site, and of all for one shop. */
  readonly perRestock: { readonly network: RateLimit; readonly site: RateLimit; readonly shop: RateLimit }
  /** The caller's network address; never logged or kept. */
  readonly addressOf: (c: Context) => string
  /** Devices that asked to be forgotten a moment ago. */
  readonly leaving: Recent
  /** Set while the server stops: `readyz` says so, and new imports are refused. */
  isClosing(): boolean
}
