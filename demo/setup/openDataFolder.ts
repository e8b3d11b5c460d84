import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a demo keeps what it must not forget: secrets, the API's database, the published model, its own books. */
export interface DataFolder {
  readonly path: string
  readonly secrets: Secrets
  /** @returns `undefined` when nothing was kept, or it cannot be read any more. */
  read(name: string): Promise<unknown>
  keep(name: string, value: unknown): Promise<void>
}

/** Made anew for every installation. Only `publicKey` may ever stand in a page. */
export interface Secrets {
  readonly publicKey: string
  readonly secretKey: string
  readonly identitySecret: string
  readonly cookieSecret: string
}

/** Opens the folder, made on first use; secrets are readable by its owner alone. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const fileOf = (name: string) => join(path, `${name}.json`)

  async function read(name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(fileOf(name), 'utf8'))
    } catch {
      // Not there yet, or cut short by a crash: either way it is made again.
      return undefined
    }
  }

  async function keep(name: string, value: unknown): Promise<void> {
    const draft = `${fileOf(name)}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, JSON.stringify(value), { mode: 0o600 })
    await rename(draft, fileOf(name))
  }

  const secrets = parseSecrets(await read('secrets')) ?? newSecrets()
  await keep('secrets', secrets)
  return { path, secrets, read, keep }
}

function newSecrets(): Secrets {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  return {
    publicKey: `pk_demo_${random(12)}`,
    secretKey: `sk_demo_${random(24)}`,
    identitySecret: random(32),
    cookieSecret: random(32)
  }
}

function parseSecrets(value: unknown): Secrets | undefined {
  const kept = (value ?? {}) as Partial<Record<keyof Secrets, unknown>>
  const { publicKey, secretKey, identitySecret, cookieSecret } = kept
  const all = [publicKey, secretKey, identitySecret, cookieSecret]
  return all.every(one => typeof one === 'string' && one.length >= 16) ? (kept as Secrets) : undefined
}
