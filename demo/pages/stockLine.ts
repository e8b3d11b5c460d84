/** Below this the shop says how many are left. It is the true number on the shelf. */
const FEW = 5

/** How many there are, in a shopper's words. */
export function stockLine(pieces: number): string {
  if (pieces === 0) return 'Sold out'
  return pieces <= FEW ? `Only ${pieces} left` : 'In stock'
}
