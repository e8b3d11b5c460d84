import { randomBytes } from 'node:crypto'
import type { DrawnCode } from '../store/offers.ts'

/** Crockford's base 32: no I, L, O, U, so nothing is misread and nothing is spelt. Five bits a sign. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 60 bits: at ten guesses a second against ten thousand live codes, the first hit is some 180,000 years away. */
const SIGNS = 12
const GROUP = /.{4}/g

/**
 * Draws a code such as `WELCOME-7K3M-9PQR-2XYZ`.
 *
 * @param bytes - One for each sign, all values equally likely.
 */
export function drawCode(prefix: string | undefined, bytes: Uint8Array = randomBytes(SIGNS)): DrawnCode {
  // 256 is a multiple of 32, so no sign is likelier than another.
  const signs = [...bytes.subarray(0, SIGNS)].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
  const code = [...(prefix === undefined ? [] : [prefix]), ...(signs.match(GROUP) ?? [])].join('-')
  return { code, folded: foldCode(code) }
}

/** A code as it is compared: whatever case, spaces and hyphens it was typed with, and O for 0 or I and L for 1. */
export function foldCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
