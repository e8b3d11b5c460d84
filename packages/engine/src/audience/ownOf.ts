/** What something has at a name by itself; what it inherits is nothing, so that `constructor` is no fact. */
export function ownOf(from: unknown, name: string): unknown {
  const at: Readonly<Record<string, unknown>> = Object(from)
  return Object.hasOwn(at, name) ? at[name] : undefined
}
