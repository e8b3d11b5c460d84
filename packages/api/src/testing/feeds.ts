import type { TestApi } from './openTestApi.ts'

/** A lantern as a feed has it. */
export const LANTERN = {
  id: '22138-R',
  item_group_id: '22138',
  title: 'Red lantern',
  description: 'Holds a tea light.',
  link: 'https://corner.example/product/lantern-22138',
  image_link: 'https://corner.example/picture/22138.svg',
  brand: 'Glow',
  product_type: 'Giftware > Lighting > Lanterns',
  price: '2.55 GBP',
  availability: 'in_stock',
  quantity: 12,
  color: 'Red/White',
  material: 'metal',
  custom_label_0: 'lantern',
  available_since: '2026-01-01T00:00:00.000Z'
}

/** Its blue sister. */
export const BLUE_LANTERN = {
  ...LANTERN,
  id: '22138-B',
  title: 'Blue lantern',
  color: 'Blue',
  price: '2.95 GBP'
}

/** A thing without variants. */
export const MUG = {
  id: '84029',
  title: 'Mug',
  link: '/product/mug',
  product_type: 'Giftware > Kitchen',
  price: '4.25 GBP',
  availability: 'in stock'
}

export const ndjson = (lines: readonly unknown[]): string =>
  lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')

/** Puts a catalogue and reads the report. */
export async function putCatalog(api: TestApi, lines: readonly unknown[]) {
  const answer = await api.merchant('PUT', '/v1/catalog', {
    body: ndjson(lines),
    type: 'application/x-ndjson'
  })
  return { status: answer.status, report: (await answer.json()) as Record<string, unknown> }
}

/** Posts order lines and reads the report. */
export async function postOrders(api: TestApi, lines: readonly unknown[]) {
  const answer = await api.merchant('POST', '/v1/orders', {
    body: ndjson(lines),
    type: 'application/x-ndjson'
  })
  return { status: answer.status, report: (await answer.json()) as Record<string, unknown> }
}

/** Posts stock lines and reads the report. */
export async function postStock(api: TestApi, lines: readonly unknown[]) {
  const answer = await api.merchant('POST', '/v1/stock', { body: JSON.stringify(lines) })
  return { status: answer.status, report: (await answer.json()) as Record<string, unknown> }
}
