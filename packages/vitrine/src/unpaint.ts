/** A banner that the inline snippet has filled keeps what stood in it. */
type Painted = HTMLElement & { was?: readonly Node[] }

/** Puts the author's own back where the snippet had put something else. */
export function unpaint(element: Painted): void {
  const { was } = element
  if (element.dataset['shown'] !== undefined && was) element.replaceChildren(...was)
  delete element.dataset['shown']
}
