import type { BrowserName } from '../../tools/browsers.ts'
import type { Engine } from './Engine.ts'
import { openChromium } from './openChromium.ts'
import { openFirefox } from './openFirefox.ts'
import { openWebKit } from './openWebKit.ts'

const OPENERS: Readonly<Record<BrowserName, () => Promise<Engine>>> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit
}

/** A browser that does not come up on a busy machine often does at the next try. */
const TRIES = 3

/** Starts a browser. @throws {Error} When it is not installed, or will not start. */
export async function openEngine(name: BrowserName): Promise<Engine> {
  for (let left = TRIES; ; left--) {
    try {
      return await OPENERS[name]()
    } catch (error) {
      if (left === 1 || /not installed/.test(String(error))) throw error
    }
  }
}
