import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { Hono } from 'hono'
import { drawProduct } from '../pictures/drawProduct.ts'
import { drawScene } from '../pictures/drawScene.ts'
import type { Range } from '../range/openRange.ts'
import type { ShopParts } from './shopApp.ts'
import { styleSheet } from './styleSheet.ts'

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml'
}

/** A picture is the same for as long as the catalogue is; the demo may change, so not for ever. */
const PICTURE_CACHE = 'public, max-age=3600'

/** Files as they are: pictures, the shop's scripts and styles, Vitrine's build, and the published model. */
export function assetRoutes({ range, folders }: ShopParts): Hono {
  const app = new Hono()
  app.get('/picture/:file', c => {
    const svg = pictureOf(range, c.req.param('file').replace(/\.svg$/, ''))
    return svg
      ? c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': PICTURE_CACHE })
      : c.notFound()
  })
  // An aisle's six best sellers as one picture, for a banner.
  app.get('/scene/:aisle{.+[.]svg}', c => {
    const aisle = range.aisle(c.req.param('aisle').replace(/\.svg$/, ''))
    if (!aisle) return c.notFound()
    const shown = range.inAisle(aisle).slice(0, 6)
    const scene = drawScene(shown.flatMap(({ itemGroupId }) => pictureOf(range, itemGroupId) ?? []))
    return c.body(scene, 200, {
      'content-type': 'image/svg+xml',
      'cache-control': PICTURE_CACHE
    })
  })
  app.get('/assets/shop.css', async c =>
    c.body(await styleSheet(), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache'
    })
  )
  app.get('/assets/icon.svg', c =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': PICTURE_CACHE })
  )
  for (const [prefix, folder, cache] of [
    ['/assets', folders.assets, 'no-cache'],
    ['/sdk', folders.sdk, 'no-cache'],
    ['/models', folders.models, undefined]
  ] as const) {
    app.get(`${prefix}/*`, async c => {
      const path = c.req.path.slice(prefix.length)
      const file = await readWithin(folder, path)
      if (!file) return c.notFound()
      const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      return c.body(file, 200, {
        'content-type': type,
        'cache-control': cache ?? modelCache(path),
        // Model files are public, and a shop may fetch them from another host.
        'access-control-allow-origin': '*'
      })
    })
  }
  return app
}

/** A version's files never change; what names the version lives a minute (DESIGN.md, "Model files"). */
export function modelCache(path: string): string {
  const isVersioned = /\/(?:items|lists)\//.test(path)
  return isVersioned
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, stale-while-revalidate=600'
}

/** A file below a folder; a path that leads out of it is answered like one that is not there. */
async function readWithin(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const file = normalize(join(folder, decodeURIComponent(path)))
    return file.startsWith(folder + sep) ? new Uint8Array(await readFile(file)) : undefined
  } catch {
    // Not there, a folder, or no path at all (a broken escape, a NUL): the same answer for all.
    return undefined
  }
}

function pictureOf(range: Range, id: string): string | undefined {
  const found = range.variant(id)
  const product = found?.product ?? range.product(id)
  if (!product) return undefined
  const { kind, pattern, theme, material, pieces, variants } = product
  const variant = found?.variant ?? variants[0]
  return drawProduct({
    kind,
    pattern,
    theme,
    material,
    pieces,
    colours: variant?.colours ?? [],
    title: variant?.title ?? product.title,
    seed: product.itemGroupId
  })
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f4f45"/><path d="M8 24C7 13 14 8 25 8c0 10-6 15-14 14M8 24c2-5 6-8 10-10" fill="none" stroke="#f7efe2" stroke-width="2.2" stroke-linecap="round"/></svg>'
