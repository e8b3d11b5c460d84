import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEmail } from './parseEmail.ts'
import { parseSender } from './parseSender.ts'

const GOOD = [
  ['jo@home.example', 'jo@home.example'],
  ['  Jo.Doe+shop@Home.Example ', 'Jo.Doe+shop@home.example'],
  ["o'brien@sub.domain.example", "o'brien@sub.domain.example"],
  ['a@müller.example', 'a@xn--mller-kva.example'],
  ['a@xn--mller-kva.example', 'a@xn--mller-kva.example']
] as const

const BAD = [
  '',
  'jo',
  '@home.example',
  'jo@',
  'jo@home',
  'jo@home.1',
  'jo@-home.example',
  'jo@home..example',
  'jo@[127.0.0.1]',
  'jo@127.0.0.1',
  'jo@home.example:25',
  'jo@home.example/x',
  'jo@%68ome.example',
  '.jo@home.example',
  'jo.@home.example',
  'j..o@home.example',
  '"jo"@home.example',
  'jo(a)@home.example',
  'jo,al@home.example',
  'jo@home.example,al@home.example',
  'jo@home.example;al@home.example',
  'Jo <jo@home.example>',
  'jo@home.example\r\nBcc: al@home.example',
  'jo\r\n@home.example',
  'jo@home.example\0',
  'jo\u2028@home.example',
  'j o@home.example',
  'jö@home.example',
  'a@b@home.example',
  `${'a'.repeat(65)}@home.example`,
  `${'a'.repeat(64)}@${'b.'.repeat(95)}example`
]

test.for(GOOD)('WL-2 reads %j as %j', ([given, read]) => {
  expect(parseEmail(given, 'email')).toEqual({ ok: true, value: read })
})

test.for(BAD)('WL-2 refuses %j', given => {
  expect(parseEmail(given, 'email')).toMatchObject({ ok: false, field: 'email' })
})

test('WL-2 whatever it is given, what it lets through is one address without a space, a bracket or a line end', () => {
  const part = fc.string({ unit: fc.constantFrom(...'ab.@<>,;:"\\\r\n\t ()[]%ü\u2028\0+-') })
  fc.assert(
    fc.property(part, part, (a, b) => {
      const read = parseEmail(`${a}@${b}.example`, 'email')
      if (read.ok) expect(read.value).toMatch(/^[^\s<>,;:"\\()[\]@\0]+@[a-z\d.-]+$/)
    }),
    { numRuns: 2000 }
  )
})

test('WL-43 reads who writes, with a name or without', () => {
  const read = (value: string) => parseSender(value, 'VITRINE_MAIL_FROM')
  expect(read('alerts@corner.example')).toEqual({ ok: true, value: { address: 'alerts@corner.example' } })
  expect(read('The Shop <alerts@corner.example>')).toEqual({
    ok: true,
    value: { address: 'alerts@corner.example', name: 'The Shop' }
  })
  expect(read('vitrine@localhost')).toMatchObject({ ok: true })
  for (const wrong of [
    '',
    'shop',
    'A <a@b.example> <c@d.example>',
    'A\r\nBcc: x <a@b.example>',
    '<@x.example>'
  ])
    expect(read(wrong)).toMatchObject({ ok: false, field: 'VITRINE_MAIL_FROM' })
})
