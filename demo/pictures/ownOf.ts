/** Looks a word up in a table, and only there: "constructor" is in no table of ours, whatever JavaScript says. */
export function ownOf<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | undefined {
  return typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined
}
