/** Prints a table in Markdown, columns aligned, so that it can be read on a terminal and pasted into docs/benchmarks.md. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, ...rows].map(row => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  const print = (line: readonly string[]) =>
    console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const [first = [], ...rest] = lines
  print(first)
  console.log(`|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`)
  for (const line of rest) print(line)
  console.log()
}
