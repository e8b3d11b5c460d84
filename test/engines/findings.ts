import axe from 'axe-core'
import type { Tab } from './Engine.ts'

/** The rules by which a page is judged: WCAG 2.2 AA, and what axe holds for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong on the page as it is now, one line a rule; nothing, when all is well. */
export async function findings(tab: Tab): Promise<readonly string[]> {
  await tab.inject(axe.source)
  return tab.evaluate(async tags => {
    const { axe: judge } = window as unknown as { axe: typeof axe }
    // What still fades in has no contrast yet.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
    const { violations, passes } = await judge.run(document, { runOnly: tags })
    if (passes.length === 0) return ['axe has judged nothing']
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
    )
  }, RULES)
}
