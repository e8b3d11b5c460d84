import type { IssuedOffer } from '@vitrine/protocol'
import type { ShopAddress } from './slots.ts'
import type { World } from './world.ts'

/** A shopper who is about to leave does not wait longer for a code. */
const WAIT_MS = 3000

/** Asks the API for the code of a campaign's offer. @returns Nothing when it cannot be had: then none is promised. */
export async function issueOffer(
  { fetch }: World,
  { shop, key, api }: ShopAddress,
  asked: { readonly campaign: string; readonly visitor: string | undefined }
): Promise<IssuedOffer | undefined> {
  try {
    const response = await fetch(`${api}/v1/offers`, {
      method: 'POST',
      body: JSON.stringify({ shop, key, ...asked }),
      credentials: 'omit',
      signal: AbortSignal.timeout(WAIT_MS)
    })
    const { code, expiresAt } = (await response.json()) as Partial<IssuedOffer>
    return typeof code === 'string' && Number.isInteger(expiresAt)
      ? { code, expiresAt: Number(expiresAt) }
      : undefined
  } catch {
    // Refused, too late or no network: the popup stays away.
    return undefined
  }
}
