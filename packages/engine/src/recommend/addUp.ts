/** What speaks for a product: the sum, its largest part, and why that. */
export interface Sum<Why> {
  score: number
  most: number
  why: Why
}

/** Adds a part to what speaks for a product. */
export function addUp<Why>(sums: Map<string, Sum<Why>>, id: string, part: number, why: Why): void {
  const sum = sums.get(id) ?? { score: 0, most: 0, why }
  sums.set(id, sum)
  sum.score += part
  if (part > sum.most) Object.assign(sum, { most: part, why })
}
