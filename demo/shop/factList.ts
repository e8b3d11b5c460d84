import { element } from './element.ts'
import type { Fact } from './inWords.ts'

/** Facts as a list of terms. */
export function factList(facts: readonly Fact[]): Element {
  return element(
    'dl',
    {},
    ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))
  )
}

/** The same as a program has it, behind a fold. */
export function plainJson(summary: string, value: unknown): Element {
  const text = JSON.stringify(value, undefined, 2)
  return element('details', {}, element('summary', {}, summary), element('pre', { tabindex: 0 }, text))
}
