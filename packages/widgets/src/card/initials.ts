/** One or two letters that stand in for a picture: the first of the first two words. */
export function initials(title: string): string {
  const words = title.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  return words
    .slice(0, 2)
    .map(word => [...word][0])
    .join('')
    .toLocaleUpperCase()
}
