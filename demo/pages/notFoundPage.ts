import { html } from './html.ts'
import type { Page } from './page.ts'

/** Nothing here. */
export function notFoundPage(path: string): Page {
  return {
    type: 'other',
    title: 'Not found',
    path,
    body: html`<header class="listing-head">
        <h1>This shelf is empty</h1>
        <p>There is nothing at this address, or it was sold long ago. <a href="/">Back to the shop</a>, or try the search above.</p>
      </header>`
  }
}
