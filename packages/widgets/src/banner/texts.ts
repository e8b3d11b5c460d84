/** Every text a banner says of its own, in English. A shop replaces them by key. */
export const BANNER_TEXTS = {
  'banner.close': 'Close',
  'banner.why': 'Why this?'
} as const
