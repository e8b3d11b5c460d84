import type { DataFolder } from './openDataFolder.ts'

/**
 * Two shops over one data folder would take each other's database and allow-list, so the second is refused.
 *
 * @throws {Error} With the address of the shop that is open already.
 */
export async function refuseSecond(folder: Pick<DataFolder, 'read'>): Promise<void> {
  const kept = (await folder.read('open')) as { readonly url?: unknown } | undefined
  if (typeof kept?.url !== 'string') return
  const headers = { 'x-trial': '1' }
  // No answer means that it was not closed but ended: its address is only what it left behind.
  const answer = await fetch(`${kept.url}/trial/state`, { headers }).catch(() => undefined)
  const state: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined
  const isOurs = typeof state === 'object' && state !== null && 'isApiRunning' in state
  if (isOurs) throw new Error(`The shop is open already: ${kept.url}`)
}
