import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { itemsOf } from '../testing/items.ts'
import { emptyPage, frames, mount } from '../testing/mount.ts'

let told: string[][] = []
const listen = ({ detail }: HTMLElementEventMap['vitrine:impression']) => {
  told.push([detail.placement, ...detail.items.map(({ card }) => card.id)])
}

beforeEach(() => {
  emptyPage()
  told = []
  document.addEventListener('vitrine:impression', listen)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.removeEventListener('vitrine:impression', listen)
})

test('WD-19 tells once which items were half in view for a second', async () => {
  const element = await mount({ items: itemsOf(12), placement: 'home' })
  element.style.width = '400px'
  await frames()
  vi.advanceTimersByTime(999)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([['home', 'p0', 'p1']])

  element.shadowRoot?.querySelector('ul')?.scrollTo({ left: 100_000, behavior: 'instant' })
  await frames()
  element.shadowRoot?.querySelector('ul')?.scrollTo({ left: 0, behavior: 'instant' })
  await frames()
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(1)
})

test('WD-19 tells of the same products again in a new list, and not where the element is only moved', async () => {
  const items = itemsOf(2)
  const element = await mount({ items, placement: 'home' })
  vi.advanceTimersByTime(1000)
  element.remove()
  await frames()
  document.body.append(element)
  await frames()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([['home', 'p0', 'p1']])

  element.items = [...items]
  await frames()
  vi.advanceTimersByTime(999)
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(told).toEqual([
    ['home', 'p0', 'p1'],
    ['home', 'p0', 'p1']
  ])
})

test('WD-19 does not tell what left before its second was over, nor what lies below the page', async () => {
  const element = await mount({ items: itemsOf(2) })
  vi.advanceTimersByTime(900)
  document.body.style.paddingTop = '3000px'
  await frames()
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([])
  document.body.style.paddingTop = ''
  await frames()
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(1)
  element.remove()
})

test('WD-8, WD-19 tells nothing after it has left the page, or while the page is hidden', async () => {
  const gone = await mount({ items: itemsOf(2) })
  gone.remove()
  await frames()
  vi.advanceTimersByTime(5000)

  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await mount({ items: itemsOf(2) })
  vi.advanceTimersByTime(5000)
  expect(told).toEqual([])
})
