/** Every text a popup says of its own, in English. A shop replaces them by key. */
export const POPUP_TEXTS = {
  'popup.close': 'Close',
  'popup.why': 'Why this?',
  'popup.code': 'Your code',
  'popup.copy': 'Copy',
  'popup.copied': 'Copied'
} as const
