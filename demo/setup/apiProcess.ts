import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The API in a process of its own, which can be stopped and started while the shop goes on. */
export interface ApiProcess {
  isRunning(): boolean
  /** @throws When it does not answer within {@link START_LIMIT_MS}. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** What the process is told. */
export interface ApiProcessOptions {
  readonly env: Readonly<Record<string, string>>
  readonly logFile: string
  readonly isUp: () => Promise<boolean>
}

const START_LIMIT_MS = 30_000
const LOOK_EVERY_MS = 60
/** A clean end takes less, even with a mail under way (the API gives it half a minute); after it, the process is ended. */
const STOP_LIMIT_MS = 35_000

/** Readies the API process; nothing runs before `start`. */
export function openApiProcess({ env, logFile, isUp }: ApiProcessOptions): ApiProcess {
  const main = join(dirname(fileURLToPath(import.meta.resolve('@vitrine/api'))), 'main.ts')
  const withParent = join(import.meta.dirname, 'endWithParent.ts')
  let child: ChildProcess | undefined

  return {
    isRunning: () => child !== undefined,
    async start() {
      if (child) return
      const log = openSync(logFile, 'a')
      const started = spawn(process.execPath, ['--import', withParent, main], {
        env: { ...process.env, ...env },
        stdio: ['pipe', log, log]
      })
      closeSync(log)
      child = started
      started.once('exit', () => {
        if (child === started) child = undefined
      })
      const until = Date.now() + START_LIMIT_MS
      while (!(await isUp())) {
        if (child !== started) throw new Error(`the API has ended; ${logFile} says why`)
        if (Date.now() > until) throw new Error(`the API does not answer; ${logFile} may say why`)
        await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
      }
    },
    async stop() {
      const ending = child
      if (!ending) return
      const gone = once(ending, 'exit')
      const limit = setTimeout(() => ending.kill('SIGKILL'), STOP_LIMIT_MS)
      ending.kill('SIGTERM')
      await gone
      clearTimeout(limit)
      child = undefined
    }
  }
}
