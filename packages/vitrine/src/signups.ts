import type { ShopConfig } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { refOf } from './intents.ts'
import type { ShopAddress, Slot } from './slots.ts'
import { wordsOf } from './textOf.ts'
import type { World } from './world.ts'

/** What a form for the waiting list tells, and where it is told how that went. */
type Signup = CustomEvent<{
  readonly itemId: string
  readonly email: string
  readonly marketing: boolean
  readonly consent: string
}>
type Form = HTMLElement & { status: 'pending' | 'failed'; problem: string }

/** After so long it is better to try again than to go on waiting. */
const WAIT_MS = 20_000

interface SignupParts {
  readonly world: World
  readonly shop: ShopAddress
  readonly slots: () => readonly Slot[]
  readonly tracker: Tracker
  readonly config: () => ShopConfig | undefined
}

const INVALID = 'Enter an email address like name@example.com.'

/**
 * Takes signups to a waiting list to the API, unless the shop takes them itself (`preventDefault`). That needs no
 * further leave: the shopper has just asked for it. The address goes nowhere else, not even into an event.
 */
export function listenToSignups({ world, shop, slots, tracker, config }: SignupParts): () => void {
  const { document, location } = world.window

  function invalid(): string {
    const current = config()
    return current ? wordsOf(current)('restock.invalid', INVALID) : INVALID
  }

  async function signUp({ detail, target }: Signup): Promise<void> {
    const slot = slots().find(({ element }) => element === target)
    const form = target as Form
    const { itemId, email, marketing, consent } = detail
    const { lang } = document.documentElement
    // The shopper may have turned to another variant, and what they read there is about that one.
    const tell = (fields: Partial<Form>) => {
      if (form.getAttribute('variant') === itemId) Object.assign(form, fields)
    }
    const body = {
      ...{ shop: shop.shop, key: shop.key, itemId, email, marketing, consent },
      ...(lang && { locale: lang }),
      page: location.origin + location.pathname
    }
    try {
      const { ok, status } = await world.fetch(`${shop.api}/v1/restock`, {
        method: 'POST',
        body: JSON.stringify(body),
        credentials: 'omit',
        signal: AbortSignal.timeout(WAIT_MS)
      })
      if (!ok) return tell({ problem: status === 422 ? invalid() : '', status: 'failed' })
      tell({ status: 'pending' })
      tracker.record({ type: 'join_waitlist', items: [{ itemId }], ...(slot && { ref: refOf(slot) }) })
    } catch {
      // No network, or the API is away: the form says so and keeps the address.
      tell({ problem: '', status: 'failed' })
    }
  }

  function listen(event: Event): void {
    // Every listener of the page has its turn first.
    world.window.setTimeout(() => {
      if (!event.defaultPrevented) void signUp(event as Signup)
    })
  }
  document.addEventListener('vitrine:restock', listen)
  return () => document.removeEventListener('vitrine:restock', listen)
}
