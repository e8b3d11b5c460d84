import type { Placement } from '@vitrine/protocol'

/** A row of cards with its heading: kept free, so that nothing jumps when it comes. */
const ROW = '27rem'

/** A line of words. */
const LINE = '2.75rem'

/** Where something of Vitrine's can stand. Those without a selector are written in the page by the shop. */
export const PLACEMENTS: readonly Placement[] = [
  { id: 'shop-bar', reserve: '3rem' },
  { id: 'home-hero', pages: ['home'] },
  { id: 'home-welcome', pages: ['home'], selector: '#welcome', insert: 'append', reserve: LINE },
  {
    id: 'delivery-gap',
    pages: ['product', 'cart'],
    selector: '#delivery-gap',
    insert: 'append',
    reserve: LINE
  },
  { id: 'product-restock', pages: ['product'] },
  // In no place of the page: what stands over it.
  { id: 'overlay', pages: ['home', 'category', 'product', 'search', 'cart'] },
  { id: 'home-picked', pages: ['home'], reserve: ROW },
  { id: 'home-recent', pages: ['home'], selector: '[placement="home-picked"]', insert: 'after' },
  { id: 'home-size', pages: ['home'], selector: '[placement="home-picked"]', insert: 'after' },
  { id: 'home-like', pages: ['home'], selector: '#home-more', insert: 'append' },
  { id: 'home-season', pages: ['home'], selector: '#home-more', insert: 'append', reserve: ROW },
  { id: 'home-trending', pages: ['home'], selector: '#home-more', insert: 'append', reserve: ROW },
  { id: 'home-new', pages: ['home'], selector: '#home-more', insert: 'append', reserve: ROW },
  { id: 'aisle-best', pages: ['category'], selector: '#aisle-shelf', insert: 'append', reserve: ROW },
  { id: 'product-together', pages: ['product'], reserve: ROW },
  { id: 'product-viewed', pages: ['product'], selector: '#product-more', insert: 'append', reserve: ROW },
  { id: 'product-recent', pages: ['product'], selector: '#product-more', insert: 'append' },
  { id: 'search-empty', pages: ['search'], selector: '#nothing-found', insert: 'append', reserve: ROW },
  { id: 'cart-together', pages: ['cart'], reserve: ROW },
  {
    id: 'order-more',
    pages: ['order_confirmation'],
    selector: '#order-more',
    insert: 'append',
    reserve: ROW
  },
  { id: 'account-again', pages: ['account'] },
  { id: 'account-more', pages: ['account'], selector: '#account-more', insert: 'append' }
]
