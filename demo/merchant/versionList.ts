import { type Html, html } from '../pages/html.ts'
import type { Version } from './readDesk.ts'

/** So many of the newest; older ones can be read and brought back by the API. */
const MOST_VERSIONS = 12

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** The versions of the config, newest first, each with the way back to it. */
export function versionList(versions: readonly Version[], etag: string): Html {
  return html`<ol class="versions">${versions.slice(0, MOST_VERSIONS).map(
    ({ version, at, note }, place) => html`<li>
        <span><b>Version ${version}</b> <small>${TIME.format(at)}${note === undefined ? '' : `, ${note}`}</small></span>
        ${place === 0 ? html`<span class="standing live">In force</span>` : backForm(version, etag)}
      </li>`
  )}</ol>`
}

function backForm(version: number, etag: string): Html {
  return html`<form method="post" action="/merchant/rollback">
      <input type="hidden" name="etag" value="${etag}">
      <button class="button quiet small" name="version" value="${version}">Go back to it<span class="unseen">: version ${version}</span></button>
    </form>`
}
