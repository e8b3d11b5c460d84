import { bad, good, type Result, type ShopConfig, safeUrl } from '@vitrine/protocol'
import { ShopConfig as ShopConfigSchema } from '@vitrine/protocol/schema'
import { Compile } from 'typebox/compile'
import { firstError } from '../http/firstError.ts'
import type { Shop } from '../store/shops.ts'

const schema = Compile(ShopConfigSchema)

/** Reads a config: its shape by the schema, then what a schema cannot say. The first thing wrong is named by its path. */
export function parseConfig(value: unknown, shop: Shop): Result<ShopConfig> {
  if (!schema.Check(value)) {
    const { field, problem } = firstError(schema.Errors(value))
    return bad(field, problem)
  }
  if (value.shop !== shop.id) return bad('shop', `must be ${shop.id}`)
  if (value.currency !== shop.currency) return bad('currency', `must be ${shop.currency}`)
  return doubled(value) ?? lost(value) ?? unsafe(value) ?? good(value)
}

function doubled({ placements, campaigns, rules = [] }: ShopConfig): Result<never> | undefined {
  for (const [name, list] of Object.entries({ placements, campaigns, rules })) {
    const ids = list.map(({ id }) => id)
    const at = ids.findIndex((id, index) => ids.indexOf(id) < index)
    if (at >= 0) return bad(`${name}/${at}/id`, 'stands twice')
  }
  return undefined
}

function lost({ placements, campaigns }: ShopConfig): Result<never> | undefined {
  const known = new Set(placements.map(({ id }) => id))
  const at = campaigns.findIndex(({ placement }) => !known.has(placement))
  return at < 0 ? undefined : bad(`campaigns/${at}/placement`, 'is no placement of this config')
}

function unsafe({ campaigns }: ShopConfig): Result<never> | undefined {
  for (const [at, { variants }] of campaigns.entries()) {
    for (const [place, { content }] of variants.entries()) {
      const field = (['link', 'image'] as const).find(
        name => content[name] !== undefined && safeUrl(content[name]) === undefined
      )
      if (field) return bad(`campaigns/${at}/variants/${place}/content/${field}`, 'must be an http(s) URL')
    }
  }
  return undefined
}
