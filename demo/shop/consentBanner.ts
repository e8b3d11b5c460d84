import * as banner from 'vanilla-cookieconsent'
import 'vanilla-cookieconsent/dist/cookieconsent.css'
import { allowTexts } from './allowTexts.ts'
import type { Answers } from './consentCookie.ts'

const CONSENT = {
  title: 'May this shop get to know you?',
  description:
    'Without an answer it stays an ordinary shop and keeps nothing. <a href="/privacy">What would be known</a>.',
  acceptAllBtn: 'Yes, all of it',
  acceptNecessaryBtn: 'No, thank you',
  showPreferencesBtn: 'Choose'
}

const PREFERENCES = {
  title: 'Privacy choices',
  acceptAllBtn: 'Yes to all',
  acceptNecessaryBtn: 'No to all',
  savePreferencesBtn: 'Save my choice',
  closeIconLabel: 'Close'
}

const SECTIONS = [
  {
    title: 'What the shop needs',
    description: 'Your basket, your log-in and this answer. They stay in this browser.',
    linkedCategory: 'necessary'
  },
  {
    title: 'Personalise',
    description:
      'Remember on this device what you looked at, and choose from it what you are shown. Decided here, sent nowhere.',
    linkedCategory: 'personalise'
  },
  {
    title: 'Measure',
    description:
      'Tell the shop what you looked at and bought, under a random number, so that it learns what goes together.',
    linkedCategory: 'measure'
  }
]

/** The library's own cookie. It holds an id, which nobody needs: the shop remembers two words instead. */
const LIBRARY_COOKIE = 'cc_cookie'

/** A banner that is ready. */
export interface ConsentBanner {
  ask(): void
  openChoices(): void
  hide(): void
}

/**
 * Makes the banner, with what was answered before.
 *
 * @param answered - Told each answer.
 */
export async function openConsentBanner(
  before: Answers | undefined,
  answered: (answers: Answers) => void
): Promise<ConsentBanner> {
  allowTexts(textsOf([CONSENT, PREFERENCES, ...SECTIONS]))
  const heard = ({ cookie }: { cookie: banner.CookieValue }) => {
    const isIn = (name: string) => (cookie.categories.includes(name) ? 'granted' : 'denied')
    answered({ personalise: isIn('personalise'), measure: isIn('measure') })
    banner.eraseCookies(LIBRARY_COOKIE)
  }
  await banner.run({
    autoShow: false,
    hideFromBots: false,
    manageScriptTags: false,
    autoClearCookies: false,
    cookie: { name: LIBRARY_COOKIE },
    guiOptions: {
      consentModal: { layout: 'bar inline', position: 'bottom', equalWeightButtons: true },
      preferencesModal: { layout: 'box', equalWeightButtons: true }
    },
    categories: {
      necessary: { enabled: true, readOnly: true },
      personalise: { enabled: before?.personalise === 'granted' },
      measure: { enabled: before?.measure === 'granted' }
    },
    onConsent: heard,
    onChange: heard,
    language: {
      default: 'en',
      translations: {
        en: { consentModal: CONSENT, preferencesModal: { ...PREFERENCES, sections: SECTIONS } }
      }
    }
  })
  return { ask: () => banner.show(true), openChoices: banner.showPreferences, hide: banner.hide }
}

function textsOf(groups: readonly Readonly<Record<string, string>>[]): ReadonlySet<string> {
  return new Set(groups.flatMap(group => Object.values(group)))
}
