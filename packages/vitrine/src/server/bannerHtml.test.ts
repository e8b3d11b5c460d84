import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { config } from '../testing/config.ts'
import { bannerHtml } from './bannerHtml.ts'
import { MIRROR_SNIPPET, mirrorScript } from './mirrorSnippet.ts'

const hostile = '</template><script>alert(1)</script>"\'&'

const shop = config(
  [
    {
      placement: 'hero',
      variants: [
        {
          id: 'a',
          weight: 1,
          content: { widget: 'banner', title: hostile, button: 'Go', link: '/x?a=1&b="' }
        },
        { id: 'b', weight: 1, content: { widget: 'carousel', products: { strategy: 'trending' } } }
      ]
    },
    { placement: 'foot', variants: [{ id: 'a', weight: 1, content: { widget: 'banner', title: 'Foot' } }] }
  ],
  [{ id: 'hero', reserve: '20rem' }, { id: 'foot' }]
)

test('VI-40 the inline snippet is at most 0.3 kB compressed and cannot end the script it stands in', () => {
  expect(brotliCompressSync(MIRROR_SNIPPET).byteLength).toBeLessThanOrEqual(300)
  expect(MIRROR_SNIPPET).not.toMatch(/<\/|<!|\n/)
  expect(mirrorScript('demo')).toBe(`<script data-mirror="demo">${MIRROR_SNIPPET}</script>`)
  expect(mirrorScript('d"><b>', 'a+/="><')).toBe(
    `<script nonce="a+/=" data-mirror="db">${MIRROR_SNIPPET}</script>`
  )
})

test('VI-41 a banner for a server holds the author’s markup, a template for each banner variant', () => {
  const written = bannerHtml({ config: shop, placement: 'hero', inside: '<h1>Ours</h1>', nonce: 'n' })
  expect(written).toContain(
    '<style nonce="n">vitrine-banner[placement="hero"]{display:flow-root;min-block-size:20rem}</style><vitrine-banner placement="hero" reserve="20rem"><template data-variant="campaign-0/a">'
  )
  expect(written.match(/<template [^>]*>/g)).toEqual(['<template data-variant="campaign-0/a">'])
  expect(written.endsWith('</template>\n<h1>Ours</h1></vitrine-banner>')).toBe(true)
})

test('VI-41 a merchant’s text stays text, and a link that is not safe is left out', () => {
  const written = bannerHtml({ config: shop, placement: 'hero', inside: '' })
  expect(written).toContain(' reserve="20rem" style="display:flow-root;min-block-size:20rem">')
  expect(written).not.toContain('<script>alert')
  expect(written.split('</template>')).toHaveLength(2)
  expect(written).toContain('href="/x?a=1&#38;b=&#34;"')
  const unsafe = { widget: 'banner', title: 'x', button: 'Go', link: 'javascript:alert(1)' } as const
  const evil = config([{ placement: 'hero', variants: [{ id: 'a', weight: 1, content: unsafe }] }])
  expect(bannerHtml({ config: evil, placement: 'hero', inside: '' })).not.toContain('javascript')
})

test('VI-41 the shop may write the variants in its own look', () => {
  const written = bannerHtml({
    config: shop,
    placement: 'foot',
    inside: '',
    attributes: { class: 'ours"' },
    render: ({ title }) => `<b>${title}</b>`
  })
  expect(written).toContain('<template data-variant="campaign-1/a"><b>Foot</b></template>')
  expect(written).toContain(' class="ours&#34;"')
  expect(() => bannerHtml({ config: shop, placement: 'nowhere', inside: '' })).toThrow('nowhere')
})
