import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'
import { mimeOf } from './mimeOf.ts'

/** Puts each mail into a folder, as `<id>.eml`: for trying it out, and for whatever picks mails up there. */
export function folderMailer(folder: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(mail) {
      try {
        const { message } = await composer.sendMail(mimeOf(mail))
        await mkdir(folder, { recursive: true })
        const fresh = join(folder, `.${randomBytes(6).toString('hex')}`)
        await writeFile(fresh, message)
        // Whoever looks into the folder sees a whole mail or none; the same mail again takes its own place.
        await rename(fresh, join(folder, `${mail.id}.eml`))
        return { outcome: 'taken' }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        return { outcome: 'later', problem: `the mail folder cannot be written (${code})` }
      }
    },
    close: () => composer.close()
  }
}
