import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../readSettings.ts'

test('WL-43 without a word mails become files beside the database, and links lead to where the API listens', () => {
  const read = readSettings({ VITRINE_DATA: join('data', 'shop.sqlite') })
  if (!read.ok) throw new Error(read.problem)
  const { mailFolder, mailFrom, smtpUrl, publicUrl, perRestock } = read.value
  expect([mailFolder, mailFrom, smtpUrl, publicUrl, perRestock]).toEqual([
    join('data', 'mail'),
    { address: 'vitrine@localhost' },
    ...[undefined, undefined, undefined]
  ])
})

test('WL-43 reads where mails go, who writes them, and how many may sign up', () => {
  const read = readSettings({
    SMTP_URL: 'smtps://user:pass@mail.shop.example:465',
    VITRINE_MAIL_FROM: 'The Shop <alerts@shop.example>',
    VITRINE_MAIL_FOLDER: 'outbox',
    VITRINE_PUBLIC_URL: 'https://shop.example/vitrine/',
    VITRINE_RATE_RESTOCK: '6/20',
    VITRINE_RATE_RESTOCK_SHOP: '2/50'
  })
  expect(read).toMatchObject({
    ok: true,
    value: {
      smtpUrl: 'smtps://user:pass@mail.shop.example:465',
      mailFrom: { address: 'alerts@shop.example', name: 'The Shop' },
      mailFolder: 'outbox',
      publicUrl: 'https://shop.example/vitrine',
      perRestock: { perSecond: 0.1, burst: 20 },
      perRestockShop: { perSecond: 2, burst: 50 }
    }
  })
})

test.for([
  [{ SMTP_URL: 'mail.shop.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'https://mail.shop.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.shop.example' }, 'VITRINE_MAIL_FROM'],
  [{ SMTP_URL: 'smtp://mail.shop.example', VITRINE_MAIL_FROM: 'a@shop.example' }, 'VITRINE_PUBLIC_URL'],
  [{ VITRINE_RATE_RESTOCK_SHOP: '0' }, 'VITRINE_RATE_RESTOCK_SHOP'],
  [{ VITRINE_MAIL_FROM: 'the shop' }, 'VITRINE_MAIL_FROM'],
  [{ VITRINE_PUBLIC_URL: 'shop.example' }, 'VITRINE_PUBLIC_URL'],
  [{ VITRINE_PUBLIC_URL: 'https://shop.example/?x=1' }, 'VITRINE_PUBLIC_URL'],
  [{ VITRINE_RATE_RESTOCK: 'many' }, 'VITRINE_RATE_RESTOCK']
] as const)('WL-43 names what is wrong with %j', ([env, field]) => {
  expect(readSettings(env)).toMatchObject({ ok: false, field })
})
