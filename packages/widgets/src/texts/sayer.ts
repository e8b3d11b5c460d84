import type { Say, Texts } from './texts.ts'

/** Says a widget's texts in the shop's own words where it has some, in ours elsewhere. */
export function sayer<Key extends string>(ours: Readonly<Record<Key, string>>, own?: Texts): Say<Key> {
  const texts = { ...ours, ...own }
  return (key, blanks = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name: string) => `${blanks[name]}`)
}
