/** What happened before the last days of the data, and in them. */
export function splitByTime<Occasion extends { readonly at: number }>(
  occasions: readonly Occasion[],
  laterDays: number
): { readonly past: readonly Occasion[]; readonly later: readonly Occasion[] } {
  const border = occasions.reduce((latest, { at }) => Math.max(latest, at), 0) - laterDays * 86_400_000
  return {
    past: occasions.filter(({ at }) => at <= border),
    later: occasions.filter(({ at }) => at > border)
  }
}
