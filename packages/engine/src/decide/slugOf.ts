/** A name as it stands in an address: `Clothing & Footwear` is `clothing-footwear`. Letters and digits of any script. */
export function slugOf(name: string): string {
  const bare = name.normalize('NFKD').replace(/[\p{M}'’]/gu, '')
  return (bare.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-')
}
