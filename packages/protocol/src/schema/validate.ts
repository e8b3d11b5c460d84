import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { bad, good, type Result } from '../result.ts'
import { BatchRefusal, CompactBatch, Ga4Batch } from './batch.ts'
import { checkConfig } from './checkConfig.ts'
import { ShopConfig } from './config.ts'
import { firstFault } from './firstFault.ts'
import { ImportReport, OrderLine, StockLine } from './imports.ts'
import { AvailabilityFile, ItemFile, ListFile, Manifest } from './model.ts'
import { IssuedOffer, OfferCheck, OfferRedemption, OfferRequest, OfferVerdict } from './offer.ts'
import { RecommendRequest } from './recommend.ts'
import { RestockErasure, RestockSignup } from './restock.ts'
import { Rule } from './rule.ts'

/** Reads a stranger's value, or says which field is wrong. */
export type Validate<Of> = (value: unknown) => Result<Of>

/**
 * Makes a reader of a schema. It is compiled on first use: a process that never imports stock never pays for it.
 * What the schema does not name is let through as it is, unless the schema is an `exactly` one.
 */
export function validator<Of>(schema: TSchema): Validate<Of> {
  let compiled: Validator | undefined
  return value => {
    compiled ??= Compile(schema)
    if (compiled.Check(value)) return good(value as Of)
    const fault = firstFault(schema, value) ?? { field: '', problem: 'is not what its schema wants' }
    return bad(fault.field, fault.problem)
  }
}

const readConfig = validator<ShopConfig>(ShopConfig)

/** Reads a shop config as its owner sends it: by its schema, then by what no schema can say (`checkConfig`). */
export function validateConfig(value: unknown): Result<ShopConfig> {
  const read = readConfig(value)
  return read.ok ? checkConfig(read.value) : read
}

/** Reads the outer shape of a compact batch; its events are read one by one by `unpackBatch`. */
export const validateBatch = validator<CompactBatch>(CompactBatch)
/** Reads the outer shape of a batch in GA4's words; its events are read one by one by `readGa4Batch`. */
export const validateGa4Batch = validator<Ga4Batch>(Ga4Batch)
/** Reads the body of the 422 that lists refused events. */
export const validateBatchRefusal = validator<BatchRefusal>(BatchRefusal)
/** Reads one line of `POST orders`. */
export const validateOrderLine = validator<OrderLine>(OrderLine)
/** Reads one line of `POST stock`. */
export const validateStockLine = validator<StockLine>(StockLine)
/** Reads an import's answer. */
export const validateImportReport = validator<ImportReport>(ImportReport)
/** Checks a manifest before it is published. */
export const validateManifest = validator<Manifest>(Manifest)
/** Checks a product's file before it is published. */
export const validateItemFile = validator<ItemFile>(ItemFile)
/** Checks a list before it is published. */
export const validateListFile = validator<ListFile>(ListFile)
/** Checks the availability file before it is published. */
export const validateAvailabilityFile = validator<AvailabilityFile>(AvailabilityFile)
/** Reads a request for recommendations. */
export const validateRecommendRequest = validator<RecommendRequest>(RecommendRequest)
/** Reads a signup to a waiting list. */
export const validateRestockSignup = validator<RestockSignup>(RestockSignup)
/** Reads whose wishes are to be removed. */
export const validateRestockErasure = validator<RestockErasure>(RestockErasure)
/** Reads a request for an offer's code. */
export const validateOfferRequest = validator<OfferRequest>(OfferRequest)
/** Checks an offer's code before it is answered. */
export const validateIssuedOffer = validator<IssuedOffer>(IssuedOffer)
/** Reads a till's question about a code. */
export const validateOfferCheck = validator<OfferCheck>(OfferCheck)
/** Reads a till's redemption of a code. */
export const validateOfferRedemption = validator<OfferRedemption>(OfferRedemption)
/** Reads what the API says of a code. */
export const validateOfferVerdict = validator<OfferVerdict>(OfferVerdict)
/** Reads an audience. */
export const validateRule = validator<Rule>(Rule)
