import { readFileSync } from 'node:fs'
import type { ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { COMPLAINT_CODES, type ComplaintCode, openComplaints } from './complaints.ts'
import { openListeners } from './listeners.ts'

const PAGE_VIEW: ShopEvent = {
  id: '01890000-0000-7000-8000-000000000000',
  at: 1,
  type: 'page_view',
  source: 'web'
}

test('VI-2 says each code once', () => {
  const lines: string[] = []
  const complain = openComplaints(line => lines.push(line))
  complain('VT-03', 'one')
  complain('VT-03', 'two')
  complain('VT-05', 'three')
  expect(lines.map(line => line.slice(0, 15))).toEqual(['[vitrine VT-03]', '[vitrine VT-05]'])
  expect(lines[0]).toContain('one')
})

test('VI-2 explains every code on the page of errors', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  for (const code of COMPLAINT_CODES) expect(page).toContain(`### ${code}`)
})

test('VI-2 a listener that throws is reported, and the others still hear', () => {
  const codes: ComplaintCode[] = []
  const { on, emit } = openListeners(code => codes.push(code))
  const heard: unknown[] = []
  on('event', () => {
    throw new Error('the page’s own mistake')
  })
  const undo = on('event', told => heard.push(told))
  emit('event', PAGE_VIEW)
  undo()
  emit('event', { ...PAGE_VIEW, type: 'search' })
  expect(heard).toEqual([PAGE_VIEW])
  expect(codes).toContain('VT-08')
})
