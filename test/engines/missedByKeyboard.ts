import { missedControls } from '../journeys/missedControls.ts'
import type { Tab } from './Engine.ts'

/** Tab that leads to nothing new so often means that everything was met. */
const ENOUGH = 3

/** Walks a page by Tab from its beginning. @returns The controls that were not met, as markup. */
export async function missedByKeyboard(tab: Tab): Promise<readonly string[]> {
  await tab.evaluate(async () => {
    // Rows that come when they are looked at would come behind the walk.
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y)
      await new Promise(seen => setTimeout(seen, 60))
    }
    scrollTo(0, 0)
    Object.assign(window, { met_: new Set<Element>() })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  let before = -1
  for (let still = 0; still < ENOUGH; ) {
    await tab.press('Tab')
    // Focus that moves inside a shadow root tells nobody outside, so each step is looked at.
    const met = await tab.evaluate(() => {
      const seen: Set<Element> = Reflect.get(window, 'met_')
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      if (at && at !== document.body) seen.add(at)
      return seen.size
    })
    still = met === before ? still + 1 : 0
    before = met
  }
  return tab.evaluate(missedControls)
}
