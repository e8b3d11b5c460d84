import type { Check } from '@vitrine/protocol'
import { ruleText } from '../audience/ruleText.ts'
import { triggerText } from './triggerText.ts'

type Say = readonly [pattern: RegExp, sentence: string]

/** What a gate's short answers mean. The first pattern that fits says it; what fits none is said as it is. */
const SAID: { readonly [gate in Check['gate']]?: readonly Say[] } = {
  placement: [
    [/^none$/, 'the shop has no such placement'],
    [/^(\w+)$/, 'not on a $1 page']
  ],
  frequency: [
    [/^(\d+)\/(\d+)$/, 'shown $1×, at most $2×'],
    [/^(\w+) (\w+)$/, '$1 less than $2 ago'],
    [/$/, ' already']
  ],
  overlay: [
    [/^consent$/, 'no consent to overlays'],
    [/^early$/, 'the page has only just opened'],
    [/^clicked$/, 'the shopper has just clicked'],
    [/^typing$/, 'the shopper is filling in a field'],
    [/^dialog$/, 'the page has a dialog open'],
    [/^checkout$/, 'the shopper is paying'],
    [/^hidden$/, 'the page is in the background'],
    [/^open$/, 'another overlay is open'],
    [/^(\w+) (\d+)\/(\d+)$/, '$2 this $1, at most $3']
  ],
  variant: [
    [/^0$/, 'every variant weighs 0'],
    [/^/, 'nothing to put for ']
  ],
  items: [
    [/^none$/, 'names no products'],
    [/^model$/, 'no model on the device'],
    [/^(\d+)$/, 'fewer than $1 products']
  ],
  holdout: [[/^(.+)$/, 'in its holdout of $1 %']],
  priority: [[/^(.+)$/, '$1 comes before it']]
}

/** What a gate answered, in the merchant's words: why it kept the campaign out, or what spoke for it. */
export function checkText({ gate, passed, because, unmet }: Check): string {
  if (unmet) return `not so: ${ruleText(unmet)}`
  if (gate === 'trigger' && !passed) return triggerText(because)
  if (gate === 'items' && passed) return `${because} products`
  if (gate === 'priority' && passed) return `priority ${because}`
  const [pattern, sentence] = (!passed && SAID[gate]?.find(([fits]) => fits.test(because))) || ['', '']
  return because.replace(pattern, sentence)
}
