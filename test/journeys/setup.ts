import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openMailServer } from '@vitrine/api/testing/openMailServer.ts'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly shopUrl: string
    readonly apiUrl: string
    readonly secretKey: string
    /** Where the demo publishes its files and keeps its API's database. */
    readonly dataFolder: string
    /** Where the demo hands its mails to whoever listens. While nobody does, they wait. */
    readonly mailPort: number
  }
}

let demo: ChildProcess | undefined
let dataFolder = ''

/** Opens the demo as `npm start` does, with all of its orders, once for all journeys. */
export async function setup({ provide }: TestProject): Promise<void> {
  dataFolder = await mkdtemp(join(tmpdir(), 'vitrine-journeys-'))
  const script = join(import.meta.dirname, 'demoProcess.ts')
  const { url: mailUrl, close } = await openMailServer()
  await close()
  demo = spawn(process.execPath, [script, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, SMTP_URL: mailUrl }
  })
  const { url, apiUrl, secretKey } = JSON.parse(await firstLine(demo))
  provide('shopUrl', url)
  provide('apiUrl', apiUrl)
  provide('secretKey', secretKey)
  provide('dataFolder', dataFolder)
  provide('mailPort', Number(new URL(mailUrl).port))
}

/** Closes it and removes what it kept. */
export async function teardown(): Promise<void> {
  if (demo && demo.exitCode === null) {
    const gone = once(demo, 'exit')
    demo.stdin?.end()
    await gone
  }
  await rm(dataFolder, { recursive: true, force: true })
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout) for await (const line of createInterface(stdout)) return line
  throw new Error('the demo has ended before it was open; its words stand above')
}
