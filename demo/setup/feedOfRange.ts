import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { feedItems, productPath } from '../catalogue/feed.ts'

/** Stands in for the shop's origin while the feed is made. */
const ANYWHERE = 'http://shop.invalid'

/**
 * The catalogue as NDJSON for `PUT /v1/catalog`. Addresses are relative, so that the published model fits whatever port
 * the shop stands on; every variant carries its product's title, so that a card is not called after one of its sizes.
 */
export async function* feedOfRange(products: readonly DemoProduct[]): AsyncGenerator<string> {
  for (const product of products) {
    for (const item of feedItems(product, ANYWHERE)) {
      yield JSON.stringify({
        ...item,
        title: product.title,
        link: productPath(product),
        image_link: new URL(item.image_link).pathname
      })
    }
  }
}
