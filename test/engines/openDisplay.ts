import { createInterface } from 'node:readline'
import { type Hand, openHand } from './openHand.ts'
import { startProcess } from './startProcess.ts'

/** A screen that nobody sees, and the mouse that belongs to it. */
export interface Display {
  /** What programs know it by, as `:99`. */
  readonly name: string
  readonly hand: Hand
  close(): Promise<void>
}

/** Opens a screen on the first free number. */
export async function openDisplay(xvfb: string): Promise<Display> {
  const { child, end } = startProcess(
    xvfb,
    ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'pipe', 'ignore'] }
  )
  try {
    const number = await firstLine(child.stdout)
    const hand = await openHand(Number(number))
    return {
      name: `:${number}`,
      hand,
      async close() {
        hand.close()
        await end()
      }
    }
  } catch (error) {
    await end()
    throw error
  }
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (stream) for await (const line of createInterface(stream)) return line
  throw new Error('Xvfb has ended without a display')
}
