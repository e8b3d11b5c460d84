import type { Reason } from '@vitrine/protocol'

/** With the product or word that led here, and without it. */
const SAID: Readonly<Record<Reason['code'], readonly [full: string, plain: string]>> = {
  viewed_before: ['', 'You looked at this'],
  viewed_with: ['Others who looked at {item} also looked at this', 'Others looked at this too'],
  bought_with: ['Often bought together with {item}', 'Often bought together'],
  similar_to: ['Similar to {item}', 'Similar to what you looked at'],
  trending: ['Popular right now in {value}', 'Popular right now'],
  best_seller: ['Best seller in {value}', 'Best seller'],
  new_arrival: ['New in {value}', 'New in the shop'],
  your_taste: ['Because you like {value}', 'Chosen for your taste'],
  bought_before: ['You have bought this {value} times', 'You bought this before'],
  pinned: ['', 'Picked by the shop']
}

/**
 * Why a product is shown, in the shopper's words.
 *
 * @param words - The shop's own wording by key, in the shopper's language, else the fallback it is given. A key is the
 * code in camel case, `reason.viewedWith`, and `reason.viewedWith.plain` where nothing led here by name. `{item}` and
 * `{value}` stand for that name.
 */
export function reasonText(
  { code, item, value }: Reason,
  words: (key: string, fallback: string) => string
): string {
  const [full, plain] = SAID[code]
  const key = `reason.${code.replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase())}`
  const led = item ?? (value === '1' ? undefined : value)
  if (led === undefined || full === '') return words(`${key}.plain`, plain)
  // A function, because $& in a product's title is no pattern.
  return words(key, full).replace(/\{(?:item|value)\}/g, () => led)
}
