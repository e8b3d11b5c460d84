import { beforeEach, expect, test } from 'vitest'
import { documented } from '../testing/documented.ts'
import { all, emptyPage } from '../testing/mount.ts'
import { OFFER, openPopup, PROMO } from '../testing/promos.ts'
import { POPUP_PROPERTIES, PopupElement } from './PopupElement.tsx'
import css from './popup.css?inline'
import { POPUP_TEXTS } from './texts.ts'

beforeEach(emptyPage)

const TAG = 'vitrine-popup'
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test('PO-22 documents every token and part, and no other', async () => {
  expect(documented(TAG, 'Tokens')).toEqual(sorted(css.match(/--vitrine-[a-z-]+/g) ?? []))
  const content = { ...PROMO, decline: 'No, thank you' }
  const element = await openPopup({ content, offer: OFFER, reason: 'A first visit.' })
  const parts = all(element, '[part]').flatMap(it => [...it.part])
  expect(documented(TAG, 'Parts')).toEqual(sorted(parts))
  element.close()
})

test('PO-22 documents every property, method, text and event, and no other', () => {
  expect(documented(TAG, 'Properties and attributes')).toEqual(sorted(Object.keys(POPUP_PROPERTIES)))
  const inherited = Object.getOwnPropertyNames(Object.getPrototypeOf(PopupElement.prototype))
  const own = Object.getOwnPropertyNames(PopupElement.prototype).filter(
    name => !(name in POPUP_PROPERTIES) && !inherited.includes(name) && !NOT_FOR_PAGES.includes(name)
  )
  expect(documented(TAG, 'Methods')).toEqual(
    own.map(name => (name === 'close' ? 'close(reason)' : `${name}()`)).sort()
  )
  expect(documented(TAG, 'Texts')).toEqual(sorted(Object.keys(POPUP_TEXTS)))
  expect(documented(TAG, 'Events')).toEqual([
    'vitrine:close',
    'vitrine:dismiss',
    'vitrine:impression',
    'vitrine:select'
  ])
  for (const key of Object.keys(POPUP_TEXTS)) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})

/** What the element's base calls, and its sheet. */
const NOT_FOR_PAGES = ['view', 'hasDrawn', 'sheet', 'constructor']
