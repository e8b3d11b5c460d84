import type { Vitrine } from 'vitrine'
import { whenVitrine } from './callVitrine.ts'
import type { ShopConsent } from './consent.ts'
import { element } from './element.ts'
import { factList, plainJson } from './factList.ts'
import { consentInWords, profileInWords } from './inWords.ts'
import { say } from './say.ts'
import { outboxInWords, titlesOf } from './titlesOf.ts'

/** The privacy page: what is known, as words and as data, a copy of it, and its end. */
export async function mountKnownPage(consent: ShopConsent): Promise<void> {
  const vitrine = await whenVitrine()
  if (!vitrine) return showAbsent()
  await show(vitrine)
  vitrine.on('consent', () => show(vitrine))

  document.querySelector('[data-export]')?.addEventListener('click', async () => {
    save('what-is-known.json', { profile: await vitrine.profile(), page: vitrine.debug() })
  })
  document.querySelector('[data-erase]')?.addEventListener('click', async () => {
    await vitrine.forget()
    consent.set({ personalise: 'denied', measure: 'denied' })
    say('Everything is erased.')
    await show(vitrine)
  })
}

async function show(vitrine: Vitrine): Promise<void> {
  const report = vitrine.debug()
  const profile = await vitrine.profile()
  const ids = [
    ...profile.recentlyViewed.slice(0, 8).map(({ id }) => id),
    ...profile.cart.map(({ id }) => id),
    ...profile.disliked
  ]
  const titleOf = await titlesOf(ids)
  const facts = profileInWords(profile, titleOf)
  const where = report.storage === 'indexeddb' ? 'on this device' : 'in this page only, until you leave it'
  fill('consent', factList(consentInWords(report.consent)))
  fill('profile', factList([['Kept', where], ...facts]), plainJson('The whole profile, as data', profile))
  fill(
    'sent',
    element('p', {}, `${outboxInWords(report)}.`),
    plainJson('What was heard on this page', report.events)
  )
}

function fill(name: string, ...content: readonly Element[]): void {
  document.querySelector(`[data-known="${name}"]`)?.replaceChildren(...content)
}

function showAbsent(): void {
  for (const place of document.querySelectorAll('[data-known]')) {
    place.replaceChildren(
      element('p', { class: 'empty' }, 'Vitrine is not on this page, so nothing is known.')
    )
  }
}

function save(name: string, value: unknown): void {
  const href = URL.createObjectURL(
    new Blob([JSON.stringify(value, undefined, 2)], { type: 'application/json' })
  )
  element('a', { href, download: name }).click()
  URL.revokeObjectURL(href)
}
