import { type Html, html } from './html.ts'
import type { Crumb } from './page.ts'

/** The way back, as links; the page itself stands last and is no link. */
export function breadcrumbs(crumbs: readonly Crumb[]): Html {
  if (crumbs.length === 0) return html``
  return html`<nav class="crumbs" aria-label="Breadcrumb">
      <ol>
        <li><a href="/">Home</a></li>
        ${crumbs.map((crumb, at) =>
          at === crumbs.length - 1
            ? html`<li><span aria-current="page">${crumb.name}</span></li>`
            : html`<li><a href="${crumb.path}">${crumb.name}</a></li>`
        )}
      </ol>
    </nav>`
}

/** The same for search engines. */
export function breadcrumbsJsonLd(crumbs: readonly Crumb[], origin: string): Record<string, unknown> {
  const steps = [{ name: 'Home', path: '/' }, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: origin + path
    }))
  }
}
