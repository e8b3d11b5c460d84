import type { Campaign } from '@vitrine/protocol'
import { promo } from './promo.ts'
import { CUSTOMER } from './shelf.ts'

/** What may stand over the page, one at a time and seldom: an offer at the door, and a word to whoever was away. */
export const popupCampaigns: readonly Campaign[] = [
  promo({
    id: 'before-you-go',
    name: 'Before you go',
    why: 'A filled basket that is left is the dearest loss there is. Only before a first order, or customers would learn to wait for it; a tenth never sees it, so that its worth is known.',
    placement: 'overlay',
    audience: { all: [{ fact: 'cart.count', is: 'gt', value: 0 }, { not: CUSTOMER }] },
    trigger: { any: [{ when: 'exitIntent' }], cancelOn: ['begin_checkout', 'purchase'] },
    frequency: { show: 'once', cooldown: '4w' },
    holdout: 0.1,
    priority: 10,
    goal: 'purchase',
    offer: { kind: 'percent', value: 10, minimumValue: 2500, validFor: '48h', prefix: 'STAY' },
    content: {
      widget: 'popup',
      layout: 'modal',
      title: 'Take 10 % with you',
      text: 'What is in your basket stays in it. With this code it costs a tenth less, from £25 of goods.',
      button: 'To my basket',
      link: '/cart',
      decline: 'No, thank you',
      reason: 'You have something in your basket and have not ordered from us yet'
    }
  }),
  promo({
    id: 'win-back',
    name: 'Win-back',
    why: 'Who has bought twice and not come for long has a reason we do not know. The department they liked is what we do know.',
    placement: 'overlay',
    audience: {
      any: [
        { fact: 'profile.lifecycle', is: 'eq', value: 'lapsed' },
        { fact: 'profile.lifecycle', is: 'eq', value: 'at_risk' }
      ]
    },
    trigger: {
      any: [{ when: 'delay', atLeast: 10_000 }],
      cancelOn: ['add_to_cart', 'begin_checkout', 'purchase']
    },
    frequency: { show: 'once', cooldown: '13w' },
    priority: 5,
    goal: 'purchase',
    offer: { kind: 'percent', value: 15, minimumValue: 2000, validFor: '14d', prefix: 'BACK' },
    content: {
      widget: 'popup',
      layout: 'corner',
      title: 'It has been a while',
      text: 'There is much that is new in {department} since you were here. 15 % off your next order, from £20 of goods:',
      button: 'What is new',
      link: '/shop/{department}',
      decline: 'Another time',
      reason: 'Your last order is long ago, and this is the department you leant to most'
    }
  })
]
