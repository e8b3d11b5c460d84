/**
 * What the SDK tells the shop's developer on the console, once a code and page view, and never as a thrown error.
 * docs/errors.md explains each.
 */
export const COMPLAINTS = {
  'VT-01': 'the script tag or start() is missing something it needs',
  'VT-02': 'a call could not be read, its good parts were kept',
  'VT-03': 'a public file could not be fetched or read',
  'VT-04': 'storage was refused, so this visit is remembered in memory only',
  'VT-05': 'a placement could not be mounted',
  'VT-06': 'a widget could not be loaded or drawn',
  'VT-07': 'events could not be delivered and were set aside',
  'VT-08': 'something of ours failed; the page goes on without it'
} as const

/** A code of {@link COMPLAINTS}. */
export type ComplaintCode = keyof typeof COMPLAINTS

/** Reports a code with its detail; the second time the same code is silent. */
export type Complain = (code: ComplaintCode, detail: string) => void

/**
 * A reporter that says each code once.
 *
 * @param write - Where it goes; the browser's `console.warn`.
 */
export function openComplaints(write: (line: string) => void): Complain {
  const said = new Set<ComplaintCode>()
  return (code, detail) => {
    if (said.has(code)) return
    said.add(code)
    write(`[vitrine ${code}] ${COMPLAINTS[code]}: ${detail}`)
  }
}
