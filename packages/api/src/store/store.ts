import { type CampaignStore, sqlCampaigns } from './campaigns.ts'
import { type CatalogStore, sqlCatalog } from './catalog.ts'
import { type ConfigStore, sqlConfigs } from './configs.ts'
import { type EventStore, sqlEvents } from './events.ts'
import { type ImportStore, sqlImports } from './imports.ts'
import { type JobStore, sqlJobs } from './jobs.ts'
import { migrate } from './migrate.ts'
import { type OfferStore, sqlOffers } from './offers.ts'
import { openSqlite } from './openSqlite.ts'
import { type OrderStore, sqlOrders } from './orders.ts'
import { type PeopleStore, sqlPeople } from './people.ts'
import { type PublicationStore, sqlPublications } from './publications.ts'
import { type ShopStore, sqlShops } from './shops.ts'
import type { SqlDatabase } from './sql.ts'
import { sqlWaitlist, type WaitlistStore } from './waitlist.ts'

/** Everything the API keeps. Whatever resolves is on the disk. */
export interface Store {
  readonly shops: ShopStore
  readonly events: EventStore
  readonly orders: OrderStore
  readonly catalog: CatalogStore
  readonly configs: ConfigStore
  readonly people: PeopleStore
  readonly imports: ImportStore
  readonly jobs: JobStore
  readonly publications: PublicationStore
  readonly campaigns: CampaignStore
  readonly waitlist: WaitlistStore
  readonly offers: OfferStore
  /** Whether it answers: for `readyz`. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A store over a database with our one SQL text; the schema is brought to the newest first. */
export async function sqlStore(database: SqlDatabase): Promise<Store> {
  await migrate(database)
  return {
    shops: sqlShops(database),
    events: sqlEvents(database),
    orders: sqlOrders(database),
    catalog: sqlCatalog(database),
    configs: sqlConfigs(database),
    people: sqlPeople(database),
    imports: sqlImports(database),
    jobs: sqlJobs(database),
    publications: sqlPublications(database),
    campaigns: sqlCampaigns(database),
    waitlist: sqlWaitlist(database),
    offers: sqlOffers(database),
    async ping() {
      await database.all('SELECT 1 AS yes')
    },
    close: () => database.close()
  }
}

/**
 * Opens the default store: one SQLite file through `node:sqlite` (Node 24 or newer).
 *
 * @param path - A file, made when absent, or `:memory:`.
 */
export function openSqliteStore(path: string): Promise<Store> {
  return sqlStore(openSqlite(path))
}
