/**
 * The inline script that stands in the page's head, before its style sheets: while the page is being parsed it shows, in
 * place of each `<vitrine-banner>`, the variant that was decided on the page before, out of the templates the element
 * holds. It reads one small entry of localStorage and nothing else; where there is none, or it is out of date, what the
 * author wrote stays.
 *
 * A mutation observer runs between parsing and painting, so the default is not painted first; and the parser waits for
 * nothing, which it would for a script behind each banner, since such a script waits for the style sheets. A copy takes
 * the element's place and keeps the element in `was`, so that what the parser still adds to it is not seen.
 */
export const MIRROR_SNIPPET = [
  'try{let d=document,m=JSON.parse(localStorage["vitrine:"+d.currentScript.dataset.mirror]),',
  'f=()=>d.querySelectorAll("vitrine-banner>[data-variant]").forEach(t=>{',
  'let e=t.parentNode,c=e.cloneNode(),v=t.dataset.variant;',
  // With something behind it a template has been parsed to its end.
  't.nextSibling&&v==m.shows?.[e.getAttribute("placement")]&&',
  '(c.was=e,c.append(t.content.cloneNode(1)),c.dataset.shown=v,e.replaceWith(c))}),',
  'o=new MutationObserver(f);',
  'm.until>Date.now()&&(o.observe(d,{childList:1,subtree:1}),',
  // Whole: from here on its children are the page's own business.
  'd.addEventListener("DOMContentLoaded",()=>{f();o.disconnect()}))}catch{}'
].join('')

/**
 * The snippet as a script element for the head.
 *
 * @param shop - The shop's id. It stands in an attribute, so that the script is the same for every shop and has one hash.
 * @param nonce - Of a page whose Content-Security-Policy asks for one.
 */
export function mirrorScript(shop: string, nonce?: string): string {
  const given = nonce === undefined ? '' : ` nonce="${cleanNonce(nonce)}"`
  return `<script${given} data-mirror="${shop.replace(/[^\w-]/g, '')}">${MIRROR_SNIPPET}</script>`
}

/** A nonce with nothing in it that could end its attribute. */
export function cleanNonce(nonce: string): string {
  return nonce.replace(/[^\w+/=-]/g, '')
}
