/** Compares numbers or texts by code unit, for `sort`: the same order in every locale. */
export function ascending<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Compares lists by their first difference; of two that agree so far the shorter comes first. */
export function ascendingLists(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((value, at) => value !== b[at])
  return different < 0 || different >= b.length
    ? a.length - b.length
    : ascending(a[different] ?? '', b[different] ?? '')
}
