import { expect } from 'vitest'
import type { Point, Tab } from './Engine.ts'

/** What is waited for comes sooner or not at all, on however busy a machine. */
export const PATIENCE = { timeout: 30_000, interval: 50 }

/** Something on a page: its selector, found inside open shadow roots too, and words in it. */
export interface Sought {
  readonly selector: string
  readonly text?: string
}

/** The middle of a control that is seen, scrolled to where it can be pressed; undefined when there is none, or it moves. */
function middleOf(tab: Tab, sought: Sought): Promise<Point | undefined> {
  return tab.evaluate(async ({ selector, text = '' }) => {
    const all: Element[] = []
    const collect = (root: Document | ShadowRoot) => {
      all.push(...root.querySelectorAll(selector))
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot)
    }
    collect(document)
    const found = all.find(
      one => one.checkVisibility({ visibilityProperty: true }) && one.textContent?.includes(text)
    )
    if (!found) return undefined
    const isWhole = ({ top, bottom }: DOMRect) => top >= 0 && bottom <= innerHeight
    if (!isWhole(found.getBoundingClientRect()))
      found.scrollIntoView({ block: 'center', behavior: 'instant' })
    const before = found.getBoundingClientRect()
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const { x, y, width, height } = found.getBoundingClientRect()
    if (before.x !== x || before.y !== y) return undefined
    return [x + width / 2, y + height / 2] as const
  }, sought)
}

/** Presses a control with the mouse, once it is there and stands still. */
export async function press(tab: Tab, selector: string, text?: string): Promise<void> {
  const sought = { selector, ...(text !== undefined && { text }) }
  let at: Point | undefined
  await expect
    .poll(async () => {
      at = await middleOf(tab, sought)
      return at ? sought : `no ${text ?? ''} ${selector}`
    }, PATIENCE)
    .toBe(sought)
  if (at) await tab.click(at)
}

/** What has the focus, in shadow roots too: the names of the elements from the outermost in, with their part, id or words. */
export function focused(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const path: string[] = []
    for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null)
      path.push(at.getAttribute('part') || at.id || at.localName)
    return path.join(' ')
  })
}

/** The words of what a selector finds first, in shadow roots too; undefined when it is not there or not seen. */
export function wordsOf(tab: Tab, selector: string): Promise<string | undefined> {
  return tab.evaluate(sought => {
    const find = (root: Document | ShadowRoot): Element | undefined => {
      const found = [...root.querySelectorAll(sought)].find(one => one.checkVisibility())
      if (found) return found
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const inside = shadowRoot && find(shadowRoot)
        if (inside) return inside
      }
      return undefined
    }
    return find(document)?.textContent?.replace(/\s+/g, ' ').trim()
  }, selector)
}
