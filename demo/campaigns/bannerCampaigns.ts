import type { Campaign, Rule, Schedule } from '@vitrine/protocol'
import { promo } from './promo.ts'

/** Who came to this visit from there. */
const from = (source: string): Rule => ({ fact: 'profile.landing', is: 'eq', value: source })

/** What the shop says in banners: a welcome, the season, what is back in one's size, what is missing for free delivery. */
export function bannerCampaigns(christmas: Schedule): Campaign[] {
  return [...welcomes(), ...season(christmas), backInSize(), deliveryGap()]
}

/** A first word that knows where somebody comes from, as a shopkeeper's would. */
function welcomes(): Campaign[] {
  return [
    promo({
      id: 'welcome-instagram',
      name: 'Welcome from Instagram',
      why: 'Who comes from a picture looks for that picture: the way to it is one click.',
      placement: 'home-welcome',
      audience: from('instagram'),
      content: {
        widget: 'banner',
        layout: 'bar',
        title: 'From Instagram?',
        text: 'The lanterns hang here.',
        button: 'Show me',
        link: '/search?q=lantern',
        reason: 'Because you came from Instagram'
      }
    }),
    promo({
      id: 'welcome-newsletter',
      name: 'Welcome from the newsletter',
      why: 'Who has read the letter has seen what everybody sees: what they are led to is what came after it.',
      placement: 'home-welcome',
      audience: from('newsletter'),
      content: {
        widget: 'banner',
        layout: 'bar',
        title: 'From our letter?',
        text: 'New things stand below.',
        button: 'Show me',
        link: '#home-more',
        reason: 'Because you came from our newsletter'
      }
    })
  ]
}

/** The first page's big picture and the strip above every page: the season's, but boots for those who came for boots. */
function season(schedule: Schedule): Campaign[] {
  return [
    promo({
      id: 'gift-season',
      name: 'Gift season',
      why: 'In the season half of all orders hold something for Christmas. It goes by itself on Boxing Day.',
      placement: 'home-hero',
      audience: { all: [] },
      schedule,
      priority: 10,
      content: {
        widget: 'banner',
        layout: 'hero',
        title: 'Christmas is made of small things too',
        text: 'Paper stars, baubles and somebody to knit for: everything for the tree, and for under it.',
        button: 'Into the Christmas shop',
        link: '/shop/giftware/christmas',
        image: '/scene/giftware/christmas/decorations.svg',
        reason: 'For everybody, until Boxing Day'
      }
    }),
    promo({
      id: 'for-the-way',
      name: 'Boots for those who lean to clothes',
      why: 'Whoever looks for boots is met by boots, in the season too: the tree can wait until they are shod.',
      placement: 'home-hero',
      audience: { fact: 'profile.department', is: 'eq', value: 'Clothing & Footwear' },
      priority: 20,
      content: {
        widget: 'banner',
        layout: 'hero',
        title: 'For the way there',
        text: 'Boots that know mud, and coats that know wind: the shelves you were at have more of them.',
        button: 'To the boots',
        link: '/shop/clothing-footwear/footwear/boots',
        image: '/scene/clothing-footwear/footwear/boots.svg',
        reason: 'Because you looked at clothing and footwear most'
      }
    }),
    promo({
      id: 'gift-season-strip',
      name: 'Gift season, in a line',
      why: 'A return in January is the first worry of whoever buys a present.',
      placement: 'shop-bar',
      audience: { all: [] },
      schedule,
      priority: 10,
      content: {
        widget: 'banner',
        layout: 'bar',
        text: 'Gifts may come back until February',
        button: 'Christmas',
        link: '/shop/giftware/christmas',
        reason: 'For everybody, until Boxing Day'
      }
    })
  ]
}

/** Only where both are known: a size that was chosen before, and a look at something that was sold out then. */
function backInSize(): Campaign {
  return promo({
    id: 'back-in-size',
    name: 'Back in your size',
    why: 'Wanted, not to be had, and now to be had: nothing on this page is likelier to be bought.',
    placement: 'home-size',
    audience: {
      all: [
        { fact: 'profile.top.size', is: 'exists', value: true },
        {
          any: [
            { did: 'custom', where: { name: 'sold_out_size' }, within: '8w' },
            { did: 'join_waitlist', within: '26w' }
          ]
        }
      ]
    },
    frequency: { show: 'untilResponse', afterDismiss: '2w' },
    content: {
      widget: 'banner',
      layout: 'inline',
      // True whatever it was that was sold out: only what can be bought in this size is named.
      title: 'Here in your size',
      text: '“{item}”, which you looked at, is on the shelf in {size}.',
      button: 'Have another look',
      reason: 'You looked for a size that was sold out, and this is the one you choose',
      products: { strategy: 'recently_viewed', category: 'Clothing & Footwear', limit: 1, minItems: 1 }
    }
  })
}

function deliveryGap(): Campaign {
  return promo({
    id: 'delivery-gap',
    name: 'What is missing for free delivery',
    why: 'A parcel that costs nothing is the reason for the one thing more. Said only while something is in the basket and something is missing.',
    placement: 'delivery-gap',
    audience: { fact: 'cart.count', is: 'gt', value: 0 },
    goal: 'add_to_cart',
    content: {
      widget: 'banner',
      layout: 'bar',
      text: '{gap} more for free delivery.',
      button: 'Little things',
      link: '/shop/giftware?sort=cheapest',
      reason: 'Counted from what is in your basket'
    }
  })
}
