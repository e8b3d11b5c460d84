export * from './consent.ts'
export * from './decision.ts'
export * from './event.ts'
export * from './eventId.ts'
export {
  EVENT_FIELDS,
  type Field,
  type FieldKind,
  ITEM_FIELDS,
  MAX_DATA,
  PAGE_FIELDS,
  REF_FIELDS
} from './fields.ts'
export * from './ga4.ts'
export * from './guards.ts'
export * from './hash.ts'
export * from './importedEventId.ts'
export { known } from './known.ts'
export * from './mirror.ts'
export * from './modelPath.ts'
export * from './money.ts'
export * from './packBatch.ts'
export * from './parseShopConfig.ts'
export * from './problem.ts'
export * from './product.ts'
export * from './profile.ts'
export * from './readGa4Batch.ts'
export { bad, good, type Result } from './result.ts'
export type * from './schema/index.ts'
export * from './unpackBatch.ts'
export * from './url.ts'
export * from './words.ts'
