import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Demo, startDemo } from '@vitrine/demo/server.ts'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly shopUrl: string
    readonly apiUrl: string
    readonly secretKey: string
    /** Where the demo publishes its files and keeps its API's database. */
    readonly dataFolder: string
  }
}

let demo: Demo | undefined
let dataFolder = ''

/** Opens the demo as `npm start` does, with all of its orders, once for all journeys. */
export async function setup({ provide }: TestProject): Promise<void> {
  dataFolder = await mkdtemp(join(tmpdir(), 'vitrine-journeys-'))
  demo = await startDemo({ dataFolder, ports: { shop: 0, api: 0 }, quiet: true })
  provide('shopUrl', demo.url)
  provide('apiUrl', demo.apiUrl)
  provide('secretKey', demo.secretKey)
  provide('dataFolder', dataFolder)
}

/** Closes it and removes what it kept. */
export async function teardown(): Promise<void> {
  await demo?.close()
  await rm(dataFolder, { recursive: true, force: true })
}
