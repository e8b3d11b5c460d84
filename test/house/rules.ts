/** `- **PR-1** text`, as SPEC.md and docs/spec number their rules. */
const RULE = /^- \*\*([A-Z]{2}-\d+)\*\* \S/gm

/** A test's title: the first string of a call, opening with the rules it serves. A group's title proves nothing. */
const TITLE = /(?<!\bdescribe)\(\s*(['"`])([A-Z]{2}-\d+(?:, [A-Z]{2}-\d+)*)(?=[ :])/g

/** The numbers of the rules that a page of the specification lays down, in its order, doubles included. */
export function rulesOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(RULE)].flatMap(([, rule]) => rule ?? [])
}

/** The numbers of the rules that the titles in a test file cite. */
export function citedRulesOf(source: string): readonly string[] {
  return [...source.matchAll(TITLE)].flatMap(([, , rules]) => rules?.split(', ') ?? [])
}
