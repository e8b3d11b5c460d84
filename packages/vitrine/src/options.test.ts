import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

const GOOD = { shop: 'demo', key: 'pk_1', api: 'https://api.example' }

test('VI-1 reads what a script tag says, and fills in what it leaves out', () => {
  expect(parseOptions({ ...GOOD, currency: 'GBP' })).toEqual({
    ok: true,
    value: {
      shop: 'demo',
      key: 'pk_1',
      api: 'https://api.example',
      models: 'https://api.example/models',
      consent: 'ask',
      currency: 'GBP'
    }
  })
})

test.each([
  ['shop', { shop: '../other' }],
  ['shop', { shop: undefined }],
  ['key', { key: '' }],
  ['key', { key: 'sk_live_1' }],
  ['api', { api: 'javascript:alert(1)' }],
  ['api', { api: undefined }],
  ['models', { models: '//evil.example' }],
  ['consent', { consent: 'yes' }]
])('VI-1 names the field %s', (field, wrong) => {
  expect(parseOptions({ ...GOOD, ...wrong })).toMatchObject({ ok: false, field })
})
