import { orderImportLines } from '@vitrine/demo/catalogue/orderImport.ts'
import { expect, inject, test } from 'vitest'

/** The given order lines, as `../shared/data/README.md` and the demo's attribution have them. */
const LINES = 451_127

async function post(body: string) {
  const answer = await fetch(`${inject('apiUrl')}/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inject('secretKey')}`, 'content-type': 'application/x-ndjson' },
    body
  })
  return answer.json()
}

test('JO-16 every given order line was imported through the public API, and again adds nothing', async () => {
  const imports = await fetch(`${inject('apiUrl')}/v1/reports/imports`, {
    headers: { authorization: `Bearer ${inject('secretKey')}` }
  })
  const kept: {
    kind: string
    report: { lines: number; accepted: number; known: number; refused: number }
  }[] = (await imports.json()).imports
  const first = kept.find(({ kind, report }) => kind === 'orders' && report.lines === LINES)?.report
  expect(first).toMatchObject({ lines: LINES, known: 0 })

  const lines: string[] = []
  for await (const line of orderImportLines(Date.now())) lines.push(line)
  const invoices = new Set(lines.map(line => JSON.parse(line).order_id))
  expect([lines.length, invoices.size]).toEqual([LINES, 22_274])

  const again = await post(lines.join('\n'))
  expect(again).toMatchObject({ lines: LINES, accepted: 0, known: first?.accepted, refused: first?.refused })
})
