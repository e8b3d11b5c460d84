import { CARD_TEXTS } from '../card/cardTexts.ts'

/** Every text the restock form says of its own, in English. A shop replaces them by key. */
export const RESTOCK_TEXTS = {
  'restock.heading': 'Tell me when it is back',
  'restock.email': 'Email address',
  'restock.send': 'Email me',
  'restock.sending': 'Sending…',
  'restock.purpose':
    'We email you once when {product} can be bought again. First you confirm your address, and every email has a link to stop.',
  'restock.product': 'this product',
  'restock.news': 'Also send me news and offers. I can stop them at any time.',
  'restock.missing': 'Enter your email address.',
  'restock.invalid': 'Enter an email address like name@example.com.',
  'restock.failed': 'That did not work. Please try again in a moment.',
  'restock.pending': 'Check your inbox',
  'restock.confirm':
    'Open our email and confirm your address. Nothing there after a few minutes? Please look in your spam folder.',
  'restock.again': 'Use another address',
  'restock.substitute': 'In stock now',
  ...CARD_TEXTS
} as const

/** A key of {@link RESTOCK_TEXTS}. */
export type RestockTextKey = keyof typeof RESTOCK_TEXTS
