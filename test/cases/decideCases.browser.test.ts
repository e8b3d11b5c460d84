/// <reference types="vite/client" />
import { expect, test } from 'vitest'
import { type CaseShop, type DecideCase, playDecideCase } from './decideCase.ts'
import shop from './shop.json'

const cases = Object.entries(
  import.meta.glob<DecideCase>('./decide/*.json', { eager: true, import: 'default' })
)

test('DC-12 every case decides in this browser as it is written down', () => {
  expect(cases.length).toBeGreaterThan(20)
  for (const [file, played] of cases)
    expect([file, playDecideCase(shop as unknown as CaseShop, played)]).toEqual([file, played.expected])
})
