import { afterEach, beforeEach, expect, test } from 'vitest'
import { itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames } from '../testing/mount.ts'

beforeEach(emptyPage)
afterEach(emptyPage)

const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-shop'; img-src data:; style-src 'none'; base-uri 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

/** A page of its own with the strictest policy, with what it complained about and what ran in it. */
async function strictPage(script: string): Promise<{ page: Document; complaints: () => readonly string[] }> {
  const frame = document.createElement('iframe')
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="content-security-policy" content="${POLICY}">
    <script nonce="shop">
      window.complaints = []
      document.addEventListener('securitypolicyviolation', event => complaints.push(event.violatedDirective))
    </script>
    <body><script nonce="shop" type="module">${script}</script>`
  document.body.append(frame)
  await loaded
  const page = frame.contentDocument
  if (!page) throw new Error('a frame of our own origin has a document')
  return { page, complaints: () => Reflect.get(page.defaultView ?? {}, 'complaints') }
}

test('WD-7 breaks no rule of a strict policy with trusted types', async () => {
  const { page, complaints } = await strictPage(`
    import { defineCarousel } from '${new URL('./defineCarousel.ts', import.meta.url).pathname}'
    defineCarousel()
    document.body.append(document.createElement('vitrine-carousel'))`)
  const element = page.querySelector('vitrine-carousel')
  if (!element) throw new Error('the module did not run')
  Object.assign(element, { heading: 'For you', reserve: '300px', currency: 'GBP', items: itemsOf(6) })
  await frames()
  for (const part of ['[part~=add]', '[part~=why]', '[part~=dislike]', '[part~=next]']) {
    all(element, part)[1]?.click()
    await frames()
  }
  expect(all(element, 'li')).toHaveLength(6)
  expect(all(element, 'section').map(it => it.getBoundingClientRect().height >= 300)).toEqual([true])
  expect(getComputedStyle(all(element, 'ul')[0] ?? element).display).toBe('grid')
  expect(complaints()).toEqual([])
})

test('WD-7 hears what breaks a rule', async () => {
  const { complaints } = await strictPage(`
    try { document.body.innerHTML = '<p>no</p>' } catch {}
    document.body.setAttribute('style', 'color: red')`)
  await frames()
  expect(complaints()).toEqual(['require-trusted-types-for', 'style-src-attr'])
})
