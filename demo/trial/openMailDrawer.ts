import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A mail as the panel shows it. Everything in it is text, whoever wrote it. */
export interface DrawerMail {
  readonly id: string
  /** When it was written, epoch ms of this machine. */
  readonly at: number
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** The mails that the API has laid into its folder instead of sending them. */
export interface MailDrawer {
  /** The newest ones first, and how many of them cannot be read. */
  newest(): Promise<{ readonly mails: readonly DrawerMail[]; readonly unreadable: number }>
}

/** More than these nobody reads in a drawer. */
const MOST = 30
/** Our mails have some kilobytes; what is larger was not written by us. */
const MOST_BYTES = 256 * 1024

/** @param folder - Of `.eml` files; one that is not there yet is an empty drawer. */
export function openMailDrawer(folder: string): MailDrawer {
  return {
    async newest() {
      const files = await Promise.all((await emlFiles(folder)).map(name => fileOf(folder, name)))
      const latest = files
        .flatMap(file => file ?? [])
        .sort((a, b) => b.at - a.at)
        .slice(0, MOST)
      const read = await Promise.all(latest.map(readMail))
      const mails = read.flatMap(mail => mail ?? [])
      return { mails, unreadable: read.length - mails.length }
    }
  }
}

interface MailFile {
  readonly id: string
  readonly path: string
  readonly at: number
  readonly bytes: number
}

async function emlFiles(folder: string): Promise<readonly string[]> {
  // Before the first mail there is no folder.
  const names = await readdir(folder).catch(() => [])
  return names.filter(name => name.endsWith('.eml'))
}

async function fileOf(folder: string, id: string): Promise<MailFile | undefined> {
  const path = join(folder, id)
  // Cleared away between the listing and now: it is no longer in the drawer.
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? { id, path, at: found.mtimeMs, bytes: found.size } : undefined
}

/** @returns `undefined` for what is no mail, or too large to be one of ours. */
async function readMail({ id, path, at, bytes }: MailFile): Promise<DrawerMail | undefined> {
  if (bytes > MOST_BYTES) return undefined
  try {
    const { headers, to = [], subject = '', text = '' } = await PostalMime.parse(await readFile(path))
    if (headers.length === 0) return undefined
    const addresses = to.flatMap(one => one.group ?? one).map(({ address }) => address)
    return { id, at, to: addresses.join(', '), subject, text: text.trim() }
  } catch {
    // Nested deeper than any mail, or gone meanwhile: it is counted, and the others are shown.
    return undefined
  }
}
