import { safeUrl } from '@vitrine/protocol'
import type { Delivery, Mailer, Sender } from '../mail/mailer.ts'
import type { StoredItem } from '../store/catalog.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { Wish } from '../store/waitlistRows.ts'
import { type Policy, policyOf } from './policyOf.ts'
import { type MailKind, mailWords } from './restockMails.ts'
import { type Say, sayingOf } from './restockTexts.ts'

/** How mails leave, who writes them, and where their links lead. */
export interface MailSettings {
  readonly mailer: Mailer
  /** Without a name the shop's stands beside the address. */
  readonly from: Sender
  /** How the world reaches this API: `https://shop.example/vitrine`, without a slash at its end. */
  readonly publicUrl: () => string
}

/** What is said about a wish, and in which words. */
export interface Scene {
  readonly policy: Policy
  readonly shop: string
  readonly locale: string
  readonly say: Say
  readonly item?: StoredItem
  /** The variant in words. */
  readonly product: string
  /** Its page, where its link is one that a mail may carry. */
  readonly productUrl?: string
  readonly shopUrl?: string
  /** What was agreed to, in the words of whoever asked: text to be shown, and never sent. */
  readonly consent?: string
  readonly marketing: boolean
}

/** Everything a mail or a page about a wish is made of. */
export async function sceneOf(
  store: Store,
  shop: Shop,
  { item: id, locale, consent, marketing = false }: Pick<Wish, 'item'> & Partial<Wish>
): Promise<Scene> {
  const current = await store.configs.current(shop.id)
  if (!current) throw new Error(`no config of ${shop.id}`)
  const { config } = current
  const item = (await store.catalog.byIds(shop.id, [id])).get(id)
  const [shopUrl] = shop.origins
  const productUrl = item && absoluteUrl(item.link, shopUrl)
  return {
    policy: policyOf(config.restock),
    shop: config.name,
    locale: locale ?? config.locale,
    say: sayingOf(config, locale),
    ...(item && { item }),
    product: item ? nameOf(item) : id,
    ...(productUrl !== undefined && { productUrl }),
    ...(shopUrl !== undefined && { shopUrl }),
    ...(consent !== undefined && { consent }),
    marketing
  }
}

/** Variants often bear their product's title alone. */
function nameOf({ title, size, color }: StoredItem): string {
  const lower = title.toLowerCase()
  const more = [color, size].filter(word => word !== undefined && !lower.includes(word.toLowerCase()))
  return [title, ...more].join(', ')
}

function absoluteUrl(link: string, origin: string | undefined): string | undefined {
  const checked = safeUrl(link)
  if (checked === undefined || !URL.canParse(checked, origin)) return undefined
  const { protocol, href } = new URL(checked, origin)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** What is to be sent. */
export interface Letter {
  readonly kind: MailKind
  /** What makes it this mail and no other. */
  readonly id: string
  readonly to: string
  readonly url?: string
  readonly leaveToken: string
  readonly at: number
}

/** Writes a letter in a scene's words and gives it to the mail server. */
export function post(
  { mailer, from, publicUrl }: MailSettings,
  shop: string,
  scene: Scene,
  { kind, id, to, url, leaveToken, at }: Letter
): Promise<Delivery> {
  const { say, locale, product, policy, marketing } = scene
  const leaveUrl = linkOf(publicUrl(), 'unsubscribe', shop, leaveToken)
  const isCounted = kind === 'back' && scene.item?.quantity !== undefined
  const words = mailWords({
    ...{ kind, say, locale, product, leaveUrl, marketing, shop: scene.shop },
    ...(url !== undefined && { url }),
    ...(isCounted && { holdHours: Math.max(1, Math.round(policy.holdMs / 3_600_000)) })
  })
  return mailer.send({ ...words, id, to, at, leaveUrl, from: { name: scene.shop, ...from } })
}

/** Where a button in a mail leads. */
export function linkOf(
  publicUrl: string,
  page: 'confirm' | 'unsubscribe',
  shop: string,
  token: string
): string {
  return `${publicUrl}/v1/restock/${page}?shop=${encodeURIComponent(shop)}&token=${token}`
}
