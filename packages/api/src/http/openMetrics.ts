/** Counters for `/metrics`, in Prometheus' text form. */
export interface Metrics {
  /** Adds to a counter. Labels hold no word of a visitor. */
  count(name: CounterName, labels?: Readonly<Record<string, string>>, by?: number): void
  /** All counters, and `gauges` as they are now. */
  text(gauges: Readonly<Record<string, number>>): string
}

const COUNTERS = {
  http_requests_total: 'Requests answered, by route and status.',
  events_stored_total: 'Events that were new and are on the disk.',
  events_known_total: 'Events that were sent again and added nothing.',
  events_refused_total: 'Events refused one by one, by field.',
  events_of_forgotten_total: 'Events of devices that asked to be forgotten, not kept.',
  events_dropped_on_device_total: 'Events devices had to drop before they could send them, by reason.',
  import_lines_total: 'Lines imported, by kind and outcome.',
  jobs_total: 'Jobs run, by kind and outcome.',
  mails_total: 'Mails given to the mail server, by kind and outcome.'
} as const

/** Names of the counters. */
export type CounterName = keyof typeof COUNTERS

/** Opens counters at nothing. */
export function openMetrics(): Metrics {
  const values = new Map<CounterName, Map<string, number>>()
  return {
    count(name, labels = {}, by = 1) {
      const ofName = values.get(name) ?? new Map<string, number>()
      values.set(name, ofName)
      const key = labelText(labels)
      ofName.set(key, (ofName.get(key) ?? 0) + by)
    },
    text(gauges) {
      const counters = [...values].flatMap(([name, ofName]) => [
        `# HELP vitrine_${name} ${COUNTERS[name]}`,
        `# TYPE vitrine_${name} counter`,
        ...[...ofName].map(([labels, value]) => `vitrine_${name}${labels} ${value}`)
      ])
      const now = Object.entries(gauges).flatMap(([name, value]) => [
        `# TYPE vitrine_${name} gauge`,
        `vitrine_${name} ${value}`
      ])
      return `${[...counters, ...now].join('\n')}\n`
    }
  }
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.slice(0, 60).replace(/[\\"\n]/g, '_')}"`
  )
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
