import { html, raw } from 'hono/html'

/** Markup that is already escaped; whatever else is put into `html` becomes text. */
export type Html = ReturnType<typeof html>

/**
 * Data for the page's own scripts, inside a `<script>` that no browser runs.
 * `<`, `>` and `&` are written as JSON escapes, so no title can close the element or open a comment in it.
 */
export function dataScript(type: string, id: string | undefined, data: unknown): Html {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, sign => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return html`<script type="${type}"${id === undefined ? '' : html` id="${id}"`}>${raw(json)}</script>`
}

export { html, raw }
