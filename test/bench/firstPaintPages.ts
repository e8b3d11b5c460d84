import type { ShopConfig } from '@vitrine/protocol'
import { bannerHtml, mirrorScript } from 'vitrine/server'

// The browser itself tells when a heading was painted, and only if it was (Element Timing).
const CSS = `body{margin:0;font:16px sans-serif}h1{font-size:48px}main,vitrine-banner,.slot{display:block;padding:24px}
  .slot.kept{min-height:320px;box-sizing:border-box}`
/** As late as the scripts, as a shop's style sheet is. */
const SHEET = '<link rel="stylesheet" href="/shop.css">'
const HEADER = `<header>${'<p>What stands above it: a header, a menu, a search.</p>'.repeat(5)}</header>`
const OURS =
  '<h1 elementtiming="ours">For everybody</h1><p>What the shop shows to whoever comes in for the first time.</p>'
const YOURS =
  '<h1 elementtiming="yours">For you</h1><p>What was decided for this shopper.</p><p>It has a line more, as such things have.</p>'
const REST = `<main>${'<p>The rest of the page stands below, and moves if something above it grows.</p>'.repeat(30)}</main>`

/** The shop of the bench: one banner for everybody. */
export const SHOP: ShopConfig = {
  v: 1,
  shop: 'bench',
  name: 'Bench',
  currency: 'EUR',
  locale: 'en',
  placements: [{ id: 'hero', reserve: '320px' }],
  campaigns: [
    {
      id: 'you',
      name: 'You',
      placement: 'hero',
      audience: { all: [] },
      variants: [{ id: 'a', weight: 1, content: { widget: 'banner', title: 'For you' } }]
    }
  ]
}

/** What swaps as soon as it has come and has read the choice from IndexedDB; `after` is what it does then. */
function swapper(after: string): string {
  return `const open = indexedDB.open('choice', 1)
open.onupgradeneeded = () => open.result.createObjectStore('one')
open.onsuccess = () => {
  const store = open.result.transaction('one', 'readwrite').objectStore('one')
  store.put('you', 'choice')
  store.get('choice').onsuccess = () => { document.querySelector('.slot').innerHTML = ${JSON.stringify(YOURS)}; ${after} }
}`
}

/** A way to show somebody their own banner. */
export interface FirstPaintPage {
  readonly name: string
  readonly body: string
  readonly files: ReadonlyMap<string, string>
}

const scripted = (name: string, slot: string, after: string, head = ''): FirstPaintPage => ({
  name,
  body: `${SHEET}${head}<script type="module" src="/swap.js"></script>${HEADER}<div class="${slot}">${OURS}</div>${REST}`,
  files: new Map([
    ['/swap.js', swapper(after)],
    ['/shop.css', CSS]
  ])
})

/** The same pick by a script behind the slot, which waits for the style sheet and keeps the parser waiting. */
const BEHIND = `<script>localStorage.mine&&document.currentScript.previousElementSibling.replaceChildren(
  document.currentScript.previousElementSibling.querySelector('template').content.cloneNode(true));localStorage.mine=1</script>`

/** Ours, and what is done elsewhere: swapping when the script has come, with and without room kept, and hiding the page. */
export const PAGES: readonly FirstPaintPage[] = [
  {
    name: 'Vitrine: decided on the page before, picked while parsing',
    body: `${mirrorScript('bench')}${SHEET}${HEADER}${bannerHtml({ config: SHOP, placement: 'hero', inside: OURS, render: () => YOURS })}${REST}`,
    files: new Map([
      ['/models/bench/config.json', JSON.stringify(SHOP)],
      ['/shop.css', CSS]
    ])
  },
  {
    name: 'picked by a script behind the slot',
    body: `${SHEET}${HEADER}<div class="slot"><template>${YOURS}</template>${OURS}</div>${BEHIND}${REST}`,
    files: new Map([['/shop.css', CSS]])
  },
  scripted('script reads IndexedDB and swaps', 'slot', ''),
  scripted('the same, with room kept', 'slot kept', ''),
  scripted(
    'page hidden until the script has swapped',
    'slot',
    'document.documentElement.style.opacity = 1',
    '<style>html{opacity:0}</style>'
  )
]
