export { defineRestock } from './defineRestock.ts'
export type { RestockEventMap, RestockIntents } from './events.ts'
export type { RestockElement, RestockStatus } from './RestockElement.tsx'
export { RESTOCK_TEXTS, type RestockTextKey } from './restockTexts.ts'
