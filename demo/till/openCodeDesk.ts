import type { OfferVerdict } from '@vitrine/protocol'
import { validateOfferVerdict } from '@vitrine/protocol/schema'
import { pounds } from '../range/priceOf.ts'
import type { MerchantCall } from '../setup/openMerchantCall.ts'
import { openUnheard } from './openUnheard.ts'
import { type Discount, discountOf } from './orderSum.ts'

/** A code that somebody typed, for goods of this worth. */
export interface Typed {
  readonly code: string
  readonly goodsPence: number
  /** Whoever typed it, by address: who tries too many waits alone. */
  readonly who?: string | undefined
}

/** What a code is good for, or why not, in the shopper's words. */
export type CodeAnswer =
  | { readonly ok: true; readonly discount: Discount }
  | {
      readonly ok: false
      readonly problem: string
      /** Nobody knows whether it is good: the API did not answer. */
      readonly isUnheard?: boolean
    }

/** Asks the API about codes. */
export interface CodeDesk {
  check(typed: Typed): Promise<CodeAnswer>
  /**
   * Spends a code on an order, once. What was not answered may have been heard: that order came to nothing, and gives the
   * code back before it is asked for again.
   */
  redeem(typed: Typed, orderId: string): Promise<CodeAnswer>
}

/** Opens the desk over the API's `offers/check`, `offers/redeem` and `offers/release`. */
export function openCodeDesk(call: MerchantCall): CodeDesk {
  const unheard = openUnheard()

  async function ask(what: 'check' | 'redeem', { code, goodsPence, who }: Typed, orderId?: string) {
    const body = { code, value: goodsPence, ...(who && { who }), ...(orderId && { orderId }) }
    const answer = await call('POST', `/offers/${what}`, { body })
    if (answer?.status === 429) return no('Too many codes were tried. Please wait a minute and try again.')
    // What the schema of a code refuses, its length say, is none of ours.
    if (answer?.status === 400) return no(WORDS.unknown())
    const read = validateOfferVerdict(answer?.body)
    if (answer?.status !== 200 || !read.ok) return UNHEARD
    const verdict = read.value
    return verdict.valid
      ? ({ ok: true, discount: discountOf(verdict, code, goodsPence) } as const)
      : no(WORDS[verdict.reason](verdict, goodsPence))
  }

  /** Gives a code back for each order that may have spent it. @returns Whether all of it was heard. */
  async function freed({ code, who }: Typed): Promise<boolean> {
    // Taken out before anything is awaited, so that of several checkouts at once one does it.
    const orderIds = unheard.take(code)
    for (const orderId of orderIds) {
      const body = { code, orderId, ...(who && { who }) }
      const answer = await call('POST', '/offers/release', { body })
      if (answer?.status === 200) continue
      unheard.add(code, orderIds)
      return false
    }
    return true
  }

  return {
    check: async typed => ((await freed(typed)) ? ask('check', typed) : UNHEARD),
    async redeem(typed, orderId) {
      if (!(await freed(typed))) return UNHEARD
      const answer = await ask('redeem', typed, orderId)
      if (!answer.ok && answer.isUnheard) unheard.add(typed.code, [orderId])
      return answer
    }
  }
}

const UNHEARD: CodeAnswer = {
  ok: false,
  problem: 'Codes cannot be checked just now. Press the button again to order without one.',
  isUnheard: true
}

function no(problem: string): CodeAnswer {
  return { ok: false, problem }
}

type Refused = Extract<OfferVerdict, { valid: false }>

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

const WORDS: Readonly<Record<Refused['reason'], (refused?: Refused, goodsPence?: number) => string>> = {
  unknown: () => 'This is none of our codes. Please look at it again.',
  expired: ({ expiresAt } = { valid: false, reason: 'expired' }) =>
    expiresAt === undefined ? 'This code has ended.' : `This code ended on ${DATE.format(expiresAt)}.`,
  used: () => 'This code has been used already: it is good for one order.',
  below_minimum: ({ minimumValue = 0 } = { valid: false, reason: 'below_minimum' }, goodsPence = 0) =>
    `This code is for ${pounds(minimumValue)} of goods or more: ${pounds(minimumValue - goodsPence)} is missing.`
}
