/**
 * Everything of the outside that the front door uses. This is the one file that touches the window, the clock and the dice;
 * whatever else needs them gets them from here, so a test can hand in its own.
 */
export interface World {
  readonly window: Window & typeof globalThis
  readonly fetch: typeof fetch
  /** Epoch ms. */
  now(): number
  /** Lower-case hex of so many random bytes. */
  randomHex(bytes: number): string
  warn(line: string): void
}

/** The real one. Nothing is read until it is called, so importing the package in Node is harmless. */
export function browserWorld(window: Window & typeof globalThis = globalThis.window): World {
  return {
    window,
    // The page may replace its fetch (and ad blockers do); ours is the one it had when we came.
    fetch: window.fetch.bind(window),
    now: () => Date.now(),
    randomHex(bytes) {
      const dice = window.crypto.getRandomValues(new Uint8Array(bytes))
      return Array.from(dice, byte => byte.toString(16).padStart(2, '0')).join('')
    },
    warn: line => window.console.warn(line)
  }
}
