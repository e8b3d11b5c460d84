import axe from 'axe-core'

/** What axe finds wrong with an element, by the rules of WCAG 2.2 AA and its own good practice. */
export async function violations(element: Element): Promise<readonly string[]> {
  const { violations: found } = await axe.run(element, {
    rules: { 'target-size': { enabled: true } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
}
