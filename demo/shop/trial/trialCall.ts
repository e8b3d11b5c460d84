/** How the shop stands. */
export interface TrialState {
  readonly isApiRunning: boolean
  readonly title?: string
  readonly isSoldOut?: boolean
  /** One size or colour of it. */
  readonly variant?: { readonly title: string; readonly stock: number }
}

/** A call of the panel to its own server. @throws With the server's words when it refuses. */
export async function trialCall<Answer = TrialState>(
  method: 'GET' | 'POST',
  path: string,
  query: Readonly<Record<string, string>> = {}
): Promise<Answer> {
  const answer = await fetch(`/trial/${path}?${new URLSearchParams(query)}`, {
    method,
    headers: { 'x-trial': '1' }
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.problem ?? `the shop answered ${answer.status}`)
  return body
}
