import type { BannerTexts } from 'vitrine/server'
import { picturePath, productPath } from '../catalogue/feed.ts'
import type { Aisle } from '../range/aisles.ts'
import { addressOf } from '../range/aisles.ts'
import { ga4Listed } from '../range/ga4Item.ts'
import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import { aislePath } from './aislePath.ts'
import { bannerPlace } from './bannerPlace.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'
import type { Page } from './page.ts'
import { productTile } from './productTile.ts'

/** Aisles that get a tile, in the order they hang. */
const TILES: readonly (readonly string[])[] = [
  ['Giftware', 'Christmas'],
  ['Giftware', 'Kitchen & Dining'],
  ['Giftware', 'Home Decor'],
  ['Giftware', 'Bags & Lunch'],
  ['Giftware', 'Candles & Fragrance'],
  ['Giftware', 'Toys & Children'],
  ['Clothing & Footwear', 'Apparel'],
  ['Clothing & Footwear', 'Footwear']
]

/** Where the hero's six pictures come from. */
const HERO: readonly (readonly string[])[] = [
  ['Giftware', 'Kitchen & Dining', 'Mugs & Cups'],
  ['Giftware', 'Lighting', 'Lanterns'],
  ['Giftware', 'Party', 'Bunting & Garlands'],
  ['Giftware', 'Kitchen & Dining', 'Cake Stands'],
  ['Clothing & Footwear', 'Footwear', 'Boots'],
  ['Giftware', 'Christmas', 'Decorations']
]

/** The first page: what the shop is, its aisles, and the places where Vitrine may recommend. */
export function homePage(range: Range, stock: Stock): Page {
  const loved = range.products.filter(product => !stock.isSoldOut(product)).slice(0, 5)
  return {
    type: 'home',
    title: 'Gifts and good things',
    description:
      'Gifts for every house and clothes to walk there in: four thousand things, each with a picture.',
    path: '/',
    jsonLd: [],
    told: [
      {
        event: 'view_item_list',
        ecommerce: {
          currency: 'GBP',
          item_list_id: 'home_loved',
          item_list_name: 'Loved by many',
          items: loved.map(ga4Listed)
        }
      }
    ],
    body: (signs, visit) => html`<div id="welcome"></div>
      ${bannerPlace(signs, visit, { placement: 'home-hero', inside: hero(range), render: campaignHero })}
      <vitrine-carousel class="shelf" placement="home-picked">
        <section class="shelf-fallback" aria-labelledby="loved">
          <h2 id="loved">Loved by many</h2>
          <ul class="tiles">${loved.map(product => productTile(product, false))}</ul>
        </section>
      </vitrine-carousel>
      <section class="band" aria-labelledby="departments">
        <h2 id="departments">Wander through the shop</h2>
        <ul class="doors">${TILES.map(path => door(range, range.aisle(addressOf(path))))}</ul>
      </section>
      <div id="home-more"></div>
      <section class="story" aria-labelledby="story">
        <h2 id="story">A window that rearranges itself, on your side of the glass</h2>
        <p>This shop recommends from a model that is the same for everyone; what suits <em>you</em> is worked out on this device. Say no, and it stays an ordinary shop. <a href="/privacy">See what is known about you</a>.</p>
      </section>`
  }
}

function hero(range: Range): Html {
  const pictured = HERO.flatMap(path => firstOf(range, path) ?? [])
  return html`<section class="hero" aria-labelledby="hero-title">
        <div class="hero-words">
          <p class="eyebrow">Fern &amp; Finch, gifts and good things</p>
          <h1 id="hero-title">A house is made of small things</h1>
          <p>Lanterns for the step, bunting for the kitchen, a good pair of boots for the way there. Four thousand of them, waiting on the shelves.</p>
          <p class="actions"><a class="button" href="/shop/giftware/christmas">Christmas is coming ${icon('arrow')}</a> <a class="button quiet" href="/shop/giftware">All gifts</a></p>
        </div>
        <ul class="hero-shelf">${pictured.map(
          product =>
            html`<li><a href="${productPath(product)}"><img src="${picturePath(product)}" alt="${product.title}" width="400" height="500" decoding="async"></a></li>`
        )}</ul>
      </section>`
}

/** A campaign in the hero's place: the same room, its own words, and one picture of many things. */
function campaignHero({ title, text, button, link, image }: BannerTexts): Html {
  return html`<section class="hero" aria-labelledby="hero-title">
        <div class="hero-words">
          <p class="eyebrow">Fern &amp; Finch, gifts and good things</p>
          <h1 id="hero-title">${title}</h1>
          <p>${text}</p>
          <p class="actions">${link === undefined ? '' : html`<a class="button" href="${link}">${button} ${icon('arrow')}</a>`} <a class="button quiet" href="/shop/giftware">All gifts</a></p>
        </div>
        ${image === undefined ? '' : html`<img class="hero-scene" src="${image}" alt="" width="1296" height="1106" decoding="async">`}
      </section>`
}

function door(range: Range, aisle: Aisle | undefined): Html {
  const first = aisle && range.inAisle(aisle)[0]
  if (!first) return html``
  return html`<li><a href="${aislePath(aisle)}">
    <img src="${picturePath(first)}" alt="" width="400" height="500" loading="lazy" decoding="async">
    <span class="door-name">${aisle.name}</span> <span class="door-count">${aisle.count} things</span>
  </a></li>`
}

function firstOf(range: Range, path: readonly string[]) {
  const aisle = range.aisle(addressOf(path))
  return aisle && range.inAisle(aisle)[0]
}
