import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'
import { mimeOf } from './mimeOf.ts'

/**
 * Puts each mail into a folder, as `<id>.eml`: for trying it out, and for whatever picks mails up there. A mail holds an
 * address and a link that acts for it, so only who runs the API may read it.
 */
export function folderMailer(folder: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(mail) {
      try {
        const { message } = await composer.sendMail(mimeOf(mail))
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const fresh = join(folder, `.${randomBytes(6).toString('hex')}`)
        await writeFile(fresh, message, { mode: 0o600 })
        // Whoever looks into the folder sees a whole mail or none; the same mail again takes its own place.
        await rename(fresh, join(folder, `${mail.id}.eml`))
        return { outcome: 'taken' }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        return { outcome: 'later', problem: `the mail folder cannot be written (${code})` }
      }
    },
    async sweep(before) {
      let swept = 0
      for (const name of await mailsIn(folder)) {
        const path = join(folder, name)
        // Picked up in the meantime: gone is what it is to be.
        const { mtimeMs = before } = (await stat(path).catch(isGone)) ?? {}
        if (mtimeMs >= before) continue
        await rm(path, { force: true })
        swept++
      }
      return swept
    },
    close: () => composer.close()
  }
}

/** Mails, and what a process left that died as it wrote one; whatever else lies there is not ours. */
async function mailsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(isGone)) ?? []
  return names.filter(name => name.endsWith('.eml') || /^\.[\da-f]{12}$/.test(name))
}

/** @throws {Error} Whatever else is wrong with the folder. */
function isGone(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
