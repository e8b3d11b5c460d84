import type { Publisher } from '../publish/publisher.ts'

/** Publishes into memory, and remembers in which order. */
export function memoryPublisher(): Publisher & {
  readonly files: Map<string, string>
  readonly written: string[]
} {
  const files = new Map<string, string>()
  const written: string[] = []
  function put(path: string, text: string): void {
    files.set(path, text)
    written.push(path)
  }
  return {
    files,
    written,
    write: async (path, text) => put(path, text),
    async writeFolder(folder, entries) {
      const isThere = [...files.keys()].some(path => path.startsWith(`${folder}/`))
      if (isThere) return
      for (const { path, text } of [...entries]) put(folder + path, text)
    },
    read: async path => files.get(path),
    async folders(folder) {
      const under = [...files.keys()].filter(path => path.startsWith(`${folder}/`))
      const names = under.map(path => path.slice(folder.length + 1).split('/'))
      return [...new Set(names.filter(parts => parts.length > 1).flatMap(([name]) => name ?? []))]
    },
    async removeFolder(folder) {
      for (const path of files.keys()) if (path.startsWith(`${folder}/`)) files.delete(path)
    }
  }
}
