import type { ShopConfig } from '@vitrine/protocol'

type Words = string | Readonly<Record<string, string>>

/** A text in the shop's language: the whole tag, its language, English, or nothing. */
export function textOf(words: Words | undefined, locale: string): string {
  if (words === undefined || typeof words === 'string') return words ?? ''
  return words[locale] ?? words[locale.split('-')[0] ?? ''] ?? words['en'] ?? ''
}

/** The shop's own wording by key, else ours. */
export function wordsOf({ texts, locale }: ShopConfig): (key: string, fallback: string) => string {
  return (key, fallback) => (texts && Object.hasOwn(texts, key) ? textOf(texts[key], locale) : fallback)
}

/** All of the shop's own wording in its language, by key, as a widget takes it. */
export function textsOf({ texts = {}, locale }: ShopConfig): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, words]) => [key, textOf(words, locale)]))
}
