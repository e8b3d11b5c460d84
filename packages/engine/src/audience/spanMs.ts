const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000
}

/** A span of time as config writes it (`30m`, `12h`, `7d`, `6w`) in ms. What is no span lasts no time. */
export function spanMs(span: string): number {
  return Number.parseInt(span, 10) * (UNIT_MS[span.at(-1) ?? ''] ?? 0) || 0
}
