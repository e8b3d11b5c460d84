/** What can go wrong without the shopper noticing; docs/errors.md explains each. Storage refused, events set aside, something of ours failed. */
export type ComplaintCode = 'VT-04' | 'VT-07' | 'VT-08'

/** Says what went wrong. */
export type Complain = (code: ComplaintCode, detail: string) => void

/** A complaint that repeats itself is said once. */
export function complainOnce(say: Complain = () => {}): Complain {
  const said = new Set<ComplaintCode>()
  return (code, detail) => {
    if (said.has(code)) return
    said.add(code)
    say(code, detail)
  }
}
