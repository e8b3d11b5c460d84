import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlPage } from './htmlPage.ts'
import { maskEmail } from './maskEmail.ts'
import { hasGrown, peopleToTell, type Stock } from './peopleToTell.ts'
import { policyOf } from './policyOf.ts'
import { mailWords } from './restockMails.ts'
import { RESTOCK_TEXTS, sayingOf } from './restockTexts.ts'
import { hashOfToken, mailboxOf, newToken, personOf } from './tokens.ts'

const inStock = (quantity?: number): Stock => ({
  availability: 'in_stock',
  gone: false,
  ...(quantity !== undefined && { quantity })
})

test.for([
  ['one a unit', inStock(3), 0, {}, 3],
  ['less the minimum stock', inStock(3), 0, { minStock: 2 }, 1],
  ['less who was told', inStock(3), 2, {}, 1],
  ['never below nobody', inStock(3), 5, {}, 0],
  ['two a unit', inStock(3), 0, { perUnit: 2 }, 6],
  ['one for ten units', inStock(29), 0, { perUnit: 0.1 }, 2],
  ['ten tenths are one', inStock(30), 0, { perUnit: 0.1 }, 3],
  ['a batch where nothing is counted', inStock(), 0, {}, 10],
  ['the rest of a batch', inStock(), 8, { batch: 9 }, 1],
  ['a batch where nothing needs to be there', { ...inStock(0), availability: 'preorder' }, 0, {}, 10],
  ['nobody where it cannot be bought', { ...inStock(5), availability: 'out_of_stock' }, 0, {}, 0],
  ['nobody where it is gone', { ...inStock(5), gone: true }, 0, {}, 0],
  ['nobody where it is not known', undefined, 0, {}, 0]
] as const)('WL-21 tells %s', ([, stock, promised, policy, people]) => {
  expect(peopleToTell(stock, promised, policyOf(policy))).toBe(people)
})

test('WL-21 never promises more than policy and stock allow, and never less than nobody', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.nat(500),
      fc.nat(100),
      fc.integer({ min: 1, max: 1000 }),
      (quantity, promised, minStock, tenths) => {
        const policy = policyOf({ minStock, perUnit: tenths / 10 })
        const people = peopleToTell(inStock(quantity), promised, policy)
        expect(people).toBeGreaterThanOrEqual(0)
        if (people > 0)
          expect((people + promised) * 10).toBeLessThanOrEqual(Math.max(0, quantity - minStock) * tenths)
      }
    )
  )
})

test('WL-21 without a policy it is one a unit, a hold of a day, the oldest first, and half a year', () => {
  expect(policyOf()).toEqual({
    ...{ minStock: 0, perUnit: 1, batch: 10, order: 'oldest' },
    ...{ holdMs: 86_400_000, keepMs: 180 * 86_400_000 }
  })
  expect(policyOf({ holdFor: '2h', keepFor: '1w' })).toMatchObject({ holdMs: 7_200_000, keepMs: 604_800_000 })
})

test('WL-20 knows what came back and of what there is more', () => {
  const out: Stock = { availability: 'out_of_stock', quantity: 0, gone: false }
  expect(hasGrown(out, inStock(1))).toBe(true)
  expect(hasGrown({ ...inStock(1), gone: true }, inStock(1))).toBe(true)
  expect(hasGrown(undefined, inStock(1))).toBe(true)
  expect(hasGrown(inStock(1), inStock(2))).toBe(true)
  expect(hasGrown(inStock(2), inStock(2))).toBe(false)
  expect(hasGrown(inStock(2), inStock(1))).toBe(false)
  expect(hasGrown(inStock(2), out)).toBe(false)
  expect(hasGrown(inStock(2), undefined)).toBe(false)
})

test('WL-13 a token has 192 bits and is kept as a hash alone', () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken))
  expect(tokens.size).toBe(1000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(24)
  expect(hashOfToken('x')).toBe('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881')
})

test('WL-5 addresses of one mailbox are counted together, and a wish is known by its own', () => {
  expect(personOf('Jo@home.example')).toBe(personOf('jo@home.example'))
  expect(personOf('jo+a@home.example')).not.toBe(personOf('jo@home.example'))
  expect(mailboxOf('Jo+a@home.example')).toBe(mailboxOf('jo+b@home.example'))
  expect(mailboxOf('+a@home.example')).not.toBe(mailboxOf('+b@home.example'))
})

test('WL-42 an address is recognised and cannot be written to', () => {
  expect(maskEmail('jo.doe@home.example')).toBe('j…@home.example')
})

const NASTY = `"><script>alert(1)</script>\r\n'&{shop} $& \u202Egnp`
const say = sayingOf({ locale: 'en' })

test('WL-33 titles are text in every mail, and stand on one line', () => {
  for (const kind of ['confirm', 'known', 'back'] as const) {
    const parts = {
      kind,
      say,
      locale: '"><b>',
      shop: NASTY,
      product: NASTY,
      url: 'https://x.example/?a="b"&c'
    }
    const mail = mailWords({ ...parts, leaveUrl: 'https://x.example/l', holdHours: 24 })
    expect(mail.html).not.toMatch(/<script|<b>|="b"/)
    expect(mail.html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &#39;&amp;{shop} $&amp; gnp')
    expect(mail.subject).not.toMatch(/[\r\n\u202E]/)
    expect(mail.subject).toContain('{shop} $& gnp')
    expect(mail.text).toContain('https://x.example/l')
    expect(mail.html).toContain('href="https://x.example/l"')
    for (const line of mail.text.split('\n').filter(one => one.startsWith('http')))
      expect(mail.html).toContain(line.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  }
})

test('WL-12 a page escapes everything and allows no script', async () => {
  const answer = htmlPage({
    ...{ status: 200, locale: NASTY, title: NASTY, text: NASTY },
    form: { action: 'confirm', button: NASTY, fields: { token: NASTY } },
    link: { url: `https://x.example/${NASTY}`, text: NASTY }
  })
  const html = await answer.text()
  expect(html.match(/<script|<b>|onerror/g)).toBeNull()
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(8)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/
  )
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('WL-33 a shop says it in its own words, in the language of who asked', () => {
  const key = 'restock.mail.back.subject'
  const config = { locale: 'en' }
  const words = { de: 'Wieder da: {product}', en: 'Look: {product}' }
  expect(sayingOf({ ...config, texts: { [key]: words } }, 'de-AT')(key, { product: 'Hut' })).toBe(
    'Wieder da: Hut'
  )
  expect(sayingOf({ ...config, texts: { [key]: words } }, 'fr')(key, { product: 'Hut' })).toBe('Look: Hut')
  expect(sayingOf({ ...config, texts: { [key]: 'Hey' } }, 'fr')(key)).toBe('Hey')
  expect(sayingOf({ ...config, texts: { [key]: { fr: 'Voilà' } } })(key, { product: 'Hut' })).toBe(
    'Back in stock: Hut'
  )
  expect(sayingOf(config, '__proto__')(key, { product: 'Hut' })).toBe('Back in stock: Hut')
  // A key must be one that the config's schema takes.
  for (const one of Object.keys(RESTOCK_TEXTS)) expect(one).toMatch(/^[a-zA-Z.]{1,60}$/)
})
