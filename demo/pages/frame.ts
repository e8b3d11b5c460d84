import { mirrorScript } from 'vitrine/server'
import { breadcrumbs, breadcrumbsJsonLd } from './breadcrumbs.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import { dataScript, type Html, html, raw } from './html.ts'
import type { Page, ShopSigns, Visit } from './page.ts'
import { shopBar } from './shopBar.ts'
import { CLOCK_SCRIPT, vitrineTag } from './vitrineTag.ts'

/** Puts a page into the shop's frame: head, header, breadcrumbs, footer, and the lines that bring Vitrine. */
export function frame(page: Page, signs: ShopSigns, visit: Visit): Html {
  const { crumbs = [], jsonLd = [] } = page
  const graph = crumbs.length > 0 ? [...jsonLd, breadcrumbsJsonLd(crumbs, signs.origin)] : jsonLd
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title} · ${signs.name}</title>
    <meta name="description" content="${page.description ?? `${signs.name}: gifts, and clothes to give them in.`}">
    <link rel="canonical" href="${signs.origin + page.path}">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <script nonce="${visit.nonce}">${CLOCK_SCRIPT}</script>
    ${raw(mirrorScript(signs.shop, visit.nonce))}
    ${vitrineTag(signs, visit.nonce)}
    <link rel="stylesheet" href="/assets/shop.css">
    ${graph.map(thing => dataScript('application/ld+json', undefined, { '@context': 'https://schema.org', ...thing }))}
  </head>
  <body class="page-${page.type}">
    <a class="skip" href="#main">Skip to the content</a>
    ${header(signs, visit)}
    ${page.type === 'checkout' ? '' : shopBar(signs, visit)}
    ${breadcrumbs(crumbs)}
    <main id="main" tabindex="-1">${typeof page.body === 'function' ? page.body(signs, visit) : page.body}</main>
    <div class="toast" id="status" role="status"></div>
    ${footer(signs)}
    <button class="trial-open" type="button" data-trial-open hidden>Trial</button>
    ${dataScript('application/json', 'page-data', pageData(page, signs, visit))}
    <script type="module" nonce="${visit.nonce}" src="/assets/main.js"></script>
  </body>
</html>`
}

function pageData({ type, told = [], data = {} }: Page, signs: ShopSigns, { customer }: Visit) {
  return {
    ...data,
    type,
    currency: 'GBP',
    told,
    apiOrigin: signs.apiOrigin,
    ...(customer && { identity: customer.token })
  }
}
