/**
 * What the SDK tells the shop's developer on the console, once a code and page view, and never as a thrown error:
 * VT-01 options, VT-02 a call, VT-03 a public file, VT-04 storage, VT-05 a placement, VT-06 a widget, VT-07 delivery,
 * VT-08 a failure of ours. docs/errors.md explains each; here a code is enough, since every byte is the shop's.
 */
export const COMPLAINT_CODES = [
  'VT-01',
  'VT-02',
  'VT-03',
  'VT-04',
  'VT-05',
  'VT-06',
  'VT-07',
  'VT-08'
] as const

/** One of {@link COMPLAINT_CODES}. */
export type ComplaintCode = (typeof COMPLAINT_CODES)[number]

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
    write(`[vitrine ${code}] ${detail}`)
  }
}
