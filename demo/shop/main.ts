import { openBasket } from './basket.ts'
import { mountBasketView } from './basketView.ts'
import { mountBuyForm } from './buyForm.ts'
import { callVitrine, whenVitrine } from './callVitrine.ts'
import { mountCheckoutForm } from './checkoutForm.ts'
import { openConsent } from './consent.ts'
import { listenToCards } from './listenToCards.ts'
import { pageData } from './pageData.ts'
import { tell } from './tell.ts'

// The shop's own script: what any shop has, and the few lines that embed Vitrine.
const page = pageData()
const basket = openBasket(window)

for (const event of page.told) tell(event)
listenToCards(basket)
showCount()
basket.onChange(showCount)

const buyForm = document.querySelector<HTMLFormElement>('form[data-buy]')
if (buyForm && page.variants) mountBuyForm(buyForm, page.variants, basket)

const basketPlace = document.querySelector('#cart')
if (basketPlace) mountBasketView(basketPlace, basket)

const checkout = document.querySelector<HTMLFormElement>('#checkout')
const summary = document.querySelector('#summary')
if (checkout && summary) mountCheckoutForm(checkout, summary, basket)

const consent = openConsent(showAccountNote)
// Before an answer Vitrine keeps the token in mind and asks nobody; with leave it asks for this customer's orders.
if (page.identity) callVitrine('identify', page.identity)
showAccountNote()

for (const button of document.querySelectorAll('[data-consent-open]')) {
  button.addEventListener('click', () => consent.openChoices())
}

document.querySelector('[data-forget]')?.addEventListener('click', async event => {
  event.preventDefault()
  const form = (event.currentTarget as HTMLButtonElement).form
  const vitrine = await whenVitrine()
  await vitrine?.forget()
  form?.submit()
})

if (document.querySelector('[data-known]')) {
  const { mountKnownPage } = await import('./knownPage.ts')
  mountKnownPage(consent)
}

const trial = document.querySelector<HTMLButtonElement>('[data-trial-open]')
if (trial) {
  trial.hidden = false
  const { mountTrial } = await import('./trial/mountTrial.ts')
  mountTrial(trial, { consent, basket })
}

function showCount(): void {
  const count = basket.lines().reduce((sum, { item }) => sum + item.quantity, 0)
  for (const place of document.querySelectorAll<HTMLElement>('[data-cart-count]')) {
    place.textContent = String(count)
    place.hidden = count === 0
  }
}

/** On the account page: why the customer's orders are not on this device yet. */
function showAccountNote(): void {
  const note = document.querySelector<HTMLElement>('#account-consent')
  if (note) note.hidden = consent.answer()?.personalise === 'granted'
}
