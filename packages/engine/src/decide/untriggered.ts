import type { Moment, Trigger } from '@vitrine/protocol'
import type { Moments } from '../audience/context.ts'
import { ownOf } from '../audience/ownOf.ts'

/** The moments that {@link Moments} has under another name. */
const NAMES: { readonly [when in Moment['when']]?: keyof Moments } = {
  delay: 'dwellMs',
  activeTime: 'activeMs',
  idle: 'idleMs',
  elementVisible: 'visible',
  event: 'events'
}

/**
 * What a campaign still waits for, else nothing: of `all` the first moment that is not there, of `any` each of them
 * (`exitIntent or idle 30000`), and `!purchase` where that has called it off. An empty list asks for nothing.
 *
 * @param moments - Absent: nothing has happened in this view of the page.
 * @param cartValue - Minor units.
 */
export function untriggered(
  { any = [], all = [], cancelOn = [] }: Trigger,
  moments: Moments | undefined,
  cartValue: number
): string | undefined {
  const isThere = ({ when, atLeast = Number.NaN, selector, event }: Moment) => {
    const met = when === 'cartValue' ? cartValue : ownOf(moments, NAMES[when] ?? when)
    return (
      when === 'immediate' ||
      met === true ||
      (typeof met === 'number' && met >= atLeast) ||
      (Array.isArray(met) && met.includes(selector ?? event))
    )
  }
  const cancel = cancelOn.find(type => moments?.events.includes(type))
  if (cancel) return `!${cancel}`
  const missing = all.find(moment => !isThere(moment))
  if (missing) return codeOf(missing)
  return any.some(isThere) ? undefined : any.map(codeOf).join(' or ') || undefined
}

function codeOf({ when, atLeast, selector, event }: Moment): string {
  return [when, selector ?? event ?? atLeast ?? []].flat().join(' ')
}
