import type { Consent, Profile } from '@vitrine/protocol'
import type { Explanation } from 'vitrine'

/** A fact and what it is. */
export type Fact = readonly [name: string, value: string]

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })
const MOST_TASTES = 5
const MONEY = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** A profile as a person reads it. Nothing is left out that decisions rest on. */
export function profileInWords(profile: Profile, titleOf: (id: string) => string): readonly Fact[] {
  const { affinities, recentlyViewed, orders, disliked, rfm, cart } = profile
  const tastes = (kind: keyof Profile['affinities']) =>
    affinities[kind]
      .slice(0, MOST_TASTES)
      .map(({ value, share }) => `${value} (${Math.round(share * 100)} %)`)
      .join(', ')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['First seen', profile.firstAt === undefined ? undefined : DAY.format(profile.firstAt)],
    ['Visits', profile.sessions > 0 ? String(profile.sessions) : undefined],
    ['You are', LIFECYCLE[profile.lifecycle]],
    [
      'You looked at',
      recentlyViewed
        .slice(0, 8)
        .map(({ id }) => titleOf(id))
        .join(', ')
    ],
    ['In your basket', cart.map(({ id, quantity }) => `${quantity} × ${titleOf(id)}`).join(', ')],
    [
      'Orders',
      orders.length > 0 ? `${orders.length}, together ${MONEY.format(rfm.monetary / 100)}` : undefined
    ],
    ['You lean to', tastes('category')],
    ['Colours', tastes('color')],
    ['Sizes', tastes('size')],
    ['Not for you', disliked.map(titleOf).join(', ')]
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}

const LIFECYCLE: Readonly<Record<Profile['lifecycle'], string>> = {
  new_visitor: 'here for the first time',
  returning_visitor: 'somebody who has come back',
  first_time_customer: 'a new customer',
  repeat_customer: 'a customer who came back',
  loyal_customer: 'a loyal customer',
  at_risk: 'a customer who has not been here for a while',
  lapsed: 'a customer who has been away for long'
}

/** Consent as a person reads it. */
export function consentInWords({ personalise, measure, message }: Consent): readonly Fact[] {
  return [
    ['Personalise', ANSWER[personalise]],
    ['Measure', ANSWER[measure]],
    ['Write to you', ANSWER[message]]
  ]
}

const ANSWER = { granted: 'yes', denied: 'no', pending: 'not answered yet, so no' } as const

/** Why a campaign is here or is not, in one sentence. */
export interface VerdictInWords {
  readonly campaign: string
  readonly isChosen: boolean
  readonly words: string
}

/** Every campaign of a placement with its one sentence, in order of priority. */
export function verdictsInWords({ verdicts }: Explanation): readonly VerdictInWords[] {
  return verdicts.map(({ campaign, chosen, checks }) => {
    const because = (gate: string) => checks.find(check => check.gate === gate)?.because
    const failed = checks.find(({ passed }) => !passed)
    const shown = [because('items'), `variant ${because('variant')}`].filter(
      one => one && one !== '0 products'
    )
    const words = failed
      ? `${GATE[failed.gate]} (${failed.because})`
      : `it is for you, it is its time, and there is something to show (${shown.join(', ')})`
    return { campaign, isChosen: chosen, words }
  })
}

const GATE = {
  status: 'it is paused',
  placement: 'it belongs elsewhere',
  schedule: 'it is not its time',
  audience: 'it is for others',
  frequency: 'it was shown often enough',
  trigger: 'it waits for its moment',
  overlay: 'no card over the page now',
  holdout: 'it is held back, to be compared',
  variant: 'another variant',
  items: 'it has too little to show',
  priority: 'another comes first'
} as const
