import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'
import { picturePath, productPath } from '../catalogue/feed.ts'
import { ga4Variant } from '../range/ga4Item.ts'
import type { Stock } from '../range/openStock.ts'
import { priceOf, priceOfVariant } from '../range/priceOf.ts'
import { crumbTo } from './aislePage.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'
import type { Page, Told } from './page.ts'
import { productJsonLd } from './productJsonLd.ts'
import { priceTag } from './productTile.ts'
import { stockLine } from './stockLine.ts'

/** A product: its picture, what it costs, its sizes or colours, and whether there are any left. */
export function productPage(product: DemoProduct, stock: Stock, origin: string): Page {
  const chosen = product.variants.find(variant => stock.of(variant) > 0) ?? product.variants[0]
  const variants = product.variants.map(variant => ({
    item: ga4Variant(product, variant),
    price: priceOfVariant(variant),
    stock: stock.of(variant),
    image: picturePath(product, variant),
    link: productPath(product)
  }))
  return {
    type: 'product',
    title: product.title,
    description: product.description,
    path: productPath(product),
    crumbs: [...product.path.map((_, at) => crumbTo(product.path.slice(0, at + 1))), here(product)],
    jsonLd: [productJsonLd(product, stock, origin)],
    told: chosen ? told(product, chosen, stock) : [],
    data: { variants },
    body: chosen ? body(product, chosen, stock) : html``
  }
}

/** That it was looked at, in GA4's words; and a word of our own where it cannot be had, as the page's script says it of a size. */
function told(product: DemoProduct, chosen: DemoVariant, stock: Stock): readonly Told[] {
  const value = priceOfVariant(chosen).now / 100
  const ecommerce = { currency: 'GBP', value, items: [ga4Variant(product, chosen)] }
  const viewed = { event: 'view_item', ecommerce }
  return stock.of(chosen) === 0 ? [viewed, { event: 'sold_out_size', ecommerce }] : [viewed]
}

function here(product: DemoProduct) {
  return { name: product.title, path: productPath(product) }
}

function body(product: DemoProduct, chosen: DemoVariant, stock: Stock): Html {
  const many = product.variants.length > 1
  const isOut = stock.of(chosen) === 0
  return html`<article class="product">
        <div class="picture"><img src="${picturePath(product, chosen)}" alt="${product.title}" width="800" height="1000" fetchpriority="high" data-picture></div>
        <div class="about">
          ${product.brand ? html`<p class="eyebrow">${product.brand}</p>` : html`<p class="eyebrow">${product.path.at(-1)}</p>`}
          <h1>${product.title}</h1>
          <p class="price-line" data-price>${priceTag(many ? priceOf(product) : priceOfVariant(chosen))}</p>
          <form class="buy" data-buy>
            ${many ? chooser(product, chosen, stock) : html`<input type="hidden" name="item" value="${chosen.itemId}">`}
            <p class="stock${isOut ? ' out' : ''}" data-stock>${stockLine(stock.of(chosen))}</p>
            <div class="buy-row">
              <p><label for="quantity">Quantity</label>
                <select id="quantity" name="quantity">${[1, 2, 3, 4, 5, 6, 8, 10, 12].map(count => html`<option>${count}</option>`)}</select></p>
              <button class="button" data-add${isOut ? html` disabled` : ''}>Add to basket ${icon('basket')}</button>
            </div>
            <vitrine-restock placement="product-restock" variant="${isOut ? chosen.itemId : ''}" product="${product.title}" heading="Tell me when it is back" data-restock></vitrine-restock>
          </form>
          <div id="delivery-gap"></div>
          <p class="description">${product.description}</p>
          ${details(product)}
        </div>
      </article>
      <vitrine-carousel class="shelf" placement="product-together"></vitrine-carousel>
      <div id="product-more"></div>`
}

function chooser(product: DemoProduct, chosen: DemoVariant, stock: Stock): Html {
  const isSized = product.variants.every(({ size }) => size !== null)
  return html`<fieldset class="variants">
              <legend>${isSized ? 'Size' : 'Choose one'}</legend>
              ${product.variants.map(variant => {
                const isOut = stock.of(variant) === 0
                return html`<label class="variant"><input type="radio" name="item" value="${variant.itemId}"${
                  variant === chosen ? html` checked` : ''
                }${isOut ? html` data-out` : ''}><span>${nameOf(product, variant)}${isOut ? html`<span class="unseen">, sold out</span>` : ''}</span></label>`
              })}
            </fieldset>`
}

/** What sets a variant apart from its siblings. */
function nameOf(product: DemoProduct, { size, colours, title }: DemoVariant): string {
  if (size !== null) return size
  const colour = colours.join(' and ')
  const isPlain = product.variants.filter(one => one.colours.join(' and ') === colour).length === 1
  return colour !== '' && isPlain ? colour : title
}

function details({ material, pattern, pieces, gender, variants }: DemoProduct): Html {
  const colours = [...new Set(variants.flatMap(one => one.colours))].join(', ')
  const rows: readonly (readonly [string, string | null])[] = [
    ['Material', material],
    ['Pattern', pattern],
    ['Colour', colours || null],
    ['Pieces', pieces > 1 ? String(pieces) : null],
    ['For', gender === null ? null : FOR[gender]]
  ]
  const known = rows.filter(([, value]) => value !== null)
  if (known.length === 0) return html``
  return html`<dl class="details">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

const FOR = { female: 'Women', male: 'Men', unisex: 'Everyone' } as const
