import { type OrderLine, orderLines } from './orders.ts'

/** One of the real, anonymous customers, for the log-in page. */
export interface DemoCustomer {
  /** As in the order data. */
  readonly id: string
  /** What makes this customer worth logging in as. */
  readonly role: DemoRole
  /** One line computed from this customer's own orders. */
  readonly description: string
}

export type DemoRole =
  | 'regular gift buyer'
  | 'buys the same again'
  | 'wholesale buyer'
  | 'lapsed'
  | 'new customer'
  | 'buyer abroad'
  | 'sends things back'
  | 'buys much at once, once'

/** What one customer did, counted over the accepted order lines. */
export interface CustomerFacts {
  readonly id: string
  readonly country: string
  readonly orders: number
  readonly refunds: number
  readonly spentPence: number
  readonly firstAt: number
  readonly lastAt: number
  /** Items bought on at least three different orders. */
  readonly repeatedItems: number
  readonly items: number
}

interface Role {
  readonly role: DemoRole
  readonly fits: (facts: CustomerFacts, now: number) => boolean
  /** The customer with the highest score plays the role; ties go to the smaller id. */
  readonly score: (facts: CustomerFacts, now: number) => number
}

const DAY_MS = 86_400_000
const isBritish = ({ country }: CustomerFacts) => country === 'United Kingdom'
const days = (facts: CustomerFacts, now: number) => (now - facts.lastAt) / DAY_MS
const perOrder = ({ spentPence, orders }: CustomerFacts) => spentPence / orders

const ROLES: readonly Role[] = [
  {
    role: 'regular gift buyer',
    fits: (one, now) =>
      isBritish(one) && one.orders >= 6 && one.orders <= 14 && perOrder(one) < 30_000 && days(one, now) < 60,
    score: one => one.lastAt - one.firstAt
  },
  {
    role: 'buys the same again',
    fits: one => isBritish(one) && one.orders >= 8 && one.orders <= 30,
    score: one => one.repeatedItems
  },
  { role: 'wholesale buyer', fits: one => one.orders >= 10, score: one => one.spentPence },
  { role: 'lapsed', fits: (one, now) => one.orders >= 4 && days(one, now) > 150, score: one => one.orders },
  {
    role: 'new customer',
    fits: one => one.orders === 1 && one.items >= 8 && one.refunds === 0,
    score: one => one.firstAt
  },
  {
    role: 'buyer abroad',
    fits: one => !isBritish(one) && one.orders >= 5 && one.orders <= 20,
    score: one => one.items
  },
  {
    role: 'sends things back',
    fits: one => isBritish(one) && one.orders >= 5 && one.orders <= 30,
    score: one => one.refunds / one.orders
  },
  {
    role: 'buys much at once, once',
    fits: (one, now) => one.orders === 1 && days(one, now) > 60,
    score: one => one.items
  }
]

/**
 * Chooses customers worth logging in as, each for a different reason, and says of each what their orders say.
 *
 * @param count - At most this many, at most eight.
 * @param now - Epoch ms.
 */
export async function demoCustomers(count: number, now: number): Promise<readonly DemoCustomer[]> {
  const facts = await customerFacts(now)
  const chosen: DemoCustomer[] = []
  for (const { role, fits, score } of ROLES.slice(0, count)) {
    const best = facts
      .filter(one => fits(one, now) && !chosen.some(({ id }) => id === one.id))
      .sort((a, b) => score(b, now) - score(a, now) || (a.id < b.id ? -1 : 1))[0]
    if (best) chosen.push({ id: best.id, role, description: describeCustomer(best, now) })
  }
  return chosen
}

/** Counts every known customer's orders. */
async function customerFacts(now: number): Promise<readonly CustomerFacts[]> {
  const byCustomer = new Map<string, OrderLine[]>()
  for await (const line of orderLines(now)) {
    if (line.kind === 'refused' || line.customer === null) continue
    const lines = byCustomer.get(line.customer)
    if (lines) lines.push(line)
    else byCustomer.set(line.customer, [line])
  }
  return [...byCustomer].flatMap(([id, lines]) => factsOf(id, lines) ?? [])
}

/** Says in one line what the orders say. */
function describeCustomer(facts: CustomerFacts, now: number): string {
  const since = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    facts.firstAt
  )
  const parts = [
    `${plural(facts.orders, 'order')} ${facts.orders === 1 ? 'in' : 'since'} ${since}`,
    `about £${Math.round(perOrder(facts) / 100).toLocaleString('en-GB')} each`,
    `${plural(facts.items, 'different item')}${facts.repeatedItems > 0 ? `, ${facts.repeatedItems} of them on three orders or more` : ''}`,
    facts.refunds > 0 ? plural(facts.refunds, 'return') : '',
    `last order ${plural(Math.floor(days(facts, now)), 'day')} ago`,
    isBritish(facts) ? '' : facts.country
  ]
  return parts.filter(Boolean).join('; ')
}

function factsOf(id: string, lines: readonly OrderLine[]): CustomerFacts | null {
  const bought = lines.filter(({ kind }) => kind === 'purchase')
  const [first] = bought
  if (!first) return null
  const invoicesOf = new Map<string, Set<string>>()
  for (const { itemId, invoice } of bought)
    invoicesOf.set(itemId, (invoicesOf.get(itemId) ?? new Set()).add(invoice))
  const times = bought.map(({ at }) => at)
  return {
    id,
    country: first.country,
    orders: countInvoices(bought),
    refunds: countInvoices(lines.filter(({ kind }) => kind === 'refund')),
    spentPence: bought.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0),
    firstAt: times.reduce((a, b) => Math.min(a, b)),
    lastAt: times.reduce((a, b) => Math.max(a, b)),
    repeatedItems: [...invoicesOf.values()].filter(invoices => invoices.size >= 3).length,
    items: invoicesOf.size
  }
}

const countInvoices = (lines: readonly OrderLine[]) => new Set(lines.map(({ invoice }) => invoice)).size
const plural = (count: number, word: string) =>
  `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`
