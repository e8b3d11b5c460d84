import type { ShopConfig } from '@vitrine/protocol'
import { inject } from 'vitest'

/** Lets a campaign of the demo be shown to everybody, as a merchant would. @returns What puts the config back. */
export async function withoutHoldout(campaign: string): Promise<() => Promise<void>> {
  const url = `${inject('apiUrl')}/v1/shop`
  const headers = { authorization: `Bearer ${inject('secretKey')}`, 'content-type': 'application/json' }
  const before = (await (await fetch(url, { headers })).json()) as ShopConfig
  const put = async (config: ShopConfig) => {
    const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(config) })
    if (!answer.ok) throw new Error(`the config was refused: ${await answer.text()}`)
  }
  const campaigns = before.campaigns.map(one => (one.id === campaign ? { ...one, holdout: 0 } : one))
  await put({ ...before, campaigns })
  return () => put(before)
}
