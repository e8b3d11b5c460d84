/** The newest words of many, kept in memory alone. */
export interface Recent {
  add(word: string): void
  has(word: string): boolean
}

/** Opens an empty one; beyond `most` words the oldest is let go. */
export function openRecent(most: number): Recent {
  const words = new Set<string>()
  return {
    add(word) {
      words.delete(word)
      words.add(word)
      const [oldest] = words
      if (words.size > most && oldest !== undefined) words.delete(oldest)
    },
    has: word => words.has(word)
  }
}
