/**
 * The inline script that stands right after a `<vitrine-banner>`: before the first paint it puts in the variant that was
 * decided on the page before, out of the templates the element holds. It reads one small entry of localStorage and nothing
 * else; where there is none, or it is out of date, what the author wrote stays. What stood there stays in `was`.
 */
export const MIRROR_SNIPPET = [
  'try{let e=document.currentScript.previousElementSibling,d=e.dataset,m=JSON.parse(localStorage["vitrine:"+d.shop]),',
  'v=m.until>Date.now()&&m.shows[e.getAttribute("placement")],',
  // Without a template this throws, before anything has changed.
  "t=e.querySelector('[data-variant=\"'+v+'\"]').content.cloneNode(1);",
  'e.was=[...e.childNodes];e.replaceChildren(t);d.shown=v}catch{}'
].join('')

/** The snippet as a script element, with the nonce of a page whose policy asks for one. */
export function mirrorScript(nonce?: string): string {
  return `<script${nonce === undefined ? '' : ` nonce="${cleanNonce(nonce)}"`}>${MIRROR_SNIPPET}</script>`
}

/** A nonce with nothing in it that could end its attribute. */
export function cleanNonce(nonce: string): string {
  return nonce.replace(/[^\w+/=-]/g, '')
}
