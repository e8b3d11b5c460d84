import { afterEach, expect, test, vi } from 'vitest'
import { config, openStage } from './testing/openStage.ts'

let stage: ReturnType<typeof openStage>
afterEach(() => stage.close())

test('VI-62 the first question is answered at once, and brings the file that answers it in full', async () => {
  stage = openStage(config([]))
  const first = stage.vitrine.debug()
  expect(first).toMatchObject({ consent: { measure: 'granted' }, decisions: [] })
  expect(first.notHeard).toEqual([{ field: '*', why: 'loading' }])
  await vi.waitFor(() => expect(stage.vitrine.debug().notHeard).toEqual([]))
  expect(stage.vitrine.debug().events).toMatchObject([{ event: 'page_view' }])
})
