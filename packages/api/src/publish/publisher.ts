/** The public files: whatever a web server or a CDN can serve. Paths begin with `/`. */
export interface Publisher {
  /** Writes a file at once: a reader sees the old one or the new one. */
  write(path: string, text: string): Promise<void>
  /** Writes a folder of files at once; one that is there already is left as it is. */
  writeFolder(
    folder: string,
    files: Iterable<{ readonly path: string; readonly text: string }>
  ): Promise<void>
  read(path: string): Promise<string | undefined>
  /** Names directly under a folder that are folders themselves. */
  folders(folder: string): Promise<readonly string[]>
  removeFolder(folder: string): Promise<void>
}
