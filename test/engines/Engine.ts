import type { BrowserName } from '../../tools/browsers.ts'

/** A point of the window, px from the upper left corner of the page; a negative `y` is where the tabs are. */
export type Point = readonly [x: number, y: number]

/** Keys that are no letters. */
export type KeyName = 'Tab' | 'Shift+Tab' | 'Enter' | 'Escape' | 'Space'

/** One shopper with an empty browser: what a test may do with any engine. */
export interface Tab {
  readonly engine: BrowserName
  /** Opens an address. Resolves when the page is read (DOMContentLoaded), which may be long before it has loaded. */
  open(url: string): Promise<void>
  /** Runs a function in the page. It brings nothing along, and its arguments and result are JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** Runs a script in the page, whatever its policy. */
  inject(script: string): Promise<void>
  press(key: KeyName): Promise<void>
  type(text: string): Promise<void>
  /** Moves the pointer from where it is, through all of these, as a hand does. */
  move(...way: readonly Point[]): Promise<void>
  click(at: Point): Promise<void>
  /** Turns the wheel towards the shopper under the pointer. */
  wheel(): Promise<void>
  /** Makes the page so large, px. */
  resize(width: number, height: number): Promise<void>
  /** A picture of what is in the window, PNG. */
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

/** A browser that runs. */
export interface Engine {
  readonly name: BrowserName
  /** A new shopper: nothing stored, nothing known. */
  newTab(): Promise<Tab>
  /** Ends all of its processes. */
  close(): Promise<void>
}
