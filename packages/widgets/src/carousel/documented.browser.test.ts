/// <reference types="vite/client" />
import { beforeEach, expect, test } from 'vitest'
import docs from '../../../../docs/widgets.md?raw'
import card from '../card/card.css?inline'
import { itemOf, itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames, mount } from '../testing/mount.ts'
import { CAROUSEL_PROPERTIES } from './CarouselElement.tsx'
import css from './carousel.css?inline'
import { TEXTS } from './carouselTexts.ts'

beforeEach(emptyPage)

/** The first column of the table under a heading of docs/widgets.md. */
function documented(heading: string): readonly string[] {
  const [, section = ''] = docs.split(`### ${heading}\n`)
  const [table = ''] = section.split('\n#')
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? '').sort()
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test('WD-25 documents every token, and no other', () => {
  expect(documented('Tokens')).toEqual(sorted((card + css).match(/--vitrine-[a-z-]+/g) ?? []))
})

test('WD-25 documents every part, and no other', async () => {
  document.addEventListener('vitrine:add', event => event.preventDefault(), { once: true })
  const element = await mount({ items: [...itemsOf(6), itemOf(6, { image: '' })] })
  for (const part of ['add', 'why', 'dislike']) all(element, `[part~=${part}]`)[1]?.click()
  all(element, '[part~=add]')[0]?.click()
  await frames()
  const parts = all(element, '[part]').flatMap(it => [...it.part])
  expect(documented('Parts')).toEqual(sorted(parts))
})

test('WD-25 documents every property and text, and no other', () => {
  expect(documented('Properties and attributes')).toEqual(
    sorted([...Object.keys(CAROUSEL_PROPERTIES), 'strategy', 'item-id'])
  )
  expect(documented('Texts')).toEqual(sorted(Object.keys(TEXTS)))
})
