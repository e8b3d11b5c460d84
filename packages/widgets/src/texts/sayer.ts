import { type Say, TEXTS, type Texts } from './texts.ts'

/** Says texts in the shop's own words where it has some, in ours elsewhere. A blank nobody filled stays as it is. */
export function sayer(own: Texts = {}): Say {
  return (key, blanks = {}) =>
    (own[key] || TEXTS[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole))
}
