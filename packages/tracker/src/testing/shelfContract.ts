import type { ShopEvent } from '@vitrine/protocol'
import { expect } from 'vitest'
import type { Row, Shelf } from '../shelf.ts'

/** An event that is only its id. */
export function bareEvent(id: string, at = 1): ShopEvent {
  return { id, at, type: 'search', source: 'web' }
}

const keysOf = (rows: readonly Row[]) => rows.map(({ key }) => key)
const look = (rows: readonly Row[]) => ({ answer: keysOf(rows) })

/** What every shelf promises, by rule. `open` opens a shelf on the same store each time. */
export const SHELF_CONTRACT: Readonly<Record<string, (open: () => Shelf) => Promise<void>>> = {
  async 'gives back what was written, in the order of the keys, by prefix, and no more than asked'(open) {
    const shelf = open()
    await shelf.write([{ key: 'ub', events: [bareEvent('b')] }, { key: 'ua' }, { key: 'ha' }])
    expect(await shelf.change('', look)).toEqual(['ha', 'ua', 'ub'])
    expect(await shelf.change('u', look)).toEqual(['ua', 'ub'])
    expect(await shelf.change('u', look, 1)).toEqual(['ua'])
    expect(await shelf.change('ub', rows => ({ answer: rows[0]?.events }))).toEqual([bareEvent('b')])
    shelf.close()
  },
  async 'deletes and then puts, and answers what the step answers'(open) {
    const shelf = open()
    await shelf.write([{ key: 'a', sent: 1 }, { key: 'b' }])
    const step = () => ({ del: ['a', 'b', 'none'], put: [{ key: 'a', sent: 2 }], answer: 'done' })
    expect(await shelf.change('', step)).toBe('done')
    expect(await shelf.change('', rows => ({ answer: rows }))).toEqual([{ key: 'a', sent: 2 }])
    shelf.close()
  },
  async 'changes nothing when the step throws'(open) {
    const shelf = open()
    await shelf.write([{ key: 'a' }])
    const failing = shelf.change('', () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await shelf.change('', look)).toEqual(['a'])
    shelf.close()
  },
  async 'lets two changes at once happen one after the other'(open) {
    const shelf = open()
    const one = { del: [], put: [], answer: 0 }
    const count = () =>
      shelf.change('n', ([row]) => ({ ...one, put: [{ key: 'n', sent: (row?.sent ?? 0) + 1 }] }))
    await Promise.all(Array.from({ length: 20 }, count))
    expect(await shelf.change('n', rows => ({ answer: rows[0]?.sent }))).toBe(20)
    shelf.close()
  },
  async 'is empty after it was destroyed'(open) {
    const shelf = open()
    await shelf.write([{ key: 'a' }])
    await shelf.destroy()
    expect(await open().change('', look)).toEqual([])
  }
}
