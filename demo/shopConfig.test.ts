import { validateConfig } from '@vitrine/protocol/schema'
import { describe, expect, test } from 'vitest'
import { christmasSeason } from './campaigns/christmasSeason.ts'
import { shopConfig } from './shopConfig.ts'

const NOW = Date.UTC(2026, 10, 22)
const config = shopConfig(NOW)

describe('what the shop has decided', () => {
  test('DE-23 is valid, and every campaign says why it exists', () => {
    expect(validateConfig(config)).toEqual({ ok: true, value: config })
    expect(config.campaigns.filter(({ why }) => !why)).toEqual([])
  })

  test('DE-23 has a campaign for every placement and a placement for every campaign', () => {
    const placements = config.placements.map(({ id }) => id).sort()
    expect([...new Set(config.campaigns.map(({ placement }) => placement))].sort()).toEqual(placements)
    const ids = config.campaigns.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('DE-23 shows what a merchant can do: an experiment, a holdout, a season, a pause, and pins and exclusions', () => {
    const { campaigns, rules = [] } = config
    expect(campaigns.filter(({ variants }) => variants.length === 2)).toHaveLength(1)
    expect(campaigns.filter(({ holdout = 0 }) => holdout > 0).map(({ id }) => id)).toEqual([
      'trending',
      'before-you-go'
    ])
    expect(campaigns.filter(({ schedule }) => schedule?.from !== undefined).length).toBeGreaterThan(0)
    expect(campaigns.filter(({ status }) => status === 'paused')).toHaveLength(1)
    expect(rules.map(rule => rule.do)).toEqual(['pin', 'exclude', 'bury'])
  })

  test('DE-24 the Christmas season is the one now or the next to come', () => {
    const first = { from: Date.UTC(2026, 10, 1), until: Date.UTC(2026, 11, 26) }
    expect(christmasSeason(NOW)).toEqual(first)
    expect(christmasSeason(Date.UTC(2026, 11, 26) - 1)).toEqual(first)
    expect(christmasSeason(Date.UTC(2026, 11, 26))).toEqual({
      from: Date.UTC(2027, 10, 1),
      until: Date.UTC(2027, 11, 26)
    })
  })
})
