import { type Say, TEXTS, type Texts } from './texts.ts'

/** Says texts in the shop's own words where it has some, in ours elsewhere. */
export function sayer(own?: Texts): Say {
  const texts = { ...TEXTS, ...own }
  return (key, blanks = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => `${blanks[name]}`)
}
