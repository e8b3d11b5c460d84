import { hashName } from './hash.ts'

/**
 * The file name of an id: itself where it can be one on every store and file system, else readable letters and a hash.
 * A lower-case letter calls for the hash, so that ids differing in case only stay apart where file names do not.
 */
export function fileNameOf(id: string): string {
  if (/^(?!(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$)[A-Z0-9_-]{1,80}$/.test(id)) return id
  return `${id.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 40)}~${hashName(id)}`
}

/** `/{shop}/manifest.json` */
export function manifestPath(shop: string): string {
  return `/${shop}/manifest.json`
}

/** `/{shop}/{version}/items/{file}.json` */
export function itemPath(shop: string, version: string, id: string): string {
  return `/${shop}/${version}/items/${fileNameOf(id)}.json`
}

/** `/{shop}/{version}/lists/{file}.json` */
export function listPath(shop: string, version: string, name: string): string {
  return `/${shop}/${version}/lists/${fileNameOf(name)}.json`
}

/** `/{shop}/availability.json` */
export function availabilityPath(shop: string): string {
  return `/${shop}/availability.json`
}

/** `/{shop}/config.json` */
export function configPath(shop: string): string {
  return `/${shop}/config.json`
}

/** Name of a list for one department: `best_sellers~Giftware`; without one, the whole shop's. */
export function listName(strategy: string, department?: string): string {
  return department === undefined ? strategy : `${strategy}~${department}`
}
