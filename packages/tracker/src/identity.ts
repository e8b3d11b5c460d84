import type { WholeWorld } from './world.ts'

/** A fresh random id (UUIDv4) for a visitor. It means nothing outside this shop and this browser. */
export function freshVisitor({ randomHex }: WholeWorld): string {
  const hex = randomHex(16)
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
