/** A banner that the inline snippet has put in place of another keeps that one, with all that stood in it. */
type Painted = HTMLElement & { readonly was?: HTMLElement }

/** Puts the author's own back where the snippet had put something else. */
export function unpaint(element: Painted): void {
  const { was } = element
  if (element.dataset['shown'] !== undefined && was) element.replaceChildren(...was.childNodes)
  delete element.dataset['shown']
}
