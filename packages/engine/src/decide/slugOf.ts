/** A name as it stands in an address: `Clothing & Footwear` is `clothing-footwear`. Letters and digits of any script. */
export function slugOf(name: string): string {
  // Accents and apostrophes are dropped, as shops' own addresses do it.
  const bare = name.normalize('NFKD').replace(/[\u0300-\u036f'’]/g, '')
  return (
    bare
      .normalize()
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('-')
}
