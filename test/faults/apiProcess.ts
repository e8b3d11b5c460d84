import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ShopSetup } from '@vitrine/api'

/** What an operator runs. */
export const API_MAIN = join(import.meta.dirname, '../../packages/api/src/main.ts')

/** The shop of the fault tests. */
export const FAULT_SHOP: ShopSetup = {
  id: 'corner',
  key: 'pk_corner_1',
  secret: 'sk_corner_secret_1',
  identitySecret: 'the corner shop signs with this one',
  origins: ['https://corner.example'],
  currency: 'GBP'
}

/** A real API process. */
export interface ApiProcess {
  readonly address: string
  /** Ends it without a word, as the kernel would; one that has ended stays so. */
  kill(): Promise<void>
  /** Asks it to end, and waits. @returns Its exit code. */
  stop(): Promise<number | null>
}

/** Starts the API as an operator does, over files in `folder`, and waits until it listens. @param env - Further settings. */
export async function startApiProcess(
  folder: string,
  env: Readonly<Record<string, string>> = {}
): Promise<ApiProcess> {
  const child = spawn(process.execPath, [API_MAIN], {
    env: {
      ...process.env,
      VITRINE_PORT: '0',
      VITRINE_DATA: join(folder, 'shop.sqlite'),
      VITRINE_PUBLISH: join(folder, 'public'),
      VITRINE_SHOPS: JSON.stringify([FAULT_SHOP]),
      VITRINE_RATE_PER_KEY: '1000000',
      VITRINE_RATE_PER_ADDRESS: '1000000',
      VITRINE_LOG: 'silent',
      ...env
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const address = await addressOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit') as Promise<[number | null]>
    child.kill(signal)
    const [code] = await ended
    return code
  }
  return {
    address,
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM')
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the process has no output')
  for await (const line of createInterface(child.stdout)) {
    const found = /^Vitrine API on (\S+)$/.exec(line)?.[1]
    if (found) {
      child.stdout.resume()
      return found
    }
  }
  throw new Error('the API ended before it listened')
}
