// What few pages need: knowing a person, tidying the device, reporting what was heard.
export { missing } from './capture/missing.ts'
export { productReport } from './capture/productReport.ts'
export { identify } from './identify.ts'
export { tidy } from './tidy.ts'

/** This file, as whoever loads it gets it. */
export type Seldom = typeof import('./seldom.ts')
