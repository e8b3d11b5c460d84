import type { ShopConfig } from '@vitrine/protocol'

/** Every text of the mails and pages, in English. A shop replaces them by key and language (`texts` of its config). */
export const RESTOCK_TEXTS = {
  'restock.mail.confirm.subject': 'Please confirm: {product}',
  'restock.mail.confirm.text':
    'You asked {shop} to write to you when this is available again: {product}. Press the button and confirm on the page that opens. The link is good for three days.',
  'restock.mail.confirm.news':
    'The box for news from {shop} was ticked too. The page shows what you would agree to.',
  'restock.mail.confirm.button': 'To the confirmation',
  'restock.mail.confirm.why':
    'If it was not you, do nothing. If you unsubscribe, {shop} leaves your address alone for 30 days, whoever enters it.',
  'restock.mail.known.subject': 'You are on the list: {product}',
  'restock.mail.known.text':
    'You asked {shop} again to write to you when this is available: {product}. You are on the list already and keep your place.',
  'restock.mail.known.button': 'To the product',
  'restock.mail.known.why': 'You get this because somebody entered your address, which was confirmed before.',
  'restock.mail.back.subject': 'Back in stock: {product}',
  'restock.mail.back.text': 'You wanted to know: {product} is available again at {shop}.',
  'restock.mail.back.hold': 'We write to the next in the queue in {hours} hours.',
  'restock.mail.back.button': 'To the product',
  'restock.mail.back.why': 'You get this one message because you asked for it and confirmed your address.',
  'restock.mail.leave': 'Unsubscribe',
  'restock.page.confirm.title': 'Shall we write to you?',
  'restock.page.confirm.text': '{shop} will write to you once when this is available again: {product}.',
  'restock.page.confirm.consent': 'What was agreed to: “{consent}”',
  'restock.page.confirm.news': 'The box for news was ticked: {shop} may send you news too.',
  'restock.page.confirm.button': 'Yes, write to me',
  'restock.page.confirmed.title': 'You are on the list',
  'restock.page.confirmed.text': '{shop} will write to you when this is available again: {product}.',
  'restock.page.leave.title': 'Unsubscribe',
  'restock.page.leave.text': '{shop} will not write to you about this any more: {product}.',
  'restock.page.leave.button': 'Unsubscribe',
  'restock.page.left.title': 'You are unsubscribed',
  'restock.page.left.text': '{shop} will not write to you about this any more: {product}.',
  'restock.page.left.alone':
    'For 30 days nobody can have {shop} write to this address about anything they enter it for.',
  'restock.page.old.title': 'This link is no longer valid',
  'restock.page.old.text':
    'Nothing was changed. If you still want to be told, ask again on the page of the product.',
  'restock.page.shop': 'To the shop'
} as const

/** A key of {@link RESTOCK_TEXTS}. */
export type RestockText = keyof typeof RESTOCK_TEXTS

/** Says a text with its `{blanks}` filled in. */
export type Say = (key: RestockText, blanks?: Readonly<Record<string, string>>) => string

/** The shop's own wording in the shopper's language, else in the shop's, else ours. */
export function sayingOf(
  { texts = {}, locale: shops }: Pick<ShopConfig, 'texts' | 'locale'>,
  locale = shops
): Say {
  return (key, blanks = {}) => {
    const own = Object.hasOwn(texts, key) ? texts[key] : undefined
    const text = typeof own === 'string' ? own : inLanguage(own ?? {}, [locale, shops, 'en'])
    // By a function, since a product's title may hold what `replace` takes for a pattern.
    return (text ?? RESTOCK_TEXTS[key]).replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(blanks, name) ? String(blanks[name]) : whole
    )
  }
}

function inLanguage(words: Readonly<Record<string, string>>, tags: readonly string[]): string | undefined {
  const tried = tags.flatMap(tag => [tag, tag.split('-')[0] ?? tag])
  const found = tried.find(tag => Object.hasOwn(words, tag))
  return found === undefined ? undefined : words[found]
}
