import docs from '../../../../docs/widgets.md?raw'

/** The first column of the table under a widget's heading in docs/widgets.md, sorted. */
export function documented(tag: string, heading: string): readonly string[] {
  const [, widget = ''] = docs.split(`\n## \`<${tag}>\`\n`)
  const [, section = ''] = (widget.split('\n## ')[0] ?? '').split(`### ${heading}\n`)
  const [table = ''] = section.split('\n#')
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? '').sort()
}
