import { beforeEach, expect, test } from 'vitest'
import { documented } from '../testing/documented.ts'
import { all, emptyPage } from '../testing/mount.ts'
import { mountBanner, PROMO } from '../testing/promos.ts'
import { BANNER_PROPERTIES } from './BannerElement.tsx'
import css from './banner.css?inline'
import { BANNER_TEXTS } from './texts.ts'

beforeEach(emptyPage)

const TAG = 'vitrine-banner'
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test('BA-16 documents every token and part, and no other', async () => {
  expect(documented(TAG, 'Tokens')).toEqual(sorted(css.match(/--vitrine-[a-z-]+/g) ?? []))
  const parts: string[] = []
  for (const content of [{ ...PROMO, layout: 'bar' }, PROMO, { title: 'New', link: '/new' }]) {
    const element = await mountBanner({ content, reason: 'A first visit.' })
    parts.push(...all(element, '[part]').flatMap(it => [...it.part]))
  }
  expect(documented(TAG, 'Parts')).toEqual(sorted(parts))
})

test('BA-16 documents every property, text and event, and no other', () => {
  expect(documented(TAG, 'Properties and attributes')).toEqual(sorted(Object.keys(BANNER_PROPERTIES)))
  expect(documented(TAG, 'Texts')).toEqual(sorted(Object.keys(BANNER_TEXTS)))
  expect(documented(TAG, 'Events')).toEqual(['vitrine:dismiss', 'vitrine:impression', 'vitrine:select'])
  for (const key of Object.keys(BANNER_TEXTS)) expect(key).toMatch(/^[a-zA-Z.]{1,60}$/)
})
