// What few pages need: knowing a person, tidying the device, reporting what was heard.
import { missing } from './capture/missing.ts'
import { productReport } from './capture/productReport.ts'
import { identify } from './identify.ts'
import { tidy } from './tidy.ts'

export { identify, missing, productReport, tidy }

/** This file, as whoever loads it gets it. */
export interface Seldom {
  readonly identify: typeof identify
  readonly missing: typeof missing
  readonly productReport: typeof productReport
  readonly tidy: typeof tidy
}
