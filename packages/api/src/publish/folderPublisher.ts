import { randomBytes } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Publisher } from './publisher.ts'

/** Publishes into a folder of this machine, from which this server or any other serves it. */
export function folderPublisher(root: string): Publisher {
  const base = resolve(root)
  /** @throws {RangeError} When a path leads out of the folder: a bug in the caller, who must have checked it. */
  function placeOf(path: string): string {
    const place = resolve(join(base, path))
    if (place !== base && !place.startsWith(base + sep)) throw new RangeError(`${path} leads out`)
    return place
  }

  return {
    async write(path, text) {
      const place = placeOf(path)
      const fresh = `${place}.${randomBytes(6).toString('hex')}`
      await mkdir(dirname(place), { recursive: true })
      await writeFile(fresh, text)
      await rename(fresh, place)
    },
    async writeFolder(folder, files) {
      const place = placeOf(folder)
      if (await exists(place)) return
      const fresh = join(base, `.new-${randomBytes(6).toString('hex')}`)
      try {
        for (const { path, text } of files) {
          const file = join(fresh, path)
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, text)
        }
        await mkdir(dirname(place), { recursive: true })
        await rename(fresh, place)
      } finally {
        // After the rename there is nothing; after a failure nothing half written stays.
        await rm(fresh, { recursive: true, force: true })
      }
    },
    async read(path) {
      try {
        return await readFile(placeOf(path), 'utf8')
      } catch (error) {
        if (isAbsence(error)) return undefined
        throw error
      }
    },
    async folders(folder) {
      try {
        const entries = await readdir(placeOf(folder), { withFileTypes: true })
        return entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
      } catch (error) {
        if (isAbsence(error)) return []
        throw error
      }
    },
    removeFolder: folder => rm(placeOf(folder), { recursive: true, force: true })
  }
}

async function exists(place: string): Promise<boolean> {
  try {
    await access(place)
    return true
  } catch (error) {
    if (isAbsence(error)) return false
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR'
}
