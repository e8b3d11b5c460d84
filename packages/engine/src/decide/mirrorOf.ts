import type { Campaign, EpochMs, Mirror, Placement, Profile } from '@vitrine/protocol'
import { boundOf } from '../audience/boundOf.ts'
import type { Context } from '../audience/context.ts'
import { matchesRule, type Situation } from '../audience/matchesRule.ts'
import { nextChange } from '../audience/nextChange.ts'
import { nextLapse } from '../audience/nextLapse.ts'
import { DAY_MS } from '../profile/dayMs.ts'
import { SESSION_GAP_MS } from '../profile/visitsOf.ts'
import { blanksIn } from './blanksOf.ts'
import { type DecideInput, decideWith } from './decideWith.ts'
import { isHeldOut } from './pickVariant.ts'
import { restsOf } from './restsOf.ts'

/** A week: who stays away longer comes back as somebody else. */
const LONGEST_MS = 7 * DAY_MS

/** It is read in the way of the first paint, on every page. */
const MAX_CHARACTERS = 2000

/** What the next page's banners hang on, as far as this page knows it. */
export interface MirrorInput extends Pick<DecideInput, 'config' | 'profile' | 'events' | 'seed' | 'now'> {
  readonly local: Context['local']
  readonly device?: Context['device']
}

/**
 * What the banners of the next page are, for its first paint. Decided as everywhere, and said only where nothing that
 * the next page may bring can change it: no campaign before it asks about the page (but for its type, where the
 * placement has only one) or shows products, which takes the model. A text with a blank is left out as well, since the
 * page holds finished texts; whoever is held out gets `campaign/`, for which no page has a text. What hangs on this visit (how it came, that it is the first) ends with it.
 *
 * @returns Nothing where there is nothing to show.
 */
export function mirrorOf(input: MirrorInput): Mirror | undefined {
  const { config, now } = input
  let mirror: Mirror | undefined
  for (const placement of config.placements) {
    const shown = bannerIn(placement, input)
    if (!shown) continue
    const ends = config.campaigns
      .filter(one => one.placement === placement.id)
      .flatMap(campaign => endsFor(campaign, input))
    if (shown !== bannerIn(placement, input, true)) ends.push(now + SESSION_GAP_MS)
    const next: Mirror = {
      v: 1,
      until: Math.min(mirror?.until ?? now + LONGEST_MS, ...ends),
      shows: { ...mirror?.shows, [placement.id]: shown }
    }
    if (JSON.stringify(next).length <= MAX_CHARACTERS) mirror = next
  }
  return mirror
}

/** When time alone may change whether a campaign is shown: its schedule, what its audience did lately, its rests. */
function endsFor({ id, schedule = {}, audience, frequency }: Campaign, input: MirrorInput): EpochMs[] {
  const { profile, events, now, local } = input
  const met = Object.hasOwn(profile.campaigns, id) ? profile.campaigns[id] : undefined
  const rests = frequency && met ? restsOf(frequency, met).map(({ until }) => until) : []
  return [nextChange(schedule, now, local), nextLapse(audience, events, now), ...rests.filter(at => at > now)]
}

/** The banner that stands in a placement (`campaign/`: would stand, but for the holdout) whatever the next page is, or whatever the first page of the next visit is. */
function bannerIn(
  { id, pages = [] }: Placement,
  { config, profile: present, device, local, ...rest }: MirrorInput,
  isNextVisit = false
): string | undefined {
  const [type = 'home', other] = pages
  const profile = isNextVisit ? nextVisitOf(present) : present
  const context: Context = { page: { type, url: '' }, shownIds: [], local, device }
  const isKnown = (fact: string) =>
    fact.startsWith('profile.')
      ? !(isNextVisit && fact === 'profile.landing')
      : fact.startsWith('cart.') ||
        (fact === 'page.type' && pages.length > 0 && !other) ||
        (fact === 'context.device' && device !== undefined)
  const situation = { ...rest, profile, context }
  const campaigns = config.campaigns
    .filter(({ placement }) => placement === id)
    .map(campaign => asFarAsKnown(campaign, isKnown, situation))
  const {
    campaign = '',
    variant,
    content
  } = decideWith(undefined, {
    ...situation,
    placement: id,
    config: { ...config, campaigns }
  })
  if (content?.widget !== 'banner' || blanksIn(content).length > 0) return undefined
  const { holdout = 0 } = config.campaigns.find(one => one.id === campaign) ?? {}
  return `${campaign}/${isHeldOut(campaign, holdout, rest.seed) ? '' : variant}`
}

/** The same campaign for whoever it may be for; what it shows is nothing for the mirror where that is not certain. */
function asFarAsKnown(
  campaign: Campaign,
  isKnown: (fact: string) => boolean,
  situation: Situation
): Campaign {
  const { audience, variants } = campaign
  const isCertain = matchesRule(boundOf(audience, isKnown, false), situation)
  return {
    ...campaign,
    // Asked afterwards, of a campaign that is certain to stand there.
    holdout: 0,
    audience: boundOf(audience, isKnown, true),
    variants: variants.map(variant => {
      const { widget, products } = variant.content
      // An overlay stands over the page and takes nothing's place; as the first paint has no leave for one, none is chosen.
      const isOpen = widget !== 'popup' && (!isCertain || products)
      return isOpen ? { ...variant, content: { widget: 'restock' } } : variant
    })
  }
}

/** The shopper as they come back: how is not known. */
function nextVisitOf(profile: Profile): Profile {
  const { lifecycle, sessions } = profile
  return {
    ...profile,
    landing: undefined,
    sessionItems: [],
    sessions: sessions + 1,
    lifecycle: lifecycle === 'new_visitor' ? 'returning_visitor' : lifecycle
  }
}
