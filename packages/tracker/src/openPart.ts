/** A file that not every page needs in its first moment: the file itself, or how to load it. */
export type PartSource<File> = File | (() => Promise<File>)

/** The same file, once somebody has asked for it. */
export interface Part<File> {
  /** Absent until it has come. */
  readonly here: File | undefined
  /** Brings it. What could not be had is told of, and asked for again the next time. */
  load(): Promise<File | undefined>
}

/** Opens a part; nothing is loaded yet. */
export function openPart<File>(source: PartSource<File>, failed?: (error: unknown) => void): Part<File> {
  const load = source as () => Promise<File>
  let coming: Promise<File> | undefined
  const part = {
    here: typeof source === 'function' ? undefined : source,
    async load() {
      try {
        if (!part.here) coming ??= load()
        part.here ??= await coming
      } catch (error) {
        coming = undefined
        failed?.(error)
      }
      return part.here
    }
  }
  return part
}
