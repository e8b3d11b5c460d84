import { hash32 } from '@vitrine/protocol'
import { expect, test, vi } from 'vitest'
import { SESSION_SETTINGS } from './rowSettings.ts'
import type { Session } from './session.ts'
import { tuneRows } from './tuneRows.ts'

// Searches are work for seconds where a machine is busy and coverage is counted.
vi.setConfig({ testTimeout: 30_000 })

const dice = (seed: string) => (sides: number) => hash32(seed, 3) % sides

/** Everybody passes the same entrance of 25 products; what matters is which of six always follows the last one. */
function paths(sessions: number): Session[] {
  return Array.from({ length: sessions }, (_, at) => {
    const door = dice(`door ${at}`)(10)
    const entrance = Array.from({ length: 25 }, (_, place) => `e${place}`)
    const mixed = entrance.sort((a, b) => hash32(`${at}${a}`) - hash32(`${at}${b}`))
    const beyond = Array.from({ length: 8 }, (_, step) => `d${door}-${step}-${dice(`${at} ${step}`)(6)}`)
    return { items: [...mixed, ...beyond], at }
  })
}

/** Groups of six that are looked at in any order. */
function groups(sessions: number): Session[] {
  return Array.from({ length: sessions }, (_, at) => {
    const group = dice(`group ${at}`)(40)
    const items = Array.from({ length: 6 }, (_, place) => `g${group}-${place}`)
    return { items: items.sort((a, b) => hash32(`${at}${a}`) - hash32(`${at}${b}`)).slice(0, 4), at }
  })
}

test('TR-14 a shop where the order decides gets transitions, one where it does not gets co-occurrence', () => {
  const ordered = tuneRows(paths(300))
  expect(ordered.settings.alpha).toBe(0)
  expect(ordered).toMatchObject({ evaluations: 23, judgedSessions: 30 })
  expect(ordered.hitRate).toBeGreaterThan(0.8)
  const unordered = tuneRows(groups(400))
  expect(unordered.settings.alpha).toBeGreaterThan(0)
  expect(unordered.hitRate).toBeGreaterThan(0.9)
})

test('TR-14 the judged sessions are the latest, and no judged session was learnt from', () => {
  // Nobody went from a page to the end before: only who had learnt from the last tenth would know the way.
  const before = Array.from({ length: 360 }, (_, at) => ({
    items: at % 2 ? [`p${at % 5}`, 'q'] : ['r', 'end'],
    at
  }))
  const after = Array.from({ length: 40 }, (_, at) => ({ items: [`p${at % 5}`, 'end'], at: 1000 + at }))
  expect(tuneRows([...after, ...before])).toMatchObject({ judgedSessions: 40, hitRate: 0 })
})

test('TR-14 many sessions are judged by two thousand of them', () => {
  const many = Array.from({ length: 25_000 }, (_, at) => ({ items: [`p${at % 7}`, `p${(at + 1) % 7}`], at }))
  expect(tuneRows(many).judgedSessions).toBe(2000)
})

test('TR-14 the price of the privacy threshold is told', () => {
  const rare = Array.from({ length: 300 }, (_, at) => {
    const pair = at % 150
    return { items: [`a${pair}`, `b${pair}`], at }
  })
  const { hitRate, unguarded } = tuneRows(rare, 2)
  expect(hitRate).toBe(0)
  expect(unguarded.hitRate).toBe(1)
})

test('TR-15 with too little to judge by the settings stay as they begin', () => {
  const tuning = tuneRows(paths(100), 2)
  expect(tuning).toMatchObject({ evaluations: 0, judgedSessions: 0, hitRate: 0 })
  expect(tuning.settings).toEqual({ ...SESSION_SETTINGS, minSupport: 2 })
  expect(tuneRows([]).evaluations).toBe(0)
})
