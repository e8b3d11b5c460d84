import { type Card, isPurchasable, type MerchandisingRule } from '@vitrine/protocol'
import { ShopConfig as ShopConfigSchema } from '@vitrine/protocol/schema'
import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, test, vi } from 'vitest'
import { anId, anyRequest, anySituation } from '../../testing/arbitraryShops.ts'
import { aCampaign } from '../../testing/aShop.ts'
import { recommend } from '../recommend/recommend.ts'
import { decide } from './decide.ts'
import { isHeldOut } from './pickVariant.ts'

// Hundreds of shops in one test: seconds, where a machine is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

test('DC-11 no config that the schema lets through makes a decision throw, and the same input decides the same', () => {
  fc.assert(
    fc.property(anySituation, situation => {
      expect(Check(ShopConfigSchema, situation.config)).toBe(true)
      const decision = decide(situation)
      expect(decide(structuredClone(situation))).toEqual(decision)
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
      expect(decision.verdicts.map(({ campaign }) => campaign).sort()).toEqual(
        situation.config.campaigns.flatMap(({ id, placement }) => (placement === 'hero' ? id : [])).sort()
      )
      const chosen = decision.verdicts.filter(one => one.chosen)
      expect(chosen.length).toBe(decision.content ? 1 : 0)
      if (decision.holdout) expect([decision.content, decision.items]).toEqual([undefined, []])
    }),
    { numRuns: 400 }
  )
})

test('RC-23 whatever is asked, no product stands twice, none that cannot be bought, and no more than the limit', () => {
  fc.assert(
    fc.property(anySituation, anyRequest, (situation, request) => {
      const { items } = recommend(request, { ...situation, rules: situation.config.rules })
      const ids = items.map(({ card }) => card.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(request.limit ?? 12)
      expect(ids.length === 0 || ids.length >= (request.minItems ?? 1)).toBe(true)
      for (const { card } of items) {
        expect(request.allowOutOfStock === true || canBeBought(card)).toBe(true)
        expect(situation.context.shownIds).not.toContain(card.id)
        expect(situation.profile.disliked).not.toContain(card.id)
      }
    }),
    { numRuns: 400 }
  )
})

test('DC-25 whatever else is so, a holdout is never shown its campaign', () => {
  fc.assert(
    fc.property(anySituation, situation => {
      const { campaign, content, items, holdout } = decide(situation)
      const isTwice = situation.config.campaigns.filter(({ id }) => id === campaign).length > 1
      // Two campaigns of one id are refused before they are published, and are no one's holdout.
      fc.pre(!isTwice)
      const { holdout: share = 0 } = situation.config.campaigns.find(({ id }) => id === campaign) ?? {}
      expect(holdout).toBe(isHeldOut(String(campaign), share, situation.seed))
      if (holdout) expect({ content, items }).toEqual({ content: undefined, items: [] })
    }),
    { numRuns: 1000 }
  )
})

test('DC-27 no decision holds a product that cannot be bought, unless its campaign asks for those', () => {
  fc.assert(
    fc.property(anySituation, situation => {
      const { content, items } = decide(situation)
      const known = items.map(({ card }) => card).filter(card => !canBeBought(card))
      expect(content?.products?.allowOutOfStock ? [] : known).toEqual([])
    }),
    { numRuns: 1000 }
  )
})

test('DC-26 in a banner or a popup with products the merchant’s rules beat the model too', () => {
  const anyWidget = fc.constantFrom('banner', 'popup')
  fc.assert(
    fc.property(anySituation, anyRequest, anyWidget, anId, (situation, products, widget, id) => {
      const campaigns = [
        aCampaign('c', { variants: [{ id: 'a', weight: 1, content: { widget, products } }] })
      ]
      const context = { ...situation.context, busy: undefined, mayOverlay: true }
      const shown = (...rules: readonly MerchandisingRule[]) => {
        const config = { ...situation.config, placements: [{ id: 'hero' }], campaigns, rules: [...rules] }
        return decide({ ...situation, context, config }).items.map(({ card }) => card.id)
      }
      const plain = shown()
      expect(shown({ id: 'x', do: 'exclude', items: [id] })).not.toContain(id)
      const buried = shown({ id: 'd', do: 'bury', items: [id] })
      if (buried.includes(id)) expect(buried.at(-1)).toBe(id)
      if (!plain.includes(id)) return
      expect(shown({ id: 'u', do: 'boost', items: [id] })[0]).toBe(id)
      expect(shown({ id: 'p', do: 'pin', items: [id], position: 0 })[0]).toBe(id)
    }),
    { numRuns: 400 }
  )
})

test('RC-24 whatever the model says, the merchant’s rules win', () => {
  fc.assert(
    fc.property(anySituation, anyRequest, anId, anId, anId, (situation, request, out, up, down) => {
      fc.pre(new Set([out, up, down]).size === 3)
      const ids = (rules: readonly MerchandisingRule[]) =>
        recommend(request, { ...situation, rules }).items.map(({ card }) => card.id)
      const plain = ids([])
      expect(ids([{ id: 'x', do: 'exclude', items: [out] }])).not.toContain(out)
      if (plain.includes(up)) expect(ids([{ id: 'u', do: 'boost', items: [up] }])[0]).toBe(up)
      const buried = ids([{ id: 'd', do: 'bury', items: [down] }])
      if (buried.includes(down)) expect(buried.at(-1)).toBe(down)
      const { limit = 12 } = request
      if (plain.includes(up)) {
        const position = Math.min(1, limit - 1, plain.length - 1)
        expect(ids([{ id: 'p', do: 'pin', items: [up], position }]).indexOf(up)).toBe(position)
      }
    }),
    { numRuns: 400 }
  )
})

/** By its variants where it has some, as the shelf of a shop is. */
function canBeBought({ variants, availability }: Card): boolean {
  return variants?.length ? variants.some(({ ok }) => ok) : isPurchasable(availability)
}
